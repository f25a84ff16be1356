package io.hall24.kiosk.demo.registry;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sandbox's database: one connection, one platform thread, one transaction at a time. */
final class Book implements AutoCloseable {
  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE IF NOT EXISTS signing_key(pkcs8 BLOB NOT NULL, spki BLOB NOT NULL)",
          """
          CREATE TABLE IF NOT EXISTS journal(
            journal TEXT PRIMARY KEY, terminal TEXT NOT NULL, jwk TEXT NOT NULL,
            state TEXT NOT NULL, known INTEGER NOT NULL, hash TEXT NOT NULL,
            checkpoint TEXT, checkpoint_at INTEGER, fork_sequence INTEGER, fork_code TEXT)\
          """,
          """
          CREATE TABLE IF NOT EXISTS entry(
            journal TEXT NOT NULL, sequence INTEGER NOT NULL, hash TEXT NOT NULL,
            type TEXT NOT NULL, payload TEXT, rejection TEXT, detail TEXT, compensated INTEGER,
            PRIMARY KEY(journal, sequence))\
          """,
          """
          CREATE TABLE IF NOT EXISTS call(
            terminal TEXT NOT NULL, idempotency TEXT NOT NULL, body TEXT NOT NULL,
            purpose TEXT NOT NULL, operation TEXT NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY(terminal, idempotency))\
          """,
          """
          CREATE TABLE IF NOT EXISTS holder(
            type TEXT NOT NULL, number TEXT NOT NULL, nationality TEXT NOT NULL,
            birth TEXT NOT NULL, clerk INTEGER NOT NULL, order_id TEXT NOT NULL,
            PRIMARY KEY(type, number, nationality, birth, order_id))\
          """,
          """
          CREATE TABLE IF NOT EXISTS licence_order(
            order_id TEXT PRIMARY KEY, content TEXT NOT NULL, held INTEGER NOT NULL)\
          """,
          """
          CREATE TABLE IF NOT EXISTS copy(
            order_id TEXT NOT NULL, copy TEXT NOT NULL, place INTEGER NOT NULL,
            spoiled INTEGER NOT NULL, issued TEXT, PRIMARY KEY(order_id, copy))\
          """,
          """
          CREATE TABLE IF NOT EXISTS issuance(
            issuance TEXT PRIMARY KEY, terminal TEXT NOT NULL, journal TEXT NOT NULL,
            order_id TEXT NOT NULL, copy TEXT NOT NULL, phase TEXT NOT NULL, grant_id TEXT,
            grant_jws TEXT, granted_at TEXT, refusal TEXT, sheet TEXT, ending INTEGER,
            voided INTEGER NOT NULL DEFAULT 0)\
          """,
          """
          CREATE TABLE IF NOT EXISTS sheet(
            sheet TEXT PRIMARY KEY, terminal TEXT NOT NULL, journal TEXT NOT NULL,
            medium TEXT NOT NULL, state TEXT NOT NULL)\
          """,
          """
          CREATE TABLE IF NOT EXISTS pick_up(
            token TEXT PRIMARY KEY, order_id TEXT NOT NULL, until INTEGER NOT NULL)\
          """,
          """
          CREATE TABLE IF NOT EXISTS face_failure(
            journal TEXT NOT NULL, sequence INTEGER NOT NULL, type TEXT NOT NULL,
            number TEXT NOT NULL, nationality TEXT NOT NULL, at INTEGER NOT NULL,
            PRIMARY KEY(journal, sequence))\
          """,
          """
          CREATE TABLE IF NOT EXISTS clerk_call(
            terminal TEXT NOT NULL, call_id TEXT NOT NULL, type TEXT NOT NULL,
            document TEXT NOT NULL, number TEXT NOT NULL, state TEXT NOT NULL,
            asked INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY(terminal, call_id))\
          """,
          """
          CREATE TABLE IF NOT EXISTS credential(
            code TEXT PRIMARY KEY, document TEXT NOT NULL, until INTEGER NOT NULL,
            used INTEGER NOT NULL)\
          """,
          """
          CREATE TABLE IF NOT EXISTS agent(
            person TEXT NOT NULL, order_id TEXT NOT NULL, principal TEXT NOT NULL,
            until TEXT NOT NULL, PRIMARY KEY(person, order_id))\
          """,
          """
          CREATE TABLE IF NOT EXISTS asked(
            terminal TEXT NOT NULL, order_id TEXT NOT NULL, agent TEXT,
            PRIMARY KEY(terminal, order_id))\
          """,
          """
          CREATE TABLE IF NOT EXISTS agent_day(
            agent TEXT NOT NULL, day TEXT NOT NULL, order_id TEXT NOT NULL,
            PRIMARY KEY(agent, day, order_id))\
          """,
          """
          CREATE TABLE IF NOT EXISTS early(
            person TEXT NOT NULL, case_number TEXT NOT NULL,
            PRIMARY KEY(person, case_number))\
          """,
          """
          CREATE TABLE IF NOT EXISTS reported(
            type TEXT NOT NULL, number TEXT NOT NULL, nationality TEXT NOT NULL,
            PRIMARY KEY(type, number, nationality))\
          """,
          """
          CREATE TABLE IF NOT EXISTS bundle(
            bundle TEXT NOT NULL, name TEXT NOT NULL, content BLOB NOT NULL,
            PRIMARY KEY(bundle, name))\
          """,
          """
          CREATE TABLE IF NOT EXISTS notice(
            order_id TEXT NOT NULL, copy TEXT NOT NULL, what TEXT NOT NULL, terminal TEXT NOT NULL,
            agent INTEGER NOT NULL, at TEXT NOT NULL)\
          """,
          "CREATE TABLE IF NOT EXISTS surrender(order_id TEXT PRIMARY KEY)",
          """
          CREATE TABLE IF NOT EXISTS old_sheet(
            order_id TEXT NOT NULL, copy TEXT NOT NULL, code TEXT NOT NULL,
            PRIMARY KEY(order_id, copy))\
          """,
          "CREATE TABLE IF NOT EXISTS issuance_begun(issuance TEXT PRIMARY KEY, day TEXT NOT NULL)",
          "CREATE TABLE IF NOT EXISTS blocked(terminal TEXT PRIMARY KEY)");

  private final Connection connection;
  private final ExecutorService thread;

  private Book(Connection connection, ExecutorService thread) {
    this.connection = connection;
    this.thread = thread;
  }

  static Book open(Path file) {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("sandbox-registry").daemon().factory());
    Connection connection =
        on(
            thread,
            () -> {
              Connection opened = DriverManager.getConnection("jdbc:sqlite:" + file);
              try (Statement statement = opened.createStatement()) {
                statement.execute("PRAGMA journal_mode=WAL");
                statement.execute("PRAGMA synchronous=NORMAL");
                for (String table : SCHEMA) {
                  statement.execute(table);
                }
              }
              opened.setAutoCommit(false);
              return opened;
            });
    return new Book(connection, thread);
  }

  /** Does the work in one transaction, which an exception undoes. */
  <T> T inTransaction(Function<Page, T> work) {
    return on(
        thread,
        () -> {
          try {
            T result = work.apply(new Page(connection));
            connection.commit();
            return result;
          } catch (RuntimeException failed) {
            connection.rollback();
            throw failed;
          }
        });
  }

  @Override
  public void close() {
    on(
        thread,
        () -> {
          connection.close();
          return true;
        });
    thread.shutdown();
  }

  private static <T> T on(ExecutorService thread, SqlWork<T> work) {
    try {
      return thread.submit(work::run).get(60, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("sandbox database", failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", interrupted);
    } catch (TimeoutException hung) {
      throw new IllegalStateException("sandbox database hangs", hung);
    }
  }

  private interface SqlWork<T> {
    T run() throws SQLException;
  }

  /** What a transaction can read and change. Valid inside it only. */
  static final class Page {
    private final Connection connection;

    private Page(Connection connection) {
      this.connection = connection;
    }

    /** Changes rows; the answer is how many. */
    int change(String sql, @Nullable Object... arguments) {
      try (PreparedStatement statement = prepared(sql, arguments)) {
        return statement.executeUpdate();
      } catch (SQLException failed) {
        throw new IllegalStateException(sql, failed);
      }
    }

    List<Row> rows(String sql, @Nullable Object... arguments) {
      try (PreparedStatement statement = prepared(sql, arguments);
          ResultSet found = statement.executeQuery()) {
        List<Row> rows = new ArrayList<>();
        ResultSetMetaData columns = found.getMetaData();
        while (found.next()) {
          Map<String, Object> values = new HashMap<>();
          for (int column = 1; column <= columns.getColumnCount(); column++) {
            Object value = found.getObject(column);
            if (value != null) {
              values.put(columns.getColumnLabel(column), value);
            }
          }
          rows.add(new Row(values));
        }
        return rows;
      } catch (SQLException failed) {
        throw new IllegalStateException(sql, failed);
      }
    }

    Optional<Row> row(String sql, @Nullable Object... arguments) {
      return rows(sql, arguments).stream().findFirst();
    }

    private PreparedStatement prepared(String sql, @Nullable Object... arguments)
        throws SQLException {
      PreparedStatement statement = connection.prepareStatement(sql);
      for (int i = 0; i < arguments.length; i++) {
        statement.setObject(i + 1, arguments[i]);
      }
      return statement;
    }
  }

  /**
   * A row that was found.
   *
   * @param values by column; a column that is absent was NULL
   */
  record Row(Map<String, Object> values) {
    String text(String column) {
      return find(column).orElseThrow(() -> new IllegalStateException(column + " is NULL"));
    }

    Optional<String> find(String column) {
      return Optional.ofNullable(values.get(column)).map(Object::toString);
    }

    long number(String column) {
      return Long.parseLong(text(column));
    }

    byte[] bytes(String column) {
      if (values.get(column) instanceof byte[] bytes) {
        return bytes;
      }
      throw new IllegalStateException(column + " holds no bytes");
    }
  }
}
