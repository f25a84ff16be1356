package io.hall24.kiosk.catalogue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The pinyin of many titles in one piece of memory, so that all of it is read quickly. */
final class Pinyin {
  private final byte[] letters;
  private final int[] ends;

  Pinyin(List<Title> titles) {
    var all = new ByteArrayOutputStream();
    ends = new int[titles.size()];
    for (int i = 0; i < ends.length; i++) {
      all.writeBytes(titles.get(i).spoken().getBytes(StandardCharsets.US_ASCII));
      ends[i] = all.size();
    }
    letters = all.toByteArray();
  }

  /** Whether the pinyin of a title holds the pattern, or nearly. */
  boolean holds(int place, OneMistake near) {
    return near.in(letters, place == 0 ? 0 : ends[place - 1], ends[place]);
  }
}
