package io.hall24.device;

/** What some identity documents say beside what every one says. */
public enum DocumentItem {
  /**
   * The holder's name in Chinese characters, where the document gives it in Latin letters first.
   */
  CHINESE_NAME,
  /** {@code FEMALE}, {@code MALE}, {@code UNKNOWN} or {@code NOT_STATED} (GB/T 2261.1). */
  SEX,
  /** The ethnic group in Chinese characters (GB/T 3304). */
  ETHNICITY,
  /** As printed on the document. */
  ADDRESS,
  /** An address that was written into the chip later. */
  NEW_ADDRESS,
  /** Who issued it. */
  AUTHORITY,
  /** First day of validity, {@code yyyy-mm-dd}. */
  VALID_FROM,
  /** Number of the travel permit that belongs to a residence permit. */
  TRAVEL_PERMIT,
  /** How many times it was issued. */
  ISSUE_COUNT,
  /** Version of the document. */
  VERSION,
  /** The security module that read and authenticated it. */
  READER_MODULE
}
