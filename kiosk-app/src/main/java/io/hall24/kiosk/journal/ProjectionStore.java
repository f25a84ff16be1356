package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;

/** The tables of projections, for writing within the journal's transaction. */
public interface ProjectionStore extends ReadStore {
  /**
   * Changes tables.
   *
   * @return how many rows were touched
   */
  int update(String sql, Object... parameters);

  /**
   * Seals personal data for a column, under the key of the event that is being applied: when that
   * is shredded, so is the column. Only within {@link Projection#apply}.
   */
  Bytes seal(Bytes content);
}
