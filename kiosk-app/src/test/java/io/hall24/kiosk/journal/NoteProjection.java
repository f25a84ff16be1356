package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import java.util.List;

/**
 * The texts of all notes, sealed, and how many there are of each type.
 *
 * @param version as a room would raise it
 */
record NoteProjection(int version) implements Projection {
  @Override
  public String name() {
    return "note";
  }

  @Override
  public List<String> tables() {
    return List.of("note_text", "note_count");
  }

  @Override
  public void create(ProjectionStore store) {
    store.update("CREATE TABLE note_text (sequence INTEGER PRIMARY KEY, sealed BLOB) STRICT");
    store.update("CREATE TABLE note_count (kind TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT");
  }

  @Override
  public void apply(Recorded<?> recorded, ProjectionStore store) {
    if (recorded.event() instanceof Note note) {
      store.update(
          "INSERT INTO note_text(sequence, sealed) VALUES (?, ?)",
          recorded.sequence(),
          store.seal(Bytes.utf8(note.text())));
      count(note.getClass().getSimpleName(), store);
    }
  }

  @Override
  public void applyUnreadable(EntryHeader header, ProjectionStore store) {
    count("unreadable", store);
  }

  private static void count(String kind, ProjectionStore store) {
    store.update(
        "INSERT INTO note_count(kind, n) VALUES (?, 1) ON CONFLICT(kind) DO UPDATE SET n = n + 1",
        kind);
  }

  static List<String> texts(Journal journal) {
    return journal.read(store ->
        store.query(
            "SELECT sequence, sealed FROM note_text ORDER BY sequence",
            row ->
                row.number("sequence")
                    + " "
                    + store.unseal(row.bytes("sealed")).map(Bytes::text).orElse("gone")));
  }

  static List<String> counts(Journal journal) {
    return journal.read(store ->
        store.query(
            "SELECT kind, n FROM note_count ORDER BY kind",
            row -> row.text("kind") + "=" + row.number("n")));
  }
}
