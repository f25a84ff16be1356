package io.hall24.kiosk.app;

import io.hall24.device.Slip;
import io.hall24.device.Slip.Line;
import io.hall24.device.Slip.Look;
import io.hall24.kiosk.licence.Receipt;
import io.hall24.kiosk.licence.ReceiptLine;
import io.hall24.kiosk.licence.ReceiptText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A receipt as a receipt printer sets it. */
final class SlipText {
  private SlipText() {}

  /**
   * The slip of a receipt.
   *
   * @param sample whether it says that it is one of a demonstration
   */
  static Slip of(Receipt receipt, Locale language, boolean sample) {
    List<Line> lines = new ArrayList<>();
    ReceiptText.of(receipt, language, sample).forEach(line -> add(line, lines));
    return new Slip(lines);
  }

  private static void add(ReceiptLine line, List<Line> lines) {
    switch (line) {
      case ReceiptLine.Title(var text, var others) -> {
        lines.add(new Line.Text(text, Look.LARGE, true));
        others.forEach(other -> lines.add(new Line.Text(other, Look.PLAIN, true)));
        lines.add(new Line.Rule());
      }
      case ReceiptLine.Headline(var text) -> lines.add(new Line.Text(text, Look.LARGE, true));
      case ReceiptLine.Pair(var caption, var value) -> lines.add(new Line.Pair(caption, value));
      case ReceiptLine.Note(var text) -> lines.add(new Line.Text(text, Look.PLAIN, false));
      case ReceiptLine.Rule() -> lines.add(new Line.Rule());
      case ReceiptLine.Qr(var content) ->
          lines.add(
              content.getBytes(StandardCharsets.UTF_8).length <= Slip.LONGEST_CODE
                  ? new Line.Code(content)
                  : new Line.Text(content, Look.PLAIN, false));
    }
  }
}
