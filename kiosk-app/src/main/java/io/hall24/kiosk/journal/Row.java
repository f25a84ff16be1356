package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import java.util.Optional;

/** One row of an answer. Columns are named as in the statement. */
public interface Row {
  /** A column that is never NULL. */
  String text(String column);

  /** A column that is never NULL. */
  long number(String column);

  /** A column that is never NULL. */
  Bytes bytes(String column);

  Optional<String> optionalText(String column);

  Optional<Long> optionalNumber(String column);

  Optional<Bytes> optionalBytes(String column);
}
