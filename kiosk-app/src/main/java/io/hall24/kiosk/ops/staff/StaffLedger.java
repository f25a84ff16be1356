package io.hall24.kiosk.ops.staff;

import io.hall24.kiosk.journal.Projection;
import io.hall24.kiosk.journal.ProjectionStore;
import io.hall24.kiosk.journal.ReadStore;
import io.hall24.kiosk.journal.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which file of credentials is the right one, and how many wrong PINs there were. */
public final class StaffLedger implements Projection {
  /**
   * Wrong PINs for one number.
   *
   * @param failures since the last right one
   * @param lastVerified registry time of the last one, where that was known
   */
  record Tries(int failures, Optional<Instant> lastVerified) {
    static final Tries NONE = new Tries(0, Optional.empty());
  }

  @Override
  public String name() {
    return "staff";
  }

  @Override
  public int version() {
    return 2;
  }

  @Override
  public List<String> tables() {
    return List.of("staff_tries", "staff_file", "staff_code");
  }

  @Override
  public void create(ProjectionStore store) {
    store.update(
        """
        CREATE TABLE staff_tries (
          number INTEGER PRIMARY KEY, failures INTEGER NOT NULL, verified INTEGER) STRICT\
        """);
    store.update(
        "CREATE TABLE staff_file (one INTEGER PRIMARY KEY CHECK (one = 1), name TEXT) STRICT");
    store.update(
        "CREATE TABLE staff_code (number INTEGER PRIMARY KEY, step INTEGER NOT NULL) STRICT");
  }

  @Override
  public void apply(Recorded<?> recorded, ProjectionStore store) {
    if (recorded.event() instanceof StaffEvent event) {
      follow(event, recorded.verifiedAt(), store);
    }
  }

  private static void follow(
      StaffEvent event, Optional<Instant> verifiedAt, ProjectionStore store) {
    switch (event) {
      case StaffEvent.CredentialSet(_, _, var number, var file) -> {
        forgive(number, store);
        remember(file, store);
      }
      case StaffEvent.CredentialRemoved(_, var number, var file) -> {
        forgive(number, store);
        remember(file, store);
      }
      case StaffEvent.Tried(var number, _) ->
          store.update(
              """
              INSERT INTO staff_tries (number, failures, verified) VALUES (?, 1, ?)
              ON CONFLICT (number) DO UPDATE
              SET failures = failures + 1, verified = excluded.verified\
              """,
              number,
              verifiedAt.map(Instant::toEpochMilli));
      case StaffEvent.Admitted(var number, _, _) -> forgive(number, store);
      case StaffEvent.Refused(var number, _, var pinRight, _) -> {
        if (pinRight) {
          forgive(number, store);
        }
      }
      case StaffEvent.LockedOut _, StaffEvent.TelephoneAsked _, StaffEvent.TelephoneAnswered _ -> {}
      case StaffEvent.TokenGiven(_, _, var file) -> remember(file, store);
      case StaffEvent.CardRegistered(_, _, var file) -> remember(file, store);
      case StaffEvent.CodeUsed(var number, var step) ->
          store.update(
              """
              INSERT INTO staff_code (number, step) VALUES (?, ?)
              ON CONFLICT (number) DO UPDATE SET step = excluded.step\
              """,
              number,
              step);
    }
  }

  private static void forgive(int number, ProjectionStore store) {
    store.update("DELETE FROM staff_tries WHERE number = ?", number);
  }

  private static void remember(String file, ProjectionStore store) {
    store.update(
        """
        INSERT INTO staff_file (one, name) VALUES (1, ?)
        ON CONFLICT (one) DO UPDATE SET name = excluded.name\
        """,
        file);
  }

  static Tries tries(int number, ReadStore store) {
    return store
        .first(
            "SELECT failures, verified FROM staff_tries WHERE number = ?",
            row ->
                new Tries(
                    (int) row.number("failures"),
                    row.optionalNumber("verified").map(Instant::ofEpochMilli)),
            number)
        .orElse(Tries.NONE);
  }

  /** The step of the last one-time code that was taken; before all time when none was. */
  static long lastStep(int number, ReadStore store) {
    return store
        .first("SELECT step FROM staff_code WHERE number = ?", row -> row.number("step"), number)
        .orElse(Long.MIN_VALUE);
  }

  /** The name of the file that holds all credentials; empty when none was ever set. */
  static Optional<String> file(ReadStore store) {
    return store.first("SELECT name FROM staff_file", row -> row.text("name"));
  }
}
