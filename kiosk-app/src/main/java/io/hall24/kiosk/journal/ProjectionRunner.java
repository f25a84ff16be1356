package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.KeyName;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps the projections in step with the events, on the writing connection. A projection in use is
 * in step by construction, every event reaching it in the transaction that stores it; so its place
 * is written down only when it ends to be in use, which saves a page in every append.
 */
final class ProjectionRunner {
  /** In the column {@code sequence}: has taken every event into account. */
  private static final long IN_STEP = -1;

  private static final int PAGE = 200;
  private final List<Projection> projections;
  private final Sql sql;
  private final EntryReader reader;
  private final JournalIdentity identity;

  ProjectionRunner(
      List<Projection> projections, Sql sql, EntryReader reader, JournalIdentity identity) {
    this.projections = List.copyOf(projections);
    this.sql = sql;
    this.reader = reader;
    this.identity = identity;
  }

  /** Shows a new entry to all projections, before it is stored in the same transaction. */
  void apply(StoredEntry entry, Recorded<?> recorded) {
    SealedStore store = store(Optional.of(entry.keyName()));
    for (Projection projection : projections) {
      projection.apply(recorded, store);
    }
  }

  /** Rebuilds what has another version, and catches up with what was appended without it. */
  void bringUpToDate() {
    writeDownPlacesOfUnused();
    for (Projection projection : projections) {
      if (!isCurrent(projection) || reachedBy(projection) != IN_STEP) {
        sql.transaction(() -> {
          long from = isCurrent(projection) ? reachedBy(projection) : startAgain(projection);
          return replay(projection, from);
        });
      }
    }
  }

  /** What nobody registered this time will miss the events to come. */
  private void writeDownPlacesOfUnused() {
    List<String> used = projections.stream().map(Projection::name).toList();
    sql
        .query("SELECT name FROM projection WHERE sequence = ?", row -> row.text("name"), IN_STEP)
        .stream()
        .filter(name -> !used.contains(name))
        .forEach(name ->
            sql.transaction(() ->
                sql.update(
                    "UPDATE projection SET sequence = (SELECT coalesce(max(sequence), 0) FROM"
                        + " event) WHERE name = ?",
                    name)));
  }

  /** Throws a projection's tables away and derives them again. */
  void rebuild(String name) {
    Projection projection =
        projections.stream()
            .filter(candidate -> candidate.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no projection " + name));
    sql.transaction(() -> replay(projection, startAgain(projection)));
  }

  /** Whether a projection's tables are of its version and took every event into account. */
  static boolean isUpToDate(Projection projection, Sql sql) {
    return sql.first(
            "SELECT 1 AS one FROM projection WHERE name = ? AND version = ?"
                + " AND sequence IN (?, (SELECT coalesce(max(sequence), 0) FROM event))",
            row -> row.number("one"),
            projection.name(),
            projection.version(),
            IN_STEP)
        .isPresent();
  }

  private boolean isCurrent(Projection projection) {
    return sql.first(
            "SELECT version FROM projection WHERE name = ?",
            row -> row.number("version"),
            projection.name())
        .equals(Optional.of((long) projection.version()));
  }

  private long reachedBy(Projection projection) {
    return sql.first(
            "SELECT sequence FROM projection WHERE name = ?",
            row -> row.number("sequence"),
            projection.name())
        .orElse(0L);
  }

  private long startAgain(Projection projection) {
    for (String table : projection.tables()) {
      if (!table.matches("[a-z0-9_]+") || !table.startsWith(projection.name())) {
        throw new IllegalArgumentException("table " + table + " of " + projection.name());
      }
      sql.update("DROP TABLE IF EXISTS " + table);
    }
    projection.create(store(Optional.empty()));
    sql.update(
        "INSERT OR REPLACE INTO projection(name, version, sequence) VALUES (?, ?, 0)",
        projection.name(),
        projection.version());
    return 0;
  }

  private long replay(Projection projection, long from) {
    long last = from;
    List<StoredEntry> page;
    do {
      page = EventTable.after(sql, identity, last, PAGE);
      page.forEach(entry -> show(projection, entry));
      last = page.isEmpty() ? last : page.getLast().header().sequence();
    } while (page.size() == PAGE);
    sql.update("UPDATE projection SET sequence = ? WHERE name = ?", IN_STEP, projection.name());
    return last;
  }

  private void show(Projection projection, StoredEntry entry) {
    SealedStore store = store(Optional.of(entry.keyName()));
    Consumer<Recorded<?>> apply = recorded -> projection.apply(recorded, store);
    reader
        .event(entry)
        .ifPresentOrElse(apply, () -> projection.applyUnreadable(entry.header(), store));
  }

  private SealedStore store(Optional<KeyName> current) {
    return new SealedStore(sql, reader.suite(), reader.vault(), current);
  }
}
