package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyState;
import io.hall24.kiosk.crypto.KeyVault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Walks the whole chain, in order, and stops at the first entry that is not what was written. With
 * a vault it also opens every content whose key is there.
 */
final class ChainScan {
  /** What the walk found. */
  sealed interface Found {
    /**
     * Every entry is what was written.
     *
     * @param unreadable entries whose content could not be compared, for want of a key
     */
    record Intact(long sequence, Bytes hash, List<KeyPeriod> periods, long unreadable)
        implements Found {}

    /** The first entry that is not, by the place where it should stand. */
    record Broken(long sequence, String why) implements Found {}
  }

  private static final int PAGE = 500;
  private final Sql sql;
  private final JournalIdentity identity;
  private final CryptoSuite suite;
  private final Optional<KeyVault> vault;
  private final Map<List<Object>, KeyPeriod> periods = new LinkedHashMap<>();
  private long sequence;
  private Bytes hash;
  private long unreadable;

  ChainScan(Sql sql, JournalIdentity identity, CryptoSuite suite, Optional<KeyVault> vault) {
    this.sql = sql;
    this.identity = identity;
    this.suite = suite;
    this.vault = vault;
    this.hash = identity.startHash();
  }

  Found walk() {
    try {
      long from = Long.MIN_VALUE;
      int rows = PAGE;
      while (rows == PAGE) {
        rows =
            sql.query(
                    "SELECT "
                        + StoredEntry.COLUMNS
                        + " FROM event WHERE sequence >= ? ORDER BY sequence LIMIT "
                        + PAGE,
                    this::step,
                    from)
                .size();
        from = sequence + 1;
      }
      return new Found.Intact(sequence, hash, new ArrayList<>(periods.values()), unreadable);
    } catch (BrokenEntry broken) {
      return new Found.Broken(sequence + 1, broken.why);
    } catch (JournalFailure failed) {
      return new Found.Broken(sequence + 1, failed.why());
    }
  }

  private long step(Row row) {
    StoredEntry entry = load(row);
    EntryHeader header = entry.header();
    require(header.sequence() == sequence + 1, "found sequence " + header.sequence());
    require(header.previousHash().equals(hash), "does not name the hash of the entry before");
    require(
        entry.hash().equals(suite.digest(header.canonical(), entry.commitment())),
        "hash does not fit header and commitment");
    KeyState key = vault.map(keys -> keys.find(entry.keyName())).orElse(new KeyState.Absent());
    if (key instanceof KeyState.Present(var present)) {
      require(entry.content(suite, present).isPresent(), "content does not fit the commitment");
    } else {
      unreadable++;
    }
    note(header, key);
    sequence = header.sequence();
    hash = entry.hash();
    return sequence;
  }

  private StoredEntry load(Row row) {
    try {
      return StoredEntry.load(identity, row);
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException impossible) {
      throw new BrokenEntry("no entry has such a header: " + impossible.getMessage());
    }
  }

  private void note(EntryHeader header, KeyState key) {
    List<Object> id = List.of(header.retention(), header.keyPeriod());
    KeyPeriod before = periods.get(id);
    long first = before == null ? header.sequence() : before.firstSequence();
    Optional<Instant> last = before == null ? Optional.empty() : before.lastVerifiedAt();
    periods.put(
        id,
        new KeyPeriod(
            header.retention(),
            header.keyPeriod(),
            first,
            header.sequence(),
            later(last, header.verifiedAt()),
            state(key)));
  }

  private static Optional<Instant> later(Optional<Instant> a, Optional<Instant> b) {
    return a.isPresent() && b.isPresent()
        ? a.filter(time -> time.isAfter(b.get())).or(() -> b)
        : a.or(() -> b);
  }

  private static KeyPeriod.State state(KeyState key) {
    return switch (key) {
      case KeyState.Present present -> KeyPeriod.State.READABLE;
      case KeyState.Destroyed destroyed -> KeyPeriod.State.DESTROYED;
      case KeyState.Absent absent -> KeyPeriod.State.LOST;
      case KeyState.Unusable unusable -> KeyPeriod.State.LOST;
    };
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new BrokenEntry(otherwise);
    }
  }

  /** Ends the walk. */
  private static final class BrokenEntry extends RuntimeException {
    @java.io.Serial private static final long serialVersionUID = 1;

    private final String why;

    BrokenEntry(String why) {
      super(why, null, false, false);
      this.why = why;
    }
  }
}
