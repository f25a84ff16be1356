package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyState;
import io.hall24.kiosk.crypto.KeyVault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which entries share a key, as far as a walk or the writer has come. Kept in memory; what stands
 * in the table is as old as the {@link VerifiedMark}.
 */
final class KeyBook {
  /** One key of the journal. */
  private record Id(RetentionClass retention, long period) {}

  private record Span(long first, long last, Optional<Instant> lastVerifiedAt) {}

  private final Map<Id, Span> spans = new LinkedHashMap<>();
  private final Set<Id> unsaved = new HashSet<>();
  private boolean replacesTable = true;

  /** What stands in the table. */
  static KeyBook load(Sql sql) {
    KeyBook book = new KeyBook();
    sql.query(
            "SELECT * FROM key_period ORDER BY first_sequence",
            row ->
                Map.entry(
                    new Id(EntryHeader.retentionNamed(row.text("retention")), row.number("period")),
                    new Span(
                        row.number("first_sequence"),
                        row.number("last_sequence"),
                        row.optionalNumber("last_verified_at").map(Instant::ofEpochMilli))))
        .forEach(row -> book.spans.put(row.getKey(), row.getValue()));
    book.replacesTable = false;
    return book;
  }

  /** Takes the next entry into account. */
  void note(EntryHeader header) {
    Id id = new Id(header.retention(), header.keyPeriod());
    Optional<Span> before = Optional.ofNullable(spans.get(id));
    spans.put(
        id,
        new Span(
            before.map(Span::first).orElse(header.sequence()),
            header.sequence(),
            later(before.flatMap(Span::lastVerifiedAt), header.verifiedAt())));
    unsaved.add(id);
  }

  private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
    return a.isPresent() && b.isPresent()
        ? a.filter(time -> time.isAfter(b.get())).or(() -> b)
        : a.or(() -> b);
  }

  /** Writes what is not in the table; {@link #saved} says that it was committed. */
  void save(Sql sql) {
    if (replacesTable) {
      sql.update("DELETE FROM key_period");
    }
    for (Id id : unsaved) {
      Optional.ofNullable(spans.get(id))
          .ifPresent(span ->
              sql.update(
                  "INSERT OR REPLACE INTO key_period(retention, period, first_sequence,"
                      + " last_sequence, last_verified_at) VALUES (?, ?, ?, ?, ?)",
                  EntryHeader.nameOf(id.retention()),
                  id.period(),
                  span.first(),
                  span.last(),
                  span.lastVerifiedAt().map(Instant::toEpochMilli)));
    }
  }

  void saved() {
    unsaved.clear();
    replacesTable = false;
  }

  /** What a {@link VerifiedMark} vouches for besides the chain. */
  Bytes digest(CryptoSuite suite) {
    return suite.digest(Bytes.utf8(spans.toString()));
  }

  /** The highest period of each class. */
  Map<RetentionClass, Long> lastUsed() {
    Map<RetentionClass, Long> last = new EnumMap<>(RetentionClass.class);
    spans.keySet().forEach(id -> last.merge(id.retention(), id.period(), Math::max));
    return last;
  }

  /** Every period, in the order in which they began, with the state of its key. */
  List<KeyPeriod> periods(String journalId, KeyVault vault) {
    List<KeyPeriod> periods = new ArrayList<>();
    spans.forEach((id, span) ->
        periods.add(
            new KeyPeriod(
                id.retention(),
                id.period(),
                span.first(),
                span.last(),
                span.lastVerifiedAt(),
                state(vault.find(StoredEntry.keyName(journalId, id.retention(), id.period()))))));
    return periods;
  }

  private static KeyPeriod.State state(KeyState key) {
    return switch (key) {
      case KeyState.Present present -> KeyPeriod.State.READABLE;
      case KeyState.Destroyed destroyed -> KeyPeriod.State.DESTROYED;
      case KeyState.Absent absent -> KeyPeriod.State.LOST;
      case KeyState.Unusable unusable -> KeyPeriod.State.LOST;
    };
  }
}
