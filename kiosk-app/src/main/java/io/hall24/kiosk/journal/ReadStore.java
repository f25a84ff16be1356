package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tables of projections, for reading. Valid only within the call that it was given to.
 * Parameters are {@link String}, {@link Long}, {@link Integer}, {@link Boolean} (as 0 or 1), {@link
 * Bytes}, or an {@link Optional} of these (empty is NULL).
 */
public interface ReadStore {
  /** All rows of an answer. */
  <T> List<T> query(String sql, Function<Row, T> reader, Object... parameters);

  /** The first row of an answer. */
  default <T> Optional<T> first(String sql, Function<Row, T> reader, Object... parameters) {
    return query(sql, reader, parameters).stream().findFirst();
  }

  /** Opens what {@link ProjectionStore#seal} closed; empty once its key has been destroyed. */
  Optional<Bytes> unseal(Bytes sealed);
}
