package io.hall24.kiosk.demo;

import io.hall24.config.HallTime;
import io.hall24.device.simulated.sam.SimulatedCard;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.document.DocumentPress;
import io.hall24.kiosk.demo.document.IdCardPress;
import io.hall24.kiosk.demo.document.InventedState;
import io.hall24.kiosk.demo.face.PortraitStudio;
import io.hall24.kiosk.demo.face.StagedFace;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.face.FaceModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/** Where invented people come in: with a document in the hand, and with their face. */
final class Entrance {
  private static final long SEED = 24;
  private static final String WHOSE = "whose";

  private final Path directory;
  private final Path data;
  private final Keepsakes keepsakes;
  private final HallClock clock;
  private Optional<InventedState> state = Optional.empty();
  private Optional<SimulatedCard> card = Optional.empty();

  /**
   * Into a world.
   *
   * @param data has {@code faces/} and {@code models/}
   */
  Entrance(Path directory, Path data, Keepsakes keepsakes, HallClock clock) {
    this.directory = directory;
    this.data = data;
    this.keepsakes = keepsakes;
    this.clock = clock;
  }

  /** Lets somebody in; whoever was there is gone. */
  synchronized void let(Cast cast) throws IOException, InterruptedException {
    pressDocument(cast);
    standBeforeCamera(cast.inFront());
  }

  /** The identity card of whoever is there, if they have one. */
  synchronized Optional<SimulatedCard> card() {
    return card;
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.wallTime(), HallTime.ZONE);
  }

  private void pressDocument(Cast next) throws IOException {
    // One state for all who come: the reader keeps trusting it.
    InventedState issuer = state.orElseGet(() -> InventedState.founded(today()));
    state = Optional.of(issuer);
    issuer.trustIn(directory.resolve("csca"));
    Path portrait = data.resolve("faces").resolve(next.holder().portrait());
    Path passport = Files.createDirectories(directory.resolve("document"));
    switch (next.holder().document()) {
      case PASSPORT -> {
        new DocumentPress(issuer, today())
            .press(next.holder(), portrait, next.condition(), passport);
        card = Optional.empty();
      }
      case RESIDENT_ID_CARD ->
          card =
              Optional.of(
                  new IdCardPress(today()).press(next.holder(), portrait, next.condition()));
    }
  }

  /** Whether somebody's pictures are there already. */
  boolean standsBeforeCamera(InventedPerson person) {
    Path whose = directory.resolve("camera").resolve(WHOSE);
    try {
      return Files.exists(whose) && Files.readString(whose).equals(person.surname());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The person's pictures as a camera would take them; the same person's are taken once. */
  private void standBeforeCamera(InventedPerson person) throws IOException, InterruptedException {
    if (standsBeforeCamera(person)) {
      return;
    }
    Path portrait = data.resolve("faces").resolve(person.portrait());
    Path camera = directory.resolve("camera");
    Keepsakes.remove(camera);
    keepsakes.put(
        camera,
        new Keepsakes.Origin("camera-" + person.surname())
            .andFile(portrait)
            .and(SEED)
            .madeBy(PortraitStudio.class)
            .madeBy(StagedFace.class),
        folder -> takePictures(portrait, folder, person));
  }

  private void takePictures(Path portrait, Path folder, InventedPerson person)
      throws IOException, InterruptedException {
    FaceModels models =
        switch (FaceModels.load(data.resolve("models"))) {
          case FaceModels.Loading.Loaded(var loaded) -> loaded;
          case FaceModels.Loading.Unusable(var _, var problem) -> throw new IOException(problem);
        };
    try (FaceDesk desk =
        switch (FaceDesk.open(models, clock)) {
          case FaceDesk.Opening.Opened(var opened) -> opened;
          case FaceDesk.Opening.Failed(var detail) -> throw new IOException(detail);
        }) {
      new PortraitStudio(desk).stage(portrait, folder, SEED);
    }
    Files.writeString(folder.resolve(WHOSE), person.surname());
  }
}
