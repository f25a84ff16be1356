package io.hall24.kiosk.app;

import io.hall24.kiosk.journal.DirectoryLock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/**
 * The option {@code --data} of commands that open devices: the terminal on that directory must not
 * run, and does not start before the command has ended.
 */
final class IdleTerminal {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "the terminal's data directory; refuses while the terminal runs")
  private Optional<Path> data = Optional.empty();

  IdleTerminal() {}

  /**
   * Keeps the terminal from starting.
   *
   * @param lock of its directory, if that was given
   */
  record Hold(Optional<DirectoryLock> lock) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      if (lock.isPresent()) {
        lock.get().close();
      }
    }
  }

  Hold hold() throws WrongInput, CannotOpen {
    return data.isPresent() ? hold(data.get()) : new Hold(Optional.empty());
  }

  private static Hold hold(Path directory) throws WrongInput, CannotOpen {
    Optional<DirectoryLock> lock;
    try {
      lock = DirectoryLock.take(JournalSource.place(directory));
    } catch (IOException unusable) {
      throw new WrongInput("--data: " + directory + " cannot be used: " + unusable);
    }
    if (lock.isEmpty()) {
      throw new CannotOpen("a terminal runs on " + directory, "end it first");
    }
    return new Hold(lock);
  }
}
