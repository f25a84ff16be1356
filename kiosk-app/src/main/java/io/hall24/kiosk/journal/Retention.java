package io.hall24.kiosk.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How long content is kept, by the registry's time alone. Wishes: 24 h once the registry has them,
 * 72 h at most (domain.md 5.4). Operation: 180 days once the registry has it. The record of
 * issuances stays until the authority has signed that its archive has it, which is not decided
 * here.
 */
public final class Retention {
  private static final Duration WISH_SENT = Duration.ofDays(1);
  private static final Duration WISH_AT_MOST = Duration.ofDays(3);
  private static final Duration OPERATION = Duration.ofDays(180);

  private Retention() {}

  /**
   * The periods whose keys are to be destroyed now.
   *
   * @param periods of a journal, in order
   * @param acknowledged sequence up to which the registry has signed
   * @param now the registry's time
   */
  public static List<KeyPeriod> due(List<KeyPeriod> periods, long acknowledged, Instant now) {
    return periods.stream()
        .filter(period -> period.state() == KeyPeriod.State.READABLE)
        .filter(period ->
            ended(period, periods)
                .map(end -> isDue(period, acknowledged, Duration.between(end, now)))
                .orElse(false))
        .toList();
  }

  private static boolean isDue(KeyPeriod period, long acknowledged, Duration age) {
    boolean sent = acknowledged >= period.lastSequence();
    return switch (period.retention()) {
      case VISIT -> age.compareTo(WISH_AT_MOST) >= 0 || (sent && age.compareTo(WISH_SENT) >= 0);
      case OPERATION -> sent && age.compareTo(OPERATION) >= 0;
      case ISSUANCE -> false;
    };
  }

  /**
   * When the last of a period was recorded, at the latest. What was recorded before the registry's
   * time was known is as old as what was first recorded afterwards, or older.
   */
  private static Optional<Instant> ended(KeyPeriod period, List<KeyPeriod> periods) {
    Stream<Instant> afterwards =
        periods.stream()
            .filter(later -> later.lastSequence() > period.lastSequence())
            .flatMap(later -> later.lastVerifiedAt().stream());
    return period.lastVerifiedAt().or(() -> afterwards.min(Instant::compareTo));
  }
}
