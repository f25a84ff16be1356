package io.hall24.kiosk.app;

import io.hall24.device.Medium;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.ui.Lever;
import io.hall24.kiosk.ui.Words;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What an operator of a demonstration may do to the world around the terminal. */
final class DemoLevers {
  private static final String PDF = ".pdf";
  private static final String AWAY = ".away";

  private final DemoWorld world;
  private final PrintWriter say;

  /**
   * In a world.
   *
   * @param say is told who comes
   */
  DemoLevers(DemoWorld world, PrintWriter say) {
    this.world = world;
    this.say = say;
  }

  /** All of them, in the order of a visit. */
  List<Lever> all() {
    return List.of(
        of("place-document", () -> world.hands().placeDocument()),
        of("take-document", () -> world.hands().takeDocument()),
        of("unplug-card-reader", () -> world.cardReader().unplug()),
        of("plug-in-card-reader", () -> world.cardReader().plugIn()),
        of("cover-camera", moved(() -> world.face().cover())),
        of("uncover-camera", moved(() -> world.face().uncover())),
        of("take-sheet", () -> world.hands().takeSheet()),
        of("empty-paper", moved(() -> rename(PDF, AWAY))),
        of("refill-paper", moved(() -> rename(AWAY, PDF))),
        of("show-credential", world::showCredential),
        of("expect-old-licence", moved(world::expectOldLicence)),
        of("show-old-original", () -> world.oldLicence().show("original")),
        of("show-old-duplicate", () -> world.oldLicence().show("duplicate:1-1")),
        of("drop-old-sheet", () -> world.oldLicence().drop()),
        of("stop-registry", world::cutNetwork),
        of("start-registry", moved(world::mendNetwork)),
        of("next-person", moved(this::nextPerson)));
  }

  /** Something that an operator does. */
  static Lever of(String id, Runnable pull) {
    return new Lever(id, Words.of("screen.operator." + id), pull);
  }

  private interface Move {
    void make() throws IOException, InterruptedException;
  }

  private static Runnable moved(Move move) {
    return () -> {
      try {
        move.make();
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException closing) {
        Thread.currentThread().interrupt();
      }
    };
  }

  private void nextPerson() throws IOException, InterruptedException {
    List<InventedPerson> people = InventedPerson.all();
    int now = people.indexOf(world.cast().inFront());
    InventedPerson next = people.get((now + 1) % people.size());
    world.recast(Cast.of(next));
    say.println("now comes " + introduced(next));
    say.flush();
  }

  /** Who somebody is, and how their document opens. */
  static String introduced(InventedPerson person) {
    return person.surname()
        + " "
        + person.givenNames()
        + switch (person.document()) {
          case PASSPORT -> ": the passport opens with the digits " + person.cardAccessNumber();
          case RESIDENT_ID_CARD -> ": the identity card opens by itself";
        };
  }

  /** Sheets whose names do not end in .pdf are not in the tray for the printer. */
  private void rename(String from, String to) throws IOException {
    for (Medium medium : List.of(Medium.A3, Medium.A4)) {
      Path tray = world.mechanics().tray(medium);
      try (var files = Files.list(tray)) {
        for (Path sheet : files.filter(file -> file.toString().endsWith(from)).toList()) {
          String name = sheet.getFileName().toString();
          Files.move(sheet, tray.resolve(name.substring(0, name.length() - from.length()) + to));
        }
      }
    }
  }
}
