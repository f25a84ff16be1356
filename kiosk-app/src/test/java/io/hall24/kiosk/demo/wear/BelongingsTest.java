package io.hall24.kiosk.demo.wear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BelongingsTest {
  private static final int NOTES = 300;

  /** Notes whose memory does what a long run's did: warms up, and is taken and given back. */
  private static Belongings noted(long leakPerNote) {
    var random = new Random(24);
    List<Belongings.Note> notes = new ArrayList<>();
    for (int i = 0; i < NOTES; i++) {
      long compiling = random.nextInt(4) == 0 ? random.nextInt(6_000_000) : 0;
      long warmth = Math.min(i, NOTES / 3) * 20_000L;
      notes.add(
          new Belongings.Note(40, 100, 180_000, 19_000_000 + warmth + compiling + i * leakPerNote));
    }
    return new Belongings(notes);
  }

  @Test
  void whatIsGivenBackIsNoTrend() {
    Belongings level = noted(0);
    assertTrue(Math.abs(level.trend(Belongings.Note::nativeBytes)) < 20_000);
    assertEquals(0, level.trend(Belongings.Note::files));
  }

  @Test
  void aLeakIsItsTrendHoweverSmall() {
    double trend = noted(1_000).trend(Belongings.Note::nativeBytes);
    assertEquals(NOTES / 2 * 1_000, trend, 20_000);
  }

  @Test
  void memoryOfNativeCodeIsSeenWhileItIsHeld() {
    var belongings = new Belongings();
    belongings.note();
    long before = belongings.last().nativeBytes();
    try (Arena arena = Arena.ofConfined()) {
      var _ = arena.allocate(64 << 20);
      belongings.note();
      assertTrue(belongings.last().nativeBytes() - before > 48 << 20);
    }
    belongings.note();
    assertTrue(belongings.last().nativeBytes() - before < 32 << 20);
  }
}
