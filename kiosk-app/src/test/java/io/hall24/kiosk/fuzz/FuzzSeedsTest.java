package io.hall24.kiosk.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every seed, whole, cut and with bytes changed; what the fuzzer once found is among the seeds. */
class FuzzSeedsTest {
  private static final int CHANGES = 60;

  @ParameterizedTest
  @EnumSource
  void seedsAndTheirNeighboursAreReadOrRefused(Parser parser) {
    FuzzTarget target = parser.target();
    Random random = new Random(parser.word().hashCode());
    assertFalse(target.seeds().isEmpty());
    for (byte[] seed : target.seeds()) {
      assertDoesNotThrow(() -> target.feed(seed));
      for (int i = 0; i < CHANGES; i++) {
        byte[] changed = java.util.Arrays.copyOf(seed, random.nextInt(seed.length + 8) + 1);
        changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        assertDoesNotThrow(() -> target.feed(changed));
      }
    }
  }
}
