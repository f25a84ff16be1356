package io.hall24.device.lds;

import io.hall24.kiosk.fuzz.FuzzTarget;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** The machine readable zone. */
public final class ZoneFuzz implements FuzzTarget {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  /** A target. */
  public ZoneFuzz() {}

  @Override
  public void feed(byte[] input) {
    try {
      var zone = MachineReadableZone.parse(new String(input, StandardCharsets.ISO_8859_1), TODAY);
      if (zone.birth().isAfter(TODAY) || zone.documentNumber().length() > 9) {
        throw new IllegalStateException("a wrong field");
      }
    } catch (MalformedFileException refused) {
      if (refused.getMessage() == null) {
        throw new IllegalStateException("refused without a word", refused);
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<"
                + "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
            .getBytes(StandardCharsets.US_ASCII));
  }
}
