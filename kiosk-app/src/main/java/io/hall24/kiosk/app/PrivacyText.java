package io.hall24.kiosk.app;

import io.hall24.kiosk.journey.Counter;
import io.hall24.kiosk.text.Texts;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The privacy notice that people agree to, identified by the hash of its words in every language.
 */
final class PrivacyText {
  private PrivacyText() {}

  static Counter.PrivacyNotice notice() {
    String words =
        Texts.languages().stream().map(PrivacyText::wordsIn).collect(Collectors.joining("\n\n"));
    return new Counter.PrivacyNotice(
        Texts.of(Locale.SIMPLIFIED_CHINESE).text("privacy.version"), sha256(words));
  }

  private static String wordsIn(Locale language) {
    Texts texts = Texts.of(language);
    return texts.keys().stream()
        .filter(key -> key.startsWith("privacy."))
        .map(key -> key + "=" + texts.text(key))
        .collect(Collectors.joining("\n", language.toLanguageTag() + "\n", ""));
  }

  private static String sha256(String words) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
