package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.Jws;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Questions to the journal's own tables, on whichever connection. */
final class EventTable {
  private static final String SELECT = "SELECT " + StoredEntry.COLUMNS + " FROM event ";

  private EventTable() {}

  static List<StoredEntry> after(Sql sql, JournalIdentity identity, long sequence, int limit) {
    return sql.query(
        SELECT + "WHERE sequence > ? ORDER BY sequence LIMIT ?",
        row -> StoredEntry.load(identity, row),
        sequence,
        limit);
  }

  /** Entries of the given types only. */
  static List<StoredEntry> after(
      Sql sql, JournalIdentity identity, long sequence, int limit, List<String> types) {
    String marks = types.stream().map(type -> "?").collect(Collectors.joining(", "));
    Object[] parameters =
        Stream.of(Stream.of((Object) sequence), types.stream(), Stream.of((Object) limit))
            .flatMap(part -> part)
            .toArray();
    return sql.query(
        SELECT + "WHERE sequence > ? AND type IN (" + marks + ") ORDER BY sequence LIMIT ?",
        row -> StoredEntry.load(identity, row),
        parameters);
  }

  static List<EntryHeader> tail(Sql sql, JournalIdentity identity, int count) {
    return sql.query(
            SELECT + "ORDER BY sequence DESC LIMIT ?",
            row -> StoredEntry.load(identity, row).header(),
            count)
        .reversed();
  }

  static ChainHead head(Sql sql, JournalIdentity identity) {
    return sql.first(
            "SELECT sequence, hash FROM event ORDER BY sequence DESC LIMIT 1",
            row ->
                new ChainHead(
                    identity.journalId(), row.number("sequence"), row.bytes("hash").hex()))
        .orElseGet(() -> new ChainHead(identity.journalId(), 0, identity.startHash().hex()));
  }

  /** The highest sequence that the registry signed for and that is ours. */
  static long acknowledged(Sql sql) {
    return sql.first(
            "SELECT c.sequence FROM checkpoint c JOIN event e"
                + " ON e.sequence = c.sequence AND e.hash = c.hash"
                + " ORDER BY c.sequence DESC LIMIT 1",
            row -> row.number("sequence"))
        .orElse(0L);
  }

  /** The first checkpoint that does not fit our chain. */
  static Optional<Fork> fork(Sql sql) {
    return sql.first(
        "SELECT c.sequence, c.hash, c.signed, e.hash AS ours FROM checkpoint c"
            + " LEFT JOIN event e ON e.sequence = c.sequence"
            + " WHERE e.hash IS NULL OR e.hash <> c.hash ORDER BY c.sequence LIMIT 1",
        row -> new Fork(checkpoint(row), row.optionalBytes("ours")));
  }

  /** The fork that a checkpoint proves, if it does not fit our chain. */
  static Optional<Fork> fork(Sql sql, Checkpoint checkpoint) {
    Optional<Bytes> ours =
        sql.first(
            "SELECT hash FROM event WHERE sequence = ?",
            row -> row.bytes("hash"),
            checkpoint.sequence());
    return ours.equals(Optional.of(checkpoint.hash()))
        ? Optional.empty()
        : Optional.of(new Fork(checkpoint, ours));
  }

  static List<Checkpoint> checkpoints(Sql sql) {
    return sql.query(
        "SELECT sequence, hash, signed FROM checkpoint ORDER BY sequence, hash",
        EventTable::checkpoint);
  }

  static Optional<Checkpoint> lastCheckpoint(Sql sql) {
    return sql.first(
        "SELECT sequence, hash, signed FROM checkpoint ORDER BY sequence DESC LIMIT 1",
        EventTable::checkpoint);
  }

  private static Checkpoint checkpoint(Row row) {
    return new Checkpoint(row.number("sequence"), row.bytes("hash"), new Jws(row.text("signed")));
  }

  static List<Rejection> rejections(Sql sql) {
    return sql.query(
        "SELECT sequence, code, signed FROM rejection ORDER BY sequence",
        row ->
            new Rejection(row.number("sequence"), row.text("code"), new Jws(row.text("signed"))));
  }

  static Optional<Instant> recordedAtAfter(Sql sql, long sequence) {
    return sql.first(
        "SELECT recorded_at FROM event WHERE sequence > ? ORDER BY sequence LIMIT 1",
        row -> Instant.ofEpochMilli(row.number("recorded_at")),
        sequence);
  }
}
