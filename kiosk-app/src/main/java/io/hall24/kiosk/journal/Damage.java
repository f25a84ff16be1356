package io.hall24.kiosk.journal;

/**
 * An entry that is not what was written, found while the journal is in use. Licence service closes.
 *
 * @param sequence of the first broken entry; 0 when it is the file, outside the entries
 * @param why for the log, in English
 */
public record Damage(long sequence, String why) {}
