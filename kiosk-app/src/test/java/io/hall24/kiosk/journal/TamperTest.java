package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.crypto.KeyVault;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever changes the file behind the journal's back is found, and where. */
class TamperTest {
  private static final int ENTRIES = 12;
  private static final List<String> COLUMNS =
      List.of(
          "sequence",
          "type",
          "version",
          "retention",
          "key_period",
          "recorded_at",
          "verified_at",
          "sealed",
          "commitment",
          "previous_hash",
          "hash");

  @TempDir Path directory;
  private JournalWorkshop workshop;
  private KeyVault vault;
  private Path copy;

  @BeforeEach
  void writeAJournal() {
    workshop = new JournalWorkshop(directory);
    vault = workshop.vault();
    try (Journal journal = workshop.open(vault, new NoteProjection(1))) {
      for (int i = 0; i < ENTRIES; i++) {
        durable(journal.append(i % 3 == 0 ? new Note.Wish("wish " + i) : new Note.Sheet("s" + i)));
      }
    }
    copy = directory.resolve("copy.db");
  }

  private VerifyReport verifyCopy() {
    return new JournalVerifier(workshop.place()).verify(copy, Optional.of(vault));
  }

  @Test
  void oneFlippedBitInAnyColumnOfAnyEntryIsFoundWhereItIs() throws Exception {
    Random random = new Random(20261122);
    for (int round = 0; round < 25; round++) {
      for (String column : COLUMNS) {
        int sequence = 1 + random.nextInt(ENTRIES);
        flip(column, sequence, random);
        VerifyReport.Broken broken =
            assertInstanceOf(
                VerifyReport.Broken.class,
                verifyCopy(),
                "round " + round + ": " + column + " of entry " + sequence);
        assertEquals(placeOf(column, sequence), broken.sequence(), column + " of " + sequence);
      }
    }
  }

  /** An entry whose number was lowered is met earlier in the order, and missed at its own place. */
  private long placeOf(String column, int sequence) throws SQLException {
    if (!column.equals("sequence")) {
      return sequence;
    }
    try (Connection raw = raw();
        Statement statement = raw.createStatement();
        ResultSet order = statement.executeQuery("SELECT sequence FROM event ORDER BY sequence")) {
      long expected = 1;
      while (order.next() && order.getLong(1) == expected) {
        expected++;
      }
      return expected;
    }
  }

