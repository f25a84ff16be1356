package io.hall24.kiosk.crypto;

/** What a {@link KeyVault} knows of a sealing key. */
public sealed interface KeyState {
  record Present(SealingKey key) implements KeyState {}

  /** Was here and was destroyed on purpose; a key of this name never exists again. */
  record Destroyed() implements KeyState {}

  /** Never was here. */
  record Absent() implements KeyState {}

  /**
   * Should be here, but cannot be read, or cannot be made.
   *
   * @param why for the log, in English
   */
  record Unusable(String why) implements KeyState {}
}
