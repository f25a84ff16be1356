package io.hall24.kiosk.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6238, appendix B, the column of SHA256: its message is the number of 30 s since 1970. */
class TelephoneCodeTest {
  private static final Bytes SECRET = Bytes.utf8("12345678901234567890123456789012");

  @ParameterizedTest
  @CsvSource({
    "59, 46119246",
    "1111111109, 68084774",
    "1111111111, 67062674",
    "1234567890, 91819424",
    "2000000000, 90698825",
    "20000000000, 77737706"
  })
  void codesAreThoseOfTheStandard(long seconds, String code) {
    byte[] step = ByteBuffer.allocate(Long.BYTES).putLong(seconds / 30).array();
    assertEquals(code, TelephoneCode.over(SECRET, Bytes.of(step)));
  }
}
