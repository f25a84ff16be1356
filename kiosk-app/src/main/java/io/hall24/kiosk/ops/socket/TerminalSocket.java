package io.hall24.kiosk.ops.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import jdk.net.ExtendedSocketOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running terminal's ear for commands on the same machine: {@code hall24.sock} in its data
 * directory, for its owner and group only (mode 0660). One line asks, its first word being the kind
 * of question; one line answers ({@code ok ANSWER} or {@code no REASON}), then the connection ends.
 * Must be opened only by whoever holds the directory's lock, since it replaces the socket that a
 * killed terminal left behind.
 */
public final class TerminalSocket implements AutoCloseable {
  static final String NAME = "hall24.sock";
  static final int LONGEST_QUESTION = 4096;
  private static final Logger LOG = LoggerFactory.getLogger(TerminalSocket.class);
  static final int AT_ONCE = 4;
  private static final Duration SILENCE = Duration.ofSeconds(2);
  private final ServerSocketChannel server;
  private final Path path;
  private final Map<String, Answering> answers;
  private final ThreadPoolExecutor threads =
      new ThreadPoolExecutor(
          0,
          AT_ONCE,
          SILENCE.toSeconds(),
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          task -> Thread.ofPlatform().daemon().name("terminal-socket-asker").unstarted(task));

  private TerminalSocket(ServerSocketChannel server, Path path, Map<String, Answering> answers) {
    this.server = server;
    this.path = path;
    this.answers = answers;
  }

  /** Whether it listens. */
  public sealed interface Opening {
    record Listening(TerminalSocket socket) implements Opening {}

    /**
     * It does not.
     *
     * @param problem for an operator
     */
    record Failed(String problem) implements Opening {}
  }

  /**
   * Begins to listen.
   *
   * @param data the terminal's directory
   * @param answers by the first word of the question
   */
  public static Opening open(Path data, Map<String, Answering> answers) {
    Path path = data.resolve(NAME);
    try {
      var socket = new TerminalSocket(listening(path), path, Map.copyOf(answers));
      Thread.ofPlatform().daemon().name("terminal-socket").start(socket::accept);
      return new Opening.Listening(socket);
    } catch (IOException | IllegalArgumentException failed) {
      return new Opening.Failed(path + ": " + failed.getMessage());
    }
  }

  /** Nobody can connect before the rights are set: until then it has another name. */
  private static ServerSocketChannel listening(Path path) throws IOException {
    Path hidden = path.resolveSibling("." + NAME);
    Files.deleteIfExists(hidden);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(hidden));
      Files.setPosixFilePermissions(hidden, PosixFilePermissions.fromString("rw-rw----"));
      Files.move(hidden, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return server;
    } catch (IOException | RuntimeException failed) {
      server.close();
      throw failed;
    }
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel asker = server.accept();
        try {
          threads.execute(() -> serve(asker));
        } catch (RejectedExecutionException tooMany) {
          asker.close();
        }
      }
    } catch (IOException closed) {
      LOG.debug("the socket ends: {}", closed.toString());
    }
  }

  private void serve(SocketChannel asker) {
    try (asker) {
      Optional<String> question = Line.read(asker, LONGEST_QUESTION, SILENCE);
      if (question.isPresent()) {
        String user = asker.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        Line.write(asker, answer(question.get(), user));
      }
    } catch (IOException gone) {
      LOG.debug("an asker went: {}", gone.toString());
    }
  }

  private String answer(String question, String user) {
    String[] parts = question.split(" ", 2);
    Answering known = answers.get(parts[0]);
    if (known == null) {
      return "no such question; there are: " + answers.keySet().stream().sorted().toList();
    }
    try {
      return switch (known.to(new Answering.Asked(parts.length > 1 ? parts[1] : "", user))) {
        case Answering.Reply.Told(var line) -> "ok " + line;
        case Answering.Reply.Refused(var reason) -> "no " + reason;
      };
    } catch (RuntimeException broken) {
      LOG.error("no answer to {}", parts[0], broken);
      return "no answer: " + broken.getClass().getSimpleName();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(path);
    } catch (IOException left) {
      LOG.warn("{} stays behind: {}", path, left.toString());
    }
    threads.shutdown();
  }
}
