package io.hall24.kiosk.gateway;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Files that the authority gives to all terminals.
 *
 * @param name which
 * @param files content by name
 */
public record Bundle(Name name, Map<String, Bytes> files) {
  /** What there is. */
  public enum Name {
    /** The services of the hall. */
    CATALOGUE,
    /** The forms of licences, signed by the authority beside this. */
    FORMS;

    /** In the contract's words, and the name of its directory. */
    public String word() {
      return switch (this) {
        case CATALOGUE -> "catalogue";
        case FORMS -> "forms";
      };
    }
  }

  public Bundle {
    files = Map.copyOf(files);
  }

  /** What tells it from another, as the contract's {@code BundleAnswer} has it. */
  public String etag() {
    CryptoSuite suite = CryptoSuite.international();
    String listed =
        new TreeMap<>(files)
            .entrySet().stream()
                .map(file -> file.getKey() + "\n" + suite.digest(file.getValue()).hex() + "\n")
                .collect(Collectors.joining());
    return suite.digest(Bytes.utf8(listed)).hex();
  }
}
