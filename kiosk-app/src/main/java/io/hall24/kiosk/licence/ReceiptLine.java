package io.hall24.kiosk.licence;

import java.util.List;

/** One line of a receipt, for paper and for screens alike. */
public sealed interface ReceiptLine {
  /**
   * What it is a receipt for.
   *
   * @param others the same in the other languages
   */
  record Title(String text, List<String> others) implements ReceiptLine {
    public Title {
      others = List.copyOf(others);
    }
  }

  /** Something large, such as the number of a ticket. */
  record Headline(String text) implements ReceiptLine {}

  /** A fact with its name. */
  record Pair(String caption, String value) implements ReceiptLine {}

  /** A sentence. */
  record Note(String text) implements ReceiptLine {}

  /** A rule between groups. */
  record Rule() implements ReceiptLine {}

  /** A QR code. */
  record Qr(String content) implements ReceiptLine {}
}
