package io.hall24.kiosk.ops.daybook;

/**
 * Where registry, journal and stock ledger differ.
 *
 * @param subject id of the issuance, or a sheet's number
 * @param detail for technicians; nothing personal
 */
public record Discrepancy(Code code, String subject, String detail) {
  /** Kinds of difference (domain.md 5.3). */
  public enum Code {
    /** The registry has it, the terminal does not. */
    R1,
    /** The terminal has it, the registry does not. */
    R2,
    /** A sheet is missing, or is elsewhere than the issuance says. */
    R3,
    /** What was printed is not what the registry granted. */
    R4,
    /** Nobody has found out yet what became of it. */
    R5
  }
}
