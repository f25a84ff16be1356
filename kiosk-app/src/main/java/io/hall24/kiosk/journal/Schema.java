package io.hall24.kiosk.journal;

import java.util.List;

/** The tables of the journal itself, and how older files become newer ones. Nothing is dropped. */
final class Schema {
  /** "H24J", so that {@code file} and this class tell a journal from any other database. */
  static final long APPLICATION_ID = 0x4832344A;

  private static final List<List<String>> MIGRATIONS =
      List.of(
          List.of(
              """
              CREATE TABLE journal (
                one INTEGER PRIMARY KEY CHECK (one = 1),
                terminal_id TEXT NOT NULL,
                journal_id TEXT NOT NULL,
                suite TEXT NOT NULL,
                created_at INTEGER NOT NULL
              ) STRICT\
              """,
              """
              CREATE TABLE event (
                sequence INTEGER PRIMARY KEY,
                type TEXT NOT NULL,
                version INTEGER NOT NULL,
                retention TEXT NOT NULL,
                key_period INTEGER NOT NULL,
                recorded_at INTEGER NOT NULL,
                verified_at INTEGER,
                sealed BLOB NOT NULL,
                commitment BLOB NOT NULL,
                previous_hash BLOB NOT NULL,
                hash BLOB NOT NULL
              ) STRICT\
              """,
              """
              CREATE TRIGGER event_is_never_changed BEFORE UPDATE ON event
              BEGIN SELECT RAISE(ABORT, 'events are append-only'); END\
              """,
              """
              CREATE TRIGGER event_is_never_deleted BEFORE DELETE ON event
              BEGIN SELECT RAISE(ABORT, 'events are append-only'); END\
              """,
              """
              CREATE TABLE checkpoint (
                sequence INTEGER NOT NULL,
                hash BLOB NOT NULL,
                signed TEXT NOT NULL,
                received_at INTEGER NOT NULL,
                PRIMARY KEY (sequence, hash)
              ) STRICT, WITHOUT ROWID\
              """,
              """
              CREATE TABLE rejection (
                sequence INTEGER PRIMARY KEY REFERENCES event(sequence),
                code TEXT NOT NULL,
                signed TEXT NOT NULL,
                received_at INTEGER NOT NULL
              ) STRICT\
              """,
              """
              CREATE TABLE projection (
                name TEXT PRIMARY KEY,
                version INTEGER NOT NULL,
                sequence INTEGER NOT NULL
              ) STRICT, WITHOUT ROWID\
              """),
          List.of(
              """
              CREATE TABLE verified_mark (
                one INTEGER PRIMARY KEY CHECK (one = 1),
                signed TEXT NOT NULL
              ) STRICT\
              """,
              """
              CREATE TABLE key_period (
                retention TEXT NOT NULL,
                period INTEGER NOT NULL,
                first_sequence INTEGER NOT NULL,
                last_sequence INTEGER NOT NULL,
                last_verified_at INTEGER,
                PRIMARY KEY (retention, period)
              ) STRICT, WITHOUT ROWID\
              """));

  private Schema() {}

  static int newest() {
    return MIGRATIONS.size();
  }

  static boolean isJournal(Sql sql) {
    return sql.first("PRAGMA application_id", row -> row.number("application_id"))
        .equals(java.util.Optional.of(APPLICATION_ID));
  }

  /** Version of a journal's tables, from 1; 0 before the first migration. */
  static long version(Sql sql) {
    boolean fresh =
        sql.query("SELECT 1 FROM sqlite_schema WHERE name = 'schema_version'", row -> row)
            .isEmpty();
    return fresh
        ? 0
        : sql.first(
                "SELECT coalesce(max(version), 0) AS v FROM schema_version", row -> row.number("v"))
            .orElse(0L);
  }

  /** Brings a file to {@link #newest()}, one transaction a step. */
  static void migrate(Sql sql, long wallMillis) {
    if (version(sql) == 0) {
      sql.transaction(() -> {
        sql.update("PRAGMA application_id = " + APPLICATION_ID);
        return sql.update(
            "CREATE TABLE IF NOT EXISTS schema_version ("
                + "version INTEGER PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT");
      });
    }
    for (int next = (int) version(sql) + 1; next <= newest(); next++) {
      int version = next;
      sql.transaction(() -> {
        MIGRATIONS.get(version - 1).forEach(sql::update);
        return sql.update(
            "INSERT INTO schema_version(version, applied_at) VALUES (?, ?)", version, wallMillis);
      });
    }
  }
}
