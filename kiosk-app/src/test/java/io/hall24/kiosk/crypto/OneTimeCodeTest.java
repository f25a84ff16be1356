package io.hall24.kiosk.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodeTest {
  private static final Bytes SECRET =
      Bytes.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  /** RFC 4226, appendix D. */
  @Test
  void codesOfTheStandardsCounters() {
    List<String> expected =
        List.of(
            "755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583",
            "399871", "520489");
    for (int counter = 0; counter < expected.size(); counter++) {
      assertEquals(expected.get(counter), OneTimeCode.at(SECRET, counter));
    }
  }

  /** RFC 6238, appendix B, the last six of its eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesOfTheStandardsTimes(long second, String code) {
    assertEquals(code, OneTimeCode.at(SECRET, OneTimeCode.stepAt(Instant.ofEpochSecond(second))));
  }
}
