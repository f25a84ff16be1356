package io.hall24.kiosk.ops.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TerminalSocketTest {
  @TempDir Path data;

  private TerminalSocket open(Map<String, Supplier<String>> answers) {
    return listening(
        answers.entrySet().stream()
            .collect(
                Collectors.toMap(Map.Entry::getKey, each -> Answering.always(each.getValue()))));
  }

  private TerminalSocket listening(Map<String, Answering> answers) {
    return assertInstanceOf(
            TerminalSocket.Opening.Listening.class, TerminalSocket.open(data, answers))
        .socket();
  }

  @Test
  void whoAnswersIsToldTheOtherWordsAndWhoAsks() throws Exception {
    Answering echo =
        asked ->
            asked.words().isEmpty()
                ? new Answering.Reply.Refused("say something")
                : new Answering.Reply.Told(asked.user() + " says " + asked.words());
    try (var _ = listening(Map.of("echo", echo))) {
      String me = Files.getOwner(data).getName();
      assertEquals(
          new TerminalLine.Answer.Told(me + " says 你好 there"),
          TerminalLine.ask(data, "echo 你好 there"));
      assertEquals(
          new TerminalLine.Answer.Refused("no say something"), TerminalLine.ask(data, "echo"));
    }
  }

  private Path path() {
    return data.resolve(TerminalSocket.NAME);
  }

  private SocketChannel connected() throws Exception {
    SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
    channel.connect(UnixDomainSocketAddress.of(path()));
    return channel;
  }

  @Test
  void answersAQuestion() {
    String longAnswer = "答".repeat(300_000);
    try (var _ = open(Map.of("health", () -> longAnswer))) {
      assertEquals(new TerminalLine.Answer.Told(longAnswer), TerminalLine.ask(data, "health"));
      assertEquals(new TerminalLine.Answer.Told(longAnswer), TerminalLine.ask(data, "health"));
    }
  }

  @Test
  void onlyOwnerAndGroupMayAsk() throws Exception {
    try (var _ = open(Map.of())) {
      assertEquals(
          "rw-rw----", PosixFilePermissions.toString(Files.getPosixFilePermissions(path())));
    }
  }

  @Test
  void saysWhichQuestionsThereAre() {
    try (var _ = open(Map.of("health", () -> "well"))) {
      var refused =
          assertInstanceOf(TerminalLine.Answer.Refused.class, TerminalLine.ask(data, "wealth"));
      assertEquals("no such question; there are: [health]", refused.reason());
    }
  }

  @Test
  void aBrokenAnswerIsNoAnswerAndTheNextOneIsGiven() {
    try (var _ =
        open(
            Map.of(
                "broken",
                () -> {
                  throw new IllegalStateException("secret");
                },
                "health",
                () -> "well"))) {
      var refused =
          assertInstanceOf(TerminalLine.Answer.Refused.class, TerminalLine.ask(data, "broken"));
      assertFalse(refused.reason().contains("secret"), refused.reason());
      assertEquals(new TerminalLine.Answer.Told("well"), TerminalLine.ask(data, "health"));
    }
  }

  @Test
  void aQuestionWithoutEndIsNotReadForEver() throws Exception {
    try (var _ = open(Map.of("health", () -> "well"));
        SocketChannel channel = connected()) {
      channel.write(ByteBuffer.wrap("health".repeat(800).getBytes(StandardCharsets.US_ASCII)));
      assertFalse(answered(channel));
      assertEquals(new TerminalLine.Answer.Told("well"), TerminalLine.ask(data, "health"));
    }
  }

  /** Closing while a question is still unread resets the connection. */
  private static boolean answered(SocketChannel channel) throws IOException {
    try {
      return channel.read(ByteBuffer.allocate(8)) >= 0;
    } catch (SocketException reset) {
      return false;
    }
  }

  @Test
  void whoSaysNothingIsSentAway() throws Exception {
    List<SocketChannel> silent = new ArrayList<>();
    try (var _ = open(Map.of("health", () -> "well"))) {
      for (int i = 0; i < TerminalSocket.AT_ONCE; i++) {
        silent.add(connected());
      }
      for (SocketChannel channel : silent) {
        assertEquals(-1, channel.read(ByteBuffer.allocate(1)));
      }
      assertEquals(new TerminalLine.Answer.Told("well"), TerminalLine.ask(data, "health"));
    } finally {
      for (SocketChannel channel : silent) {
        channel.close();
      }
    }
  }

  @Test
  void theSocketOfAKilledTerminalIsReplaced() throws Exception {
    try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      killed.bind(UnixDomainSocketAddress.of(path()));
    }
    assertTrue(Files.exists(path()), "a killed process leaves its socket");
    assertInstanceOf(TerminalLine.Answer.NotRunning.class, TerminalLine.ask(data, "health"));
    try (var _ = open(Map.of("health", () -> "well"))) {
      assertEquals(new TerminalLine.Answer.Told("well"), TerminalLine.ask(data, "health"));
    }
    assertFalse(Files.exists(path()), "closed");
    assertInstanceOf(TerminalLine.Answer.NotRunning.class, TerminalLine.ask(data, "health"));
  }

  @Test
  void aPathThatASocketCannotHaveIsAFailure() {
    Path deep = data.resolve("d".repeat(120));
    assertInstanceOf(TerminalSocket.Opening.Failed.class, TerminalSocket.open(deep, Map.of()));
    assertInstanceOf(TerminalLine.Answer.NotRunning.class, TerminalLine.ask(deep, "health"));
  }
}
