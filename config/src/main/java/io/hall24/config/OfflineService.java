package io.hall24.config;

import java.util.List;
import java.util.Locale;

/**
 * A service that has to know what to do without the registry, and what it may do then. Nothing that
 * could issue a licence twice can be chosen.
 */
public enum OfflineService {
  /** Finding a service, and how to get it. */
  FIND_SERVICE,
  /** Collecting one's own licence: what was noted prints nothing. */
  COLLECT,
  /** Collecting for others: only the registry knows who may. */
  COLLECT_FOR_OTHERS,
  /** Collecting what was granted beforehand to somebody who announced a visit. */
  ANNOUNCED_VISIT,
  /** Saying how it was. */
  RATING;

  /** What may be chosen; the first is chosen where nothing is. */
  public List<OfflinePolicy> allowed() {
    return switch (this) {
      case FIND_SERVICE -> List.of(OfflinePolicy.ALLOW_LOCAL);
      case COLLECT -> List.of(OfflinePolicy.QUEUE, OfflinePolicy.REFUSE);
      case COLLECT_FOR_OTHERS -> List.of(OfflinePolicy.REFUSE, OfflinePolicy.QUEUE);
      case ANNOUNCED_VISIT -> List.of(OfflinePolicy.REFUSE, OfflinePolicy.FINISH_IN_FLIGHT);
      case RATING -> List.of(OfflinePolicy.QUEUE);
    };
  }

  /** The service's name in a file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
