package io.hall24.kiosk.memory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for secrets in bytes that come in pieces; keeps them scrambled. */
final class ByteSearch {
  private final Map<Integer, List<Map.Entry<String, byte[]>>> byStart = new HashMap<>();
  private final int longest;

  ByteSearch(Secrets secrets) {
    int most = 0;
    for (var secret : secrets.scrambled().entrySet()) {
      byte[] bytes = secret.getValue();
      byStart.computeIfAbsent(start(bytes[0], bytes[1]), _ -> new ArrayList<>()).add(secret);
      most = Math.max(most, bytes.length);
    }
    longest = most;
  }

  /** So many bytes of a piece must come again with the next one. */
  int overlap() {
    return longest - 1;
  }

  /** The labels of what lies in the first bytes of a piece. */
  Set<String> in(byte[] piece, int length) {
    Set<String> found = new LinkedHashSet<>();
    for (int at = 0; at + 1 < length; at++) {
      var candidates =
          byStart.get(
              start((byte) (piece[at] ^ Secrets.TURN), (byte) (piece[at + 1] ^ Secrets.TURN)));
      if (candidates != null) {
        for (var secret : candidates) {
          if (same(piece, at, length, secret.getValue())) {
            found.add(secret.getKey());
          }
        }
      }
    }
    return found;
  }

  private static int start(byte first, byte second) {
    return Byte.toUnsignedInt(first) << 8 | Byte.toUnsignedInt(second);
  }

  private static boolean same(byte[] piece, int at, int length, byte[] scrambled) {
    if (at + scrambled.length > length) {
      return false;
    }
    for (int i = 2; i < scrambled.length; i++) {
      if ((byte) (piece[at + i] ^ Secrets.TURN) != scrambled[i]) {
        return false;
      }
    }
    return true;
  }
}
