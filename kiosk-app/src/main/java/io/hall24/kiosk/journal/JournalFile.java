package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A journal's file as anybody may look at it: copied, or in use by a running terminal. Takes no
 * lock, changes nothing, and needs no keys but for content.
 */
public final class JournalFile {
  private static final int PAGE = 256;
  private final JournalPlace place;
  private final Path file;

  /**
   * @param place gives the directory for SQLite's native library
   * @param file the database
   */
  public JournalFile(JournalPlace place, Path file) {
    this.place = place;
    this.file = file;
  }

  /** How the journal stands. */
  public FileReading<JournalStatus> status() {
    return read((sql, identity) -> JournalStatus.of(sql, identity, file));
  }

  /** The headers of the last entries, in order. Tells nothing personal. */
  public FileReading<List<EntryHeader>> tail(int count) {
    return read((sql, identity) -> EventTable.tail(sql, identity, count));
  }

  /**
   * Writes the whole journal in the open format of {@link JournalExport}.
   *
   * @param vault for salt and payload, where their keys still exist; without it only headers,
   *     commitments and hashes are written
   * @return how many entries were written
   * @throws UncheckedIOException when the writer fails
   */
  public FileReading<Long> export(Writer out, Optional<KeyVault> vault) {
    return read((sql, identity) -> {
      JournalExport export = new JournalExport(out);
      export.begin(
          JournalStatus.of(sql, identity, file), identity.suite(), EventTable.checkpoints(sql));
      EventTable.rejections(sql).forEach(export::rejection);
      CryptoSuite suite = CryptoSuite.named(identity.suite()).orElseThrow();
      return entries(sql, identity, new ContentReader(suite, vault), export);
    });
  }

  private static long entries(
      Sql sql, JournalIdentity identity, ContentReader contents, JournalExport export) {
    long written = 0;
    List<StoredEntry> page = EventTable.after(sql, identity, 0, PAGE);
    while (!page.isEmpty()) {
      page.forEach(entry -> export.entry(contents.wireForm(entry)));
      written += page.size();
      page = EventTable.after(sql, identity, page.getLast().header().sequence(), PAGE);
    }
    return written;
  }

  /**
   * Asks the tables of a projection. Nothing sealed is opened, for there are no keys.
   *
   * @return unreadable also when the tables are not those of this version, or are behind the events
   */
  public <T> FileReading<T> ask(Projection projection, Function<ReadStore, T> question) {
    FileReading<Optional<T>> answer =
        read((sql, identity) ->
            ProjectionRunner.isUpToDate(projection, sql)
                ? Optional.of(question.apply(new WithoutKeys(sql)))
                : Optional.empty());
    return switch (answer) {
      case FileReading.Unreadable<Optional<T>>(String why) -> new FileReading.Unreadable<>(why);
      case FileReading.Read<Optional<T>>(Optional<T> read) ->
          read.<FileReading<T>>map(FileReading.Read::new)
              .orElseGet(() ->
                  new FileReading.Unreadable<>(
                      "the tables of "
                          + projection.name()
                          + " are not of this version or not up to date; start the terminal once"));
    };
  }

  /** The tables of projections as anybody may read them. */
  private record WithoutKeys(Sql sql) implements ReadStore {
    @Override
    public <T> List<T> query(String statement, Function<Row, T> reader, Object... parameters) {
      return sql.query(statement, reader, parameters);
    }

    @Override
    public Optional<Bytes> unseal(Bytes sealed) {
      return Optional.empty();
    }
  }

  private <T> FileReading<T> read(BiFunction<Sql, JournalIdentity, T> question) {
    if (!Files.isRegularFile(file)) {
      return new FileReading.Unreadable<>("no such file: " + file);
    }
    try (OwnedThread thread = new OwnedThread("journal-file")) {
      return thread.call(() -> guarded(question));
    }
  }

  private <T> FileReading<T> guarded(BiFunction<Sql, JournalIdentity, T> question) {
    try {
      Database.unpackInto(place.nativeLibraries());
      try (Sql sql = Database.forExamining(file)) {
        return sql.snapshot(() -> answer(sql, question));
      }
    } catch (IOException failed) {
      return new FileReading.Unreadable<>(failed.toString());
    } catch (JournalFailure failed) {
      return new FileReading.Unreadable<>(failed.why());
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException broken) {
      return new FileReading.Unreadable<>("broken entry: " + broken.getMessage());
    }
  }

  private static <T> FileReading<T> answer(Sql sql, BiFunction<Sql, JournalIdentity, T> question) {
    if (!Schema.isJournal(sql)) {
      return new FileReading.Unreadable<>("a database, but not a journal");
    }
    return JournalIdentity.load(sql)
        .filter(identity -> CryptoSuite.named(identity.suite()).isPresent())
        .<FileReading<T>>map(identity -> new FileReading.Read<>(question.apply(sql, identity)))
        .orElseGet(() -> new FileReading.Unreadable<>("no identity, or one with an unknown suite"));
  }
}
