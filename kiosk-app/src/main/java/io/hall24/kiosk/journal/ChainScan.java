package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyState;
import io.hall24.kiosk.crypto.KeyVault;
import java.util.Optional;

/**
 * Walks the chain, in order, and stops at the first entry that is not what was written. With a
 * vault it also opens every content whose key is there.
 */
final class ChainScan {
  /** What the walk found. */
  sealed interface Found {
    /**
     * Every entry is what was written.
     *
     * @param unreadable entries whose content could not be compared, for want of a key
     */
    record Intact(long sequence, Bytes hash, KeyBook keys, long unreadable) implements Found {}

    /** The first entry that is not, by the place where it should stand. */
    record Broken(long sequence, String why) implements Found {}
  }

  private static final int PAGE = 500;
  private final Sql sql;
  private final JournalIdentity identity;
  private final CryptoSuite suite;
  private final Optional<KeyVault> vault;
  private final KeyBook keys;
  private long sequence;
  private Bytes hash;
  private long unreadable;

  /** Over all of it. */
  ChainScan(Sql sql, JournalIdentity identity, CryptoSuite suite, Optional<KeyVault> vault) {
    this(sql, identity, suite, vault, 0, identity.startHash(), new KeyBook());
  }

  private ChainScan(
      Sql sql,
      JournalIdentity identity,
      CryptoSuite suite,
      Optional<KeyVault> vault,
      long sequence,
      Bytes hash,
      KeyBook keys) {
    this.sql = sql;
    this.identity = identity;
    this.suite = suite;
    this.vault = vault;
    this.sequence = sequence;
    this.hash = hash;
    this.keys = keys;
  }

  /** Over what was recorded behind a mark. */
  static ChainScan behind(
      VerifiedMark mark, Sql sql, JournalIdentity identity, CryptoSuite suite, KeyVault vault) {
    return new ChainScan(
        sql, identity, suite, Optional.of(vault), mark.sequence(), mark.hash(), KeyBook.load(sql));
  }

  /** What a walk does between two pages. */
  interface Rest {
    void rest() throws InterruptedException;
  }

  Found walk() {
    try {
      return walkAtLeisure(() -> {});
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  Found walkAtLeisure(Rest between) throws InterruptedException {
    try {
      long from = sequence == 0 ? Long.MIN_VALUE : sequence + 1;
      int rows = page(from);
      while (rows == PAGE) {
        between.rest();
        rows = page(sequence + 1);
      }
      return new Found.Intact(sequence, hash, keys, unreadable);
    } catch (BrokenEntry broken) {
      return new Found.Broken(sequence + 1, broken.why);
    } catch (JournalFailure failed) {
      return new Found.Broken(sequence + 1, failed.why());
    }
  }

  private int page(long from) {
    return sql.query(
            "SELECT "
                + StoredEntry.COLUMNS
                + " FROM event WHERE sequence >= ? ORDER BY sequence LIMIT "
                + PAGE,
            this::step,
            from)
        .size();
  }

  private long step(Row row) {
    StoredEntry entry = load(row);
    EntryHeader header = entry.header();
    require(header.sequence() == sequence + 1, "found sequence " + header.sequence());
    require(header.previousHash().equals(hash), "does not name the hash of the entry before");
    require(
        entry.hash().equals(suite.digest(header.canonical(), entry.commitment())),
        "hash does not fit header and commitment");
    KeyState key = vault.map(held -> held.find(entry.keyName())).orElse(new KeyState.Absent());
    if (key instanceof KeyState.Present(var present)) {
      require(entry.content(suite, present).isPresent(), "content does not fit the commitment");
    } else {
      unreadable++;
    }
    keys.note(header);
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
