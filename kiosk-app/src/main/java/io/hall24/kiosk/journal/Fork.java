package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import java.util.Optional;

/**
 * The registry has signed for an entry that this journal does not have: a restored disk image, or
 * two terminals with one identity. Nothing is discarded; licence service closes.
 *
 * @param checkpoint what the registry signed
 * @param ours the hash of our entry of that sequence; empty when our journal ends before it
 */
public record Fork(Checkpoint checkpoint, Optional<Bytes> ours) {}
