package io.hall24.kiosk.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Properties;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** Opens connections to a journal's file with the settings that its promises rest on. */
final class Database {
  private static final String BUSY_PATIENCE_MS = "5000";

  private Database() {}

  /**
   * Where SQLite's library is unpacked; the first journal of a process decides, or the operator.
   */
  static void unpackInto(Path nativeLibraries) throws IOException {
    if (System.getProperty("org.sqlite.tmpdir") == null) {
      Files.createDirectories(nativeLibraries);
      System.setProperty("org.sqlite.tmpdir", nativeLibraries.toAbsolutePath().toString());
    }
  }

  /** The connection that writes. A commit is on the disk when it returns (WAL with FULL). */
  static Sql forWriting(Path file) {
    Properties settings = common();
    settings.setProperty("journal_mode", "WAL");
    settings.setProperty("synchronous", "FULL");
    settings.setProperty("secure_delete", "ON");
    settings.setProperty("foreign_keys", "ON");
    return connect(file.toString(), settings, false);
  }

  /** A connection that cannot write. */
  static Sql forReading(Path file) {
    return connect(file.toString(), common(), true);
  }

  /**
   * A connection to a file in use or to a copy. A copy without a log beside it is complete, and may
   * lie where nothing can be written.
   */
  static Sql forExamining(Path file) {
    boolean inUse = Files.exists(file.resolveSibling(file.getFileName() + "-wal"));
    return inUse ? forReading(file) : forReadingImmutable(file);
  }

  private static Sql forReadingImmutable(Path file) {
    return connect(
        file.toAbsolutePath().toUri().toString().replaceFirst("^file:/+", "file:///")
            + "?immutable=1",
        common(),
        true);
  }

  private static Properties common() {
    Properties settings = new Properties();
    settings.setProperty("busy_timeout", BUSY_PATIENCE_MS);
    settings.setProperty("temp_store", "MEMORY");
    settings.setProperty("cell_size_check", "ON");
    settings.setProperty("trusted_schema", "OFF");
    return settings;
  }

  private static Sql connect(String file, Properties settings, boolean readOnly) {
    SQLiteConfig config = new SQLiteConfig(settings);
    config.setReadOnly(readOnly);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    try {
      return new Sql(source.getConnection());
    } catch (SQLException failed) {
      throw Sql.failure(failed);
    }
  }

  /**
   * Makes a new journal beside its place and moves it there complete, so that an empty or half-made
   * {@code journal.db} is always damage and never a beginning.
   */
  static void create(Path file, JournalIdentity identity, long wallMillis) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    for (String suffix : new String[] {"", "-wal", "-shm"}) {
      Files.deleteIfExists(fresh.resolveSibling(fresh.getFileName() + suffix));
    }
    Files.createFile(
        fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (Sql sql = forWriting(fresh)) {
      Schema.migrate(sql, wallMillis);
      sql.transaction(() -> identity.store(sql, wallMillis));
    }
    sync(fresh, StandardOpenOption.WRITE);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    Path directory = file.toAbsolutePath().getParent();
    if (directory != null) {
      sync(directory, StandardOpenOption.READ);
    }
  }

  private static void sync(Path path, StandardOpenOption mode) throws IOException {
    try (FileChannel channel = FileChannel.open(path, mode)) {
      channel.force(true);
    }
  }
}
