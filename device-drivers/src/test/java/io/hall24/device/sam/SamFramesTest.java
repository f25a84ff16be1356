package io.hall24.device.sam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Frames byte by byte. The requests and answers are those of the SAM protocol page of eastcoms.com
 * (downdrive/508) and of complete captures in two public implementations (a Qt and a Python
 * reader), none with a person's data.
 */
final class SamFramesTest {
  @ParameterizedTest
  @CsvSource({
    "RESET,            AAAAAA9669000310FFEC",
    "STATUS,           AAAAAA9669000311FFED",
    "NUMBER,           AAAAAA9669000312FFEE",
    "FIND,             AAAAAA96690003200122",
    "SELECT,           AAAAAA96690003200221",
    "READ,             AAAAAA96690003300132",
    "READ_NEW_ADDRESS, AAAAAA96690003300330"
  })
  void requestsAreThoseOfTheProtocol(SamCommand command, String request) {
    assertArrayEquals(HexFormat.of().parseHex(request), command.request());
  }

  @ParameterizedTest
  @CsvSource({
    "AAAAAA9669000400009094,                 90, 0",
    "AAAAAA9669000800009F0000000097,         9F, 4",
    "AAAAAA9669000C00009000000000000000009C, 90, 8",
    "AAAAAA9669000400008084,                 80, 0",
    "AAAAAA9669000400008185,                 81, 0",
    "AAAAAA9669000400004145,                 41, 0",
    "AAAAAA9669000400006064,                 60, 0"
  })
  void capturedAnswersAreUnderstood(String frame, String status, int data) {
    SamAnswer answer = scan(frame).orElseThrow();

    assertEquals(status, "%02X".formatted(answer.code()));
    assertEquals(data, answer.data().remaining());
    assertTrue(answer.status().isPresent(), "the status is on our list");
  }

  @Test
  void everyCapturedAnswerFitsItsQuestionAndNoOther() {
    SamAnswer found = scan("AAAAAA9669000800009F0000000097").orElseThrow();
    SamAnswer selected = scan("AAAAAA9669000C00009000000000000000009C").orElseThrow();
    SamAnswer done = scan("AAAAAA9669000400009094").orElseThrow();

    assertTrue(SamCommand.FIND.fits(found) && SamCommand.FIND.succeeded(found));
    assertTrue(SamCommand.SELECT.fits(selected) && SamCommand.SELECT.succeeded(selected));
    assertTrue(SamCommand.STATUS.fits(done) && SamCommand.STATUS.succeeded(done));
    for (SamCommand other : SamCommand.values()) {
      assertEquals(other == SamCommand.FIND, other.fits(found), other.name());
      assertEquals(other == SamCommand.SELECT, other.fits(selected), other.name());
    }
  }

  @Test
  void packetIsFoundBehindAndBeforeNoise() {
    assertTrue(scan("00FFAAAA9669AAAAAA96AAAAAA9669000400009094").isPresent());
    assertTrue(scan("AAAAAAAAAA9669000400009094FF").isPresent(), "one AA more than a preamble has");
    assertTrue(scan("AAAAAA9669FFFFAAAAAA9669000400009094").isPresent(), "a length that cannot be");
    assertTrue(
        scan("AAAAAA966900040000900AAAAAAA9669000400009094").isPresent(),
        "a checksum that does not agree");
  }

  @Test
  void packetIsFoundHoweverItIsCutUp() {
    byte[] frame = HexFormat.of().parseHex("AAAAAA9669000C00009000000000000000009C");
    for (int first = 1; first < frame.length; first++) {
      PacketScanner scanner = new PacketScanner();
      scanner.add(frame, first);
      assertTrue(scanner.next().isEmpty());
      byte[] rest = java.util.Arrays.copyOfRange(frame, first, frame.length);
      scanner.add(rest, rest.length);
      assertTrue(scanner.next().isPresent(), "cut at " + first);
      assertTrue(scanner.isEmpty());
    }
  }

  @Test
  void numberOfTheModuleReadsAsPrinted() {
    // 05.01-20211204-0001234567-0987654321, each part least byte first.
    byte[] number = HexFormat.of().parseHex("05000100" + "14663401" + "87D61200" + "B168DE3A");

    assertEquals("05.01-20211220-0001234567-0987654321", SamNumber.of(ByteBuffer.wrap(number)));
  }

  @Test
  void statusWordsNameTheCode() {
    assertEquals("41: reading failed", SamStatus.describe(0x41));
    assertTrue(SamStatus.describe(0x77).toUpperCase(Locale.ROOT).startsWith("77: UNKNOWN"));
  }

  private static Optional<SamAnswer> scan(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    PacketScanner scanner = new PacketScanner();
    scanner.add(bytes, bytes.length);
    return scanner.next();
  }
}
