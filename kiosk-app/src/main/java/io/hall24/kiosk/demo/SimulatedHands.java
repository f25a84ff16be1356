package io.hall24.kiosk.demo;

import io.hall24.device.lds.ZoneField;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.document.DocumentPress;
import io.hall24.kiosk.demo.face.StagedFace;
import io.hall24.kiosk.identity.Challenge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Hands for a machine on which no daemon may run: a document lies on the reader while a file is
 * there.
 */
final class SimulatedHands implements Hands {
  private final Path document;
  private final Path inserted;
  private final Mechanics mechanics;
  private final StagedFace face;
  private final HallClock clock;

  SimulatedHands(Path document, Mechanics mechanics, StagedFace face, HallClock clock) {
    this.document = document;
    this.inserted = document.resolve("inserted");
    this.mechanics = mechanics;
    this.face = face;
    this.clock = clock;
  }

  @Override
  public void placeDocument() {
    try {
      Files.writeString(inserted, "");
    } catch (IOException failed) {
      throw new UncheckedIOException("the document does not reach the reader", failed);
    }
  }

  @Override
  public void takeDocument() {
    try {
      Files.deleteIfExists(inserted);
    } catch (IOException failed) {
      throw new UncheckedIOException("the document does not leave the reader", failed);
    }
  }

  @Override
  public String readZone(ZoneField field) {
    try {
      return DocumentPress.typed(document, field);
    } catch (IOException nothingThere) {
      throw new UncheckedIOException("no document to read from", nothingThere);
    }
  }

  @Override
  public void takeSheet() {
    PersonAtOutput.take(mechanics, clock);
  }

  @Override
  public void perform(Challenge movement) {
    PersonBeforeCamera.perform(face, movement, clock);
  }
}
