package io.hall24.kiosk.journal;

import java.util.List;

/**
 * Tables that are derived from events: kept up to date within the transaction that appends, thrown
 * away and rebuilt when {@link #version} changes. Personal data stands in them only sealed ({@link
 * ProjectionStore#seal}). Runs on the journal's threads: no waiting, no other room, nothing but the
 * store; what it throws undoes the append and reaches the appender.
 */
public interface Projection {
  /** Stable name, a-z and underscores. */
  String name();

  /** From 1; raise it whenever the tables or {@link #apply} change. */
  int version();

  /**
   * The tables it owns; each begins with {@link #name}. The journal drops them before a rebuild.
   */
  List<String> tables();

  /** Creates the tables and their indexes. */
  void create(ProjectionStore store);

  /** Takes one event into account. Events come in order, each once. */
  void apply(Recorded<?> recorded, ProjectionStore store);

  /** Takes an event into account whose content is shredded (or of a type without a codec). */
  default void applyUnreadable(EntryHeader header, ProjectionStore store) {}
}
