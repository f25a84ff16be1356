package io.hall24.device.sam;

import io.hall24.kiosk.fuzz.FuzzTarget;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Files that say where the fields of a card lie. */
public final class LayoutFuzz implements FuzzTarget {
  /** A target. */
  public LayoutFuzz() {}

  @Override
  public void feed(byte[] input) {
    try {
      RecordLayout layout =
          RecordLayout.parse(
              new String(input, StandardCharsets.UTF_8)
                  .lines()
                  .map(LayoutFuzz::withoutForm)
                  .collect(Collectors.joining("\n")));
      boolean inside =
          layout.places().values().stream()
              .allMatch(place -> place.offset() + place.length() <= RecordLayout.TEXT);
      if (!inside || layout.places().isEmpty()) {
        throw new IllegalStateException("a layout beyond its text");
      }
    } catch (IllegalArgumentException refused) {
      if (refused.getMessage() == null) {
        throw new IllegalStateException("refused without a word", refused);
      }
    }
  }

  /** The form of numbers is an expression, which only an operator may write: it is one here. */
  private static String withoutForm(String line) {
    return line.strip().startsWith("number") ? "number GB-11643" : line;
  }

  @Override
  public List<byte[]> seeds() {
    String whole =
        """
        name example
        type RESIDENT_ID_CARD
        letter none
        issuer CHN
        nationality CHN
        number GB-11643
        field name 0 30
        field sex 30 2
        field ethnicity 32 4
        field birth 36 16
        field address 52 70
        field number 122 36
        field issuer 158 30
        field valid-from 188 16
        field valid-to 204 16
        field reserved 220 36
        """;
    return List.of(
        whole.getBytes(StandardCharsets.UTF_8),
        (whole + "name twice\n").getBytes(StandardCharsets.UTF_8));
  }
}
