package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.VaultOpening;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal under the national suite is a journal like any other. */
class NationalJournalTest {
  @TempDir Path directory;

  private OpenResult open(CryptoSuite suite, KeyVault vault) {
    return Journal.open(
        new JournalWorkshop(directory).place(),
        suite,
        vault,
        JournalWorkshop.TERMINAL,
        Note.codecs(),
        List.of(new NoteProjection(1)),
        HallClock.system());
  }

  @Test
  void itIsRecordedReadVerifiedAndForeignToTheOtherSuite() {
    CryptoSuite national = CryptoSuite.national();
    KeyVault vault =
        assertInstanceOf(
                VaultOpening.Opened.class,
                KeyVault.create(directory.resolve("keys"), "open sesame".toCharArray(), national))
            .vault();
    for (int start = 0; start < 2; start++) {
      try (Journal journal =
          assertInstanceOf(OpenResult.Opened.class, open(national, vault)).journal()) {
        durable(journal.append(new Note.Sheet("sheet " + start)));
        assertEquals(start + 1, NoteProjection.texts(journal).size());
        assertEquals("national", journal.tail(1).getFirst().suite());
      }
    }
    var workshop = new JournalWorkshop(directory);
    VerifyReport.Intact intact =
        assertInstanceOf(
            VerifyReport.Intact.class,
            new JournalVerifier(workshop.place())
                .verify(workshop.place().database(), Optional.of(vault)));
    assertEquals(2, intact.head().sequence());
    assertEquals(0, intact.unreadable());
    KeyVault other = new JournalWorkshop(directory.resolve("other")).vault();
    assertInstanceOf(OpenResult.Foreign.class, open(CryptoSuite.international(), other));
  }
}
