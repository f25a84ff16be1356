package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** One connection, used by one thread at a time. Every failure is a {@link JournalFailure}. */
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private Stage stage = Stage.NONE;

  /** How far a transaction has come. */
  private enum Stage {
    NONE,
    /** Asked for; nothing is changed yet, so SQLite does not know of it. */
    WAITING,
    BEGUN,
    /** Its only change is committed. */
    OVER
  }

  Sql(Connection connection) {
    this.connection = connection;
  }

  int update(String sql, Object... parameters) {
    switch (stage) {
      case WAITING -> {
        run("BEGIN IMMEDIATE");
        stage = Stage.BEGUN;
      }
      case OVER -> throw new IllegalStateException("a change behind the last one: " + sql);
      case NONE, BEGUN -> {}
    }
    return run(sql, parameters);
  }

  /**
   * The last change of a transaction. Where it is also the first it is a transaction by itself,
   * which saves two statements in the commonest append.
   */
  int updateLast(String sql, Object... parameters) {
    if (stage != Stage.WAITING) {
      return update(sql, parameters);
    }
    int changed = run(sql, parameters);
    stage = Stage.OVER;
    return changed;
  }

  private int run(String sql, Object... parameters) {
    try {
      return prepared(sql, parameters).executeUpdate();
    } catch (SQLException failed) {
      throw failure(failed);
    }
  }

  <T> List<T> query(String sql, Function<Row, T> reader, Object... parameters) {
    List<T> rows = new ArrayList<>();
    try (ResultSet result = prepared(sql, parameters).executeQuery()) {
      Row row = new ResultRow(result);
      while (result.next()) {
        rows.add(reader.apply(row));
      }
    } catch (SQLException failed) {
      throw failure(failed);
    }
    return rows;
  }

  <T> Optional<T> first(String sql, Function<Row, T> reader, Object... parameters) {
    return query(sql, reader, parameters).stream().findFirst();
  }

  /** Runs work so that all of it or nothing is kept. Begins with the first change. */
  <T> T transaction(Supplier<T> work) {
    if (stage != Stage.NONE) {
      throw new IllegalStateException("a transaction within a transaction");
    }
    stage = Stage.WAITING;
    boolean done = false;
    try {
      T result = work.get();
      if (stage == Stage.BEGUN) {
        run("COMMIT");
      }
      done = true;
      return result;
    } finally {
      Stage reached = stage;
      stage = Stage.NONE;
      if (!done && reached == Stage.BEGUN) {
        rollBack();
      }
    }
  }

  /** SQLite has rolled back by itself after some failures; then there is nothing left to do. */
  private void rollBack() {
    try {
      run("ROLLBACK");
    } catch (JournalFailure alreadyRolledBack) {
      statements.clear();
    }
  }

  /** Reads from one state of the database. */
  <T> T snapshot(Supplier<T> work) {
    run("BEGIN");
    try {
      return work.get();
    } finally {
      rollBack();
    }
  }

  private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = statements.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      statements.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      bind(statement, i + 1, parameters[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, Object value)
      throws SQLException {
    switch (value) {
      case String text -> statement.setString(index, text);
      case Long number -> statement.setLong(index, number);
      case Integer number -> statement.setLong(index, number);
      case Boolean truth -> statement.setLong(index, truth ? 1 : 0);
      case Bytes bytes -> statement.setBytes(index, bytes.toArray());
      case Optional<?> present when present.isPresent() -> bind(statement, index, present.get());
      case Optional<?> empty -> statement.setNull(index, java.sql.Types.NULL);
      default -> throw new IllegalArgumentException("parameter of " + value.getClass());
    }
  }

  static JournalFailure failure(SQLException failed) {
    return new JournalFailure(failed);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw failure(failed);
    }
  }

  private record ResultRow(ResultSet result) implements Row {
    @Override
    public String text(String column) {
      return optionalText(column).orElseThrow(() -> isNull(column));
    }

    @Override
    public long number(String column) {
      return optionalNumber(column).orElseThrow(() -> isNull(column));
    }

    @Override
    public Bytes bytes(String column) {
      return optionalBytes(column).orElseThrow(() -> isNull(column));
    }

    @Override
    public Optional<String> optionalText(String column) {
      try {
        return Optional.ofNullable(result.getString(column));
      } catch (SQLException failed) {
        throw failure(failed);
      }
    }

    @Override
    public Optional<Long> optionalNumber(String column) {
      try {
        long number = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(number);
      } catch (SQLException failed) {
        throw failure(failed);
      }
    }

    @Override
    public Optional<Bytes> optionalBytes(String column) {
      try {
        return Optional.ofNullable(result.getBytes(column)).map(Bytes::of);
      } catch (SQLException failed) {
        throw failure(failed);
      }
    }

    private static IllegalStateException isNull(String column) {
      return new IllegalStateException("column " + column + " is NULL");
    }
  }
}
