package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.Jws;

/**
 * The registry's signed acknowledgement that it has this journal up to and including an entry.
 *
 * @param sequence of that entry, from 1
 * @param hash of that entry
 * @param signed byte for byte as received; whoever hands it in has verified it
 */
public record Checkpoint(long sequence, Bytes hash, Jws signed) {}
