package io.hall24.device.escpos;

import io.hall24.device.SupplyLevel;
import io.hall24.kiosk.fuzz.FuzzTarget;
import java.util.List;

/** Real-time states of a receipt printer. */
public final class EscPosFuzz implements FuzzTarget {
  private static final int ANSWERS = 4;

  /** A target. */
  public EscPosFuzz() {}

  @Override
  public void feed(byte[] input) {
    if (input.length < ANSWERS) {
      return;
    }
    for (int i = 0; i < ANSWERS; i++) {
      if (!EscPosStatus.valid(input[i] & 0xFF)) {
        return;
      }
    }
    var status =
        new EscPosStatus(input[0] & 0xFF, input[1] & 0xFF, input[2] & 0xFF, input[3] & 0xFF);
    var report = status.report();
    if (status.paper() == SupplyLevel.OUT && report.reasons().isEmpty()) {
      throw new IllegalStateException("out of paper, and nothing said");
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(new byte[] {0x12, 0x12, 0x12, 0x12}, new byte[] {0x1A, 0x32, 0x12, 0x7E});
  }
}
