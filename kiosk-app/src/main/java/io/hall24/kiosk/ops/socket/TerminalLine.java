package io.hall24.kiosk.ops.socket;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks the terminal that runs on a data directory. */
public final class TerminalLine {
  private static final int LONGEST_ANSWER = 1 << 22;
  private static final Duration SILENCE = Duration.ofSeconds(20);
  private static final String GOOD = "ok ";

  private TerminalLine() {}

  /** What came of a question. */
  public sealed interface Answer {
    /** The terminal answered. */
    record Told(String text) implements Answer {}

    /** The terminal runs and does not answer this. */
    record Refused(String reason) implements Answer {}

    /** No terminal runs there, or it may not be asked. */
    record NotRunning(String detail) implements Answer {}
  }

  /**
   * Asks.
   *
   * @param data the terminal's directory
   * @param question one line
   */
  public static Answer ask(Path data, String question) {
    Path path = data.resolve(TerminalSocket.NAME);
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(path));
      Line.write(channel, question);
      Optional<String> answer = Line.read(channel, LONGEST_ANSWER, SILENCE);
      if (answer.isEmpty()) {
        return new Answer.Refused("no answer; it is busy or ends");
      }
      return answer.get().startsWith(GOOD)
          ? new Answer.Told(answer.get().substring(GOOD.length()))
          : new Answer.Refused(answer.get());
    } catch (IOException | IllegalArgumentException notThere) {
      return new Answer.NotRunning(path + ": " + notThere.getMessage());
    }
  }
}
