package io.hall24.device.nut;

import io.hall24.kiosk.fuzz.FuzzTarget;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Lists of variables of a UPS. */
public final class NutFuzz implements FuzzTarget {
  private static final String UPS = "hall";
  private static final UpsReading READING = new UpsReading(20, Duration.ofMinutes(2));

  /** A target. */
  public NutFuzz() {}

  @Override
  public void feed(byte[] input) {
    List<String> lines = new String(input, StandardCharsets.UTF_8).lines().toList();
    var answer = NutAnswer.read(UPS, lines);
    if (answer.isPresent() && answer.get() instanceof NutAnswer.Variables(var values)) {
      var read = READING.read(values);
      if (read instanceof UpsReading.Outcome.Unusable(var detail) && detail.isEmpty()) {
        throw new IllegalStateException("unusable without a word");
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        text(
            "BEGIN LIST VAR hall\nVAR hall ups.status \"OL CHRG\"\nVAR hall battery.charge"
                + " \"87\"\nVAR hall battery.runtime \"1200\"\nEND LIST VAR hall\n"),
        text("BEGIN LIST VAR hall\nVAR hall ups.status \"OL OL\"\nEND LIST VAR hall\n"),
        text("ERR UNKNOWN-UPS\n"),
        text(
            "BEGIN LIST VAR hall\nVAR hall ups.model \""
                + "a\\\"".repeat(20_000)
                + "\"\nEND LIST VAR hall\n"));
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
