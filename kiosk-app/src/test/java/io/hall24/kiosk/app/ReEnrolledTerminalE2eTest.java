package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.Script;
import io.hall24.kiosk.demo.ScriptedClerk;
import io.hall24.kiosk.gateway.EnrolmentEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A terminal whose disk was replaced, and with it its key and its record. Nothing is issued until
 * the authority has signed for the new journal; then a passport is read at a real card daemon and a
 * licence goes home.
 */
@Tag("e2e")
final class ReEnrolledTerminalE2eTest {
  private static final String TERMINAL = "H24-DEMO-0001";
  private static final String ORDER = "YL-2026-000318";

  @SuppressWarnings("NullAway.Init")
  ReEnrolledTerminalE2eTest() {}

  @Test
  void onlyTheAuthoritysSignatureLetsANewKeyAndJournalTakeThePlaceOfTheOld(@TempDir Path directory)
      throws Exception {
    InventedPerson lin = InventedPerson.LIN_HAIJIE;
    try (VisitStage stage = VisitStage.set(directory, Cast.of(lin))) {
      String old = stage.terminal().journal().head().journalId();
      stage.terminal().settle();
      stage.stop();
      loseTheDisk(directory);

      var refused = assertThrows(IllegalStateException.class, stage::restart);
      String why = String.valueOf(refused.getMessage());
      assertTrue(why.contains("RE_ENROLMENT_NOT_AUTHORISED"), why);
      String fresh = why.replaceFirst(".*journal ([0-9a-f]{32}).*", "$1");
      assertNotEquals(old, fresh);
      assertTrue(stage.world().registry().events(fresh).isEmpty(), "nothing of it was taken");

      Files.writeString(
          directory.resolve("re-enrolment.jws"),
          stage.world().registry().authoriseReEnrolment(TERMINAL, old, fresh));
      stage.restart();
      assertEquals(
          List.of(new EnrolmentEvent.ReEnrolled(old)),
          stage
              .terminal()
              .journal()
              .events(1, EnrolmentEvent.ReEnrolled.class)
              .map(recorded -> recorded.event())
              .toList());
      ScriptedClerk clerk = DemoStaff.clerk(stage.terminal(), HallClock.system());
      assertEquals(
          "collected", stage.visit(Script.smooth(lin).withoutFace().with(clerk)).outcome().code());
      stage.terminal().settle();
      assertEquals(1, stage.world().registry().validLicences(ORDER, "original"));
      assertFalse(stage.world().registry().forked(fresh));
    }
  }

  /** Journal and keys; the passphrase is the operator's, and is given again. */
  private static void loseTheDisk(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.startsWith("journal.db") || name.equals("keys")) {
          delete(file);
        }
      }
    }
  }

  private static void delete(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      try (Stream<Path> inside = Files.list(file)) {
        for (Path one : inside.toList()) {
          delete(one);
        }
      }
    }
    Files.delete(file);
  }
}
