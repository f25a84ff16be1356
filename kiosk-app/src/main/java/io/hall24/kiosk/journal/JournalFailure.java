package io.hall24.kiosk.journal;

import java.io.Serial;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The database failed in a way that nobody can go on from: reading failed, or a statement is wrong.
 * Failing appends are no such case: see {@link AppendResult}.
 */
public final class JournalFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  /** The low byte of SQLite's result code, which is the primary one. */
  private static final int PRIMARY = 0xff;

  private final int code;

  JournalFailure(SQLException cause) {
    super("SQLite: " + cause.getMessage(), cause);
    this.code =
        cause instanceof SQLiteException sqlite
            ? sqlite.getResultCode().code & PRIMARY
            : cause.getErrorCode() & PRIMARY;
  }

  /** For the log, in English. */
  String why() {
    return String.valueOf(getMessage());
  }

  boolean is(SQLiteErrorCode... primaries) {
    for (SQLiteErrorCode primary : primaries) {
      if (code == primary.code) {
        return true;
      }
    }
    return false;
  }
}
