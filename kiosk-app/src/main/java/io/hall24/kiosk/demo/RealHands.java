package io.hall24.kiosk.demo;

import io.hall24.device.lds.ZoneField;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.counterpart.VirtualPassport;
import io.hall24.kiosk.demo.document.DocumentPress;
import io.hall24.kiosk.demo.face.StagedFace;
import io.hall24.kiosk.identity.Challenge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Hands that start and end the virtual passport, and take sheets out of the virtual printer's
 * output.
 */
final class RealHands implements Hands {
  private final Path document;
  private final Path log;
  private final Mechanics mechanics;
  private final StagedFace face;
  private final HallClock clock;
  private Optional<VirtualPassport> onReader = Optional.empty();

  RealHands(Path document, Path log, Mechanics mechanics, StagedFace face, HallClock clock) {
    this.document = document;
    this.log = log;
    this.mechanics = mechanics;
    this.face = face;
    this.clock = clock;
  }

  @Override
  public synchronized void placeDocument() {
    if (onReader.isPresent()) {
      return;
    }
    try {
      onReader = Optional.of(VirtualPassport.lay(document, log, clock));
    } catch (IOException failed) {
      throw new UncheckedIOException("the document does not reach the reader", failed);
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public synchronized void takeDocument() {
    onReader.ifPresent(VirtualPassport::close);
    onReader = Optional.empty();
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