  private Connection raw() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + copy);
  }

  private void flip(String column, int sequence, Random random) throws Exception {
    Files.copy(workshop.place().database(), copy, StandardCopyOption.REPLACE_EXISTING);
    try (Connection raw = raw();
        Statement statement = raw.createStatement()) {
      statement.execute("DROP TRIGGER event_is_never_changed");
      Object value;
      try (ResultSet row =
          statement.executeQuery(
              "SELECT "
                  + column
                  + ", typeof("
                  + column
                  + ") FROM event WHERE sequence = "
                  + sequence)) {
        value = flipped(row, random, column);
      }
      try (PreparedStatement update =
          raw.prepareStatement(
              "UPDATE event SET " + column + " = " + value + " WHERE sequence = " + sequence)) {
        assertEquals(1, update.executeUpdate());
      }
    }
  }

  /** As an SQL literal, so that a text may become what is no UTF-8. */
  private static String flipped(ResultSet row, Random random, String column) throws SQLException {
    return switch (row.getString(2)) {
      case "integer" -> Long.toString(row.getLong(1) ^ (1L << bit(column, random)));
      case "null" -> Long.toString(random.nextInt());
      case "text" ->
          "CAST(x'" + HexFormat.of().formatHex(flipped(row.getBytes(1), random)) + "' AS TEXT)";
      default -> "x'" + HexFormat.of().formatHex(flipped(row.getBytes(1), random)) + "'";
    };
  }

  /** A low bit of a sequence would collide with another entry, which SQLite does not take. */
  private static int bit(String column, Random random) {
    return column.equals("sequence") ? random.nextInt(4, 64) : random.nextInt(64);
  }

  private static byte[] flipped(byte[] bytes, Random random) {
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return bytes;
  }

  @Test
  void aRemovedEntryIsMissedAtItsPlace() throws Exception {
    Files.copy(workshop.place().database(), copy);
    try (Connection raw = raw();
        Statement statement = raw.createStatement()) {
      statement.execute("DROP TRIGGER event_is_never_deleted");
      statement.execute("DELETE FROM event WHERE sequence = 5");
    }
    assertEquals(5, assertInstanceOf(VerifyReport.Broken.class, verifyCopy()).sequence());
  }

  @Test
  void eventsCannotBeChangedOrDeletedThroughSql() throws Exception {
    Files.copy(workshop.place().database(), copy);
    try (Connection raw = raw();
        Statement statement = raw.createStatement()) {
      for (String attempt :
          List.of("DELETE FROM event", "UPDATE event SET recorded_at = 0 WHERE sequence = 1")) {
        SQLException refused = assertThrows(SQLException.class, () -> statement.execute(attempt));
        assertTrue(refused.toString().contains("append-only"));
      }
    }
    assertInstanceOf(VerifyReport.Intact.class, verifyCopy());
  }

  @Test
  void aFlippedByteAnywhereInTheFileNeverPassesAsAnotherHistory() throws Exception {
    Random random = new Random(7);
    VerifyReport untouched = verifyOriginal();
    int found = 0;
    long size = Files.size(workshop.place().database());
    for (int round = 0; round < 400; round++) {
      Files.copy(workshop.place().database(), copy, StandardCopyOption.REPLACE_EXISTING);
      flipInFile(copy, (long) (random.nextDouble() * size), 1 << random.nextInt(8));
      VerifyReport report = verifyCopy();
      if (report instanceof VerifyReport.Intact) {
        assertEquals(untouched, report);
      } else {
        found++;
      }
    }
    assertNotEquals(0, found);
  }

  private VerifyReport verifyOriginal() {
    VerifyReport report = workshop.verify();
    assertInstanceOf(VerifyReport.Intact.class, report);
    return report;
  }

  @Test
  void aDamagedJournalIsNotOpenedAndNotReplaced() throws Exception {
    flip("commitment", 4, new Random(1));
    try (Connection raw = raw();
        Statement statement = raw.createStatement()) {
      statement.execute("DELETE FROM verified_mark");
    }
    Files.copy(copy, workshop.place().database(), StandardCopyOption.REPLACE_EXISTING);
    byte[] before = Files.readAllBytes(workshop.place().database());
    OpenResult.Damaged damaged =
        assertInstanceOf(
            OpenResult.Damaged.class, workshop.tryOpen(vault, JournalWorkshop.TERMINAL, List.of()));
    assertEquals(4, damaged.sequence());
    assertEquals(
        HexFormat.of().formatHex(before),
        HexFormat.of().formatHex(Files.readAllBytes(workshop.place().database())));
  }

  @Test
  void anEmptiedOrOverwrittenOrTruncatedFileIsDamage() throws Exception {
    Path database = workshop.place().database();
    byte[] whole = Files.readAllBytes(database);
    byte[] nothing = new byte[0];
    byte[] noise = new byte[8192];
    new Random(3).nextBytes(noise);
    byte[] half = Arrays.copyOf(whole, whole.length / 2);
    for (byte[] content : List.of(nothing, noise, half)) {
      Files.write(database, content);
      assertInstanceOf(
          OpenResult.Damaged.class,
          workshop.tryOpen(vault, JournalWorkshop.TERMINAL, List.of()),
          content.length + " bytes");
      assertEquals(content.length, Files.size(database));
    }
  }

  private static void flipInFile(Path file, long position, int bits) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      access.seek(position);
      int old = access.read();
      access.seek(position);
      access.write(old ^ bits);
    }
  }
}
