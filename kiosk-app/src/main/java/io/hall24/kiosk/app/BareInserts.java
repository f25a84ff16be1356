package io.hall24.kiosk.app;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.random.RandomGenerator;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The floor under a durable append: rows of the same columns and sizes, inserted by sqlite-jdbc
 * with the journal's settings, one transaction each, and nothing else.
 */
final class BareInserts implements AutoCloseable {
  private static final int HASH = 32;
  private final Connection connection;
  private final PreparedStatement insert;
  private final byte[] sealed;
  private final byte[] hash = new byte[HASH];
  private long sequence;

  private BareInserts(Connection connection, PreparedStatement insert, int payload) {
    this.connection = connection;
    this.insert = insert;
    this.sealed = new byte[payload];
  }

  /**
   * Begins a database.
   *
   * @param sealed bytes of each row's sealed content
   */
  static BareInserts into(Path file, int sealed) {
    Properties settings = new Properties();
    settings.setProperty("journal_mode", "WAL");
    settings.setProperty("synchronous", "FULL");
    settings.setProperty("secure_delete", "ON");
    settings.setProperty("foreign_keys", "ON");
    var source = new SQLiteDataSource(new SQLiteConfig(settings));
    source.setUrl("jdbc:sqlite:" + file);
    try {
      Connection connection = source.getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "CREATE TABLE event (sequence INTEGER PRIMARY KEY, type TEXT, version INTEGER,"
                + " retention TEXT, key_period INTEGER, recorded_at INTEGER, verified_at INTEGER,"
                + " sealed BLOB, commitment BLOB, previous_hash BLOB, hash BLOB) STRICT");
      }
      PreparedStatement insert =
          connection.prepareStatement(
              "INSERT INTO event VALUES (?, 'visit.started', 1, 'operation', 1, ?, NULL, ?, ?, ?,"
                  + " ?)");
      return new BareInserts(connection, insert, sealed);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  void insert(RandomGenerator random) {
    random.nextBytes(sealed);
    random.nextBytes(hash);
    try {
      insert.setLong(1, ++sequence);
      insert.setLong(2, sequence);
      insert.setBytes(3, sealed);
      insert.setBytes(4, hash);
      insert.setBytes(5, hash);
      insert.setBytes(6, hash);
      insert.executeUpdate();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
