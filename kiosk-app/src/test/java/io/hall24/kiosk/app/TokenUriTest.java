package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenUriTest {
  /** RFC 4648, section 10, without padding. */
  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void base32AsTheStandardHasIt(String plain, String encoded) {
    assertEquals(encoded, TokenUri.base32(plain.getBytes(StandardCharsets.US_ASCII)));
  }
}
