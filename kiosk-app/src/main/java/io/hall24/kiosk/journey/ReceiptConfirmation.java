package io.hall24.kiosk.journey;

/** How somebody says that they have what they came for. Both ways are worth the same. */
public sealed interface ReceiptConfirmation {
  /**
   * Signed on the screen.
   *
   * @param by what was drawn; whoever takes it closes it
   */
  record Signed(Signature by) implements ReceiptConfirmation {}

  /** Said so, by touch or by key, after it was read or heard. */
  record ByWord() implements ReceiptConfirmation {}
}
