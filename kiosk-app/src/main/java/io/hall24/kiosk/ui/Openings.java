package io.hall24.kiosk.ui;

import io.hall24.config.OpeningHours;
import io.hall24.config.Profile;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the terminal serves, and which ways to confirm who somebody is are open now.
 *
 * @param serves whether the terminal serves now
 * @param until when that changes; empty when it does not in the next week
 * @param routes every way that this terminal knows, the face first
 * @param nearby where people go when this terminal cannot serve them
 */
public record Openings(
    boolean serves, Optional<LocalDateTime> until, List<Route> routes, Optional<Words> nearby) {
  public Openings {
    routes = List.copyOf(routes);
  }

  /**
   * One way to confirm who somebody is.
   *
   * @param open whether it can be gone now
   * @param from when it opens next; empty when that is not known
   */
  public record Route(Way way, boolean open, Optional<LocalDateTime> from) {}

  /** The ways. */
  public enum Way {
    FACE,
    CLERK,
    REMOTE_CLERK,
    CREDENTIAL
  }

  /** Always, by face or by clerk. */
  public static final Openings ALWAYS =
      new Openings(
          true,
          Optional.empty(),
          List.of(
              new Route(Way.FACE, true, Optional.empty()),
              new Route(Way.CLERK, true, Optional.empty())),
          Optional.empty());

  /**
   * As an operator set them.
   *
   * @param now in the hall
   * @param camera whether faces can be compared
   */
  public static Openings of(Profile.Opening set, LocalDateTime now, boolean camera) {
    List<Route> routes = new ArrayList<>();
    routes.add(new Route(Way.FACE, camera, Optional.empty()));
    add(routes, Way.CLERK, set.clerk(), now);
    add(routes, Way.REMOTE_CLERK, set.remoteClerk(), now);
    add(routes, Way.CREDENTIAL, set.credential(), now);
    OpeningHours terminal = set.terminal();
    boolean serves = terminal.openAt(now);
    Optional<LocalDateTime> until =
        serves ? OpeningHours.ALWAYS.without(terminal).nextOpening(now) : terminal.nextOpening(now);
    return new Openings(serves, until, routes, Optional.empty());
  }

  /** The same, with the nearest other terminal. */
  public Openings near(Optional<Profile.Nearby> other) {
    return new Openings(
        serves, until, routes, other.map(there -> new Words.Named(there.zh(), there.en())));
  }

  private static void add(List<Route> routes, Way way, OpeningHours hours, LocalDateTime now) {
    if (!hours.isNever()) {
      boolean open = hours.openAt(now);
      routes.add(new Route(way, open, open ? Optional.empty() : hours.nextOpening(now)));
    }
  }

  /** The time of day at which the terminal stops serving, if it does. */
  Optional<LocalTime> servesUntil() {
    return until.filter(_ -> serves).map(LocalDateTime::toLocalTime);
  }
}
