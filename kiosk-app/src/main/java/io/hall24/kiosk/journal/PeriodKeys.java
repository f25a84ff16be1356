package io.hall24.kiosk.journal;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.KeyState;
import io.hall24.kiosk.crypto.KeyVault;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which key the next entry of a retention class is sealed under. A new period begins with every
 * start and after a span of monotonic time, so that a wrong wall clock cannot put old and new
 * content under one key.
 */
final class PeriodKeys {
  /** A key in use, or the reason why there is none. */
  record Current(long period, KeyState state, long sinceNanos) {}

  private final KeyVault vault;
  private final String journalId;
  private final HallClock clock;
  private final Map<RetentionClass, Long> lastUsed;
  private final Map<RetentionClass, Current> current = new EnumMap<>(RetentionClass.class);

  /**
   * @param lastUsed the highest period of each class in the journal; absent means none
   */
  PeriodKeys(
      KeyVault vault, String journalId, HallClock clock, Map<RetentionClass, Long> lastUsed) {
    this.vault = vault;
    this.journalId = journalId;
    this.clock = clock;
    this.lastUsed = new EnumMap<>(RetentionClass.class);
    this.lastUsed.putAll(lastUsed);
  }

  Current forNext(RetentionClass retention) {
    Current now = current.get(retention);
    if (now != null && !isOver(retention, now)) {
      return now;
    }
    Current next = begin(retention);
    if (next.state() instanceof KeyState.Present) {
      current.put(retention, next);
      lastUsed.put(retention, next.period());
    }
    return next;
  }

  /** Destroys a period's key; the next entry of the class begins a new one. */
  KeyState destroy(RetentionClass retention, long period) {
    Current now = current.get(retention);
    if (now != null && now.period() == period) {
      current.remove(retention);
    }
    return vault.destroy(StoredEntry.keyName(journalId, retention, period));
  }

  private Current begin(RetentionClass retention) {
    long period = lastUsed.getOrDefault(retention, 0L);
    KeyState state;
    do {
      period++;
      state = vault.obtain(StoredEntry.keyName(journalId, retention, period));
    } while (state instanceof KeyState.Destroyed);
    return new Current(period, state, clock.nanoTime());
  }

  private boolean isOver(RetentionClass retention, Current now) {
    return clock.nanoTime() - now.sinceNanos() >= span(retention).toNanos();
  }

  /** How much the moment of shredding may differ between entries of one period. */
  private static Duration span(RetentionClass retention) {
    return switch (retention) {
      case VISIT -> Duration.ofHours(1);
      case OPERATION, ISSUANCE -> Duration.ofDays(1);
    };
  }
}
