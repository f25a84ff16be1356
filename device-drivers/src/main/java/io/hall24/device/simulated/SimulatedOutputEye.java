package io.hall24.device.simulated;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.OutputEye;
import io.hall24.device.SheetPicture;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Sees the raster of the sheet on top of a virtual printer's output: what the printer received,
 * laid over what was pre-printed.
 */
final class SimulatedOutputEye implements OutputEye {
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final DeviceId id;
  private final Mechanics mechanics;
  private final int dpi;
  private boolean open;

  SimulatedOutputEye(DeviceId id, Mechanics mechanics, int dpi) {
    this.id = id;
    this.mechanics = mechanics;
    this.dpi = dpi;
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.OUTPUT_EYE;
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public Attempt<String> open(Patience patience) {
    open = true;
    return probe(patience);
  }

  /** What keeps it from answering. */
  private Optional<DeviceFailure> missing() {
    if (!open) {
      return Optional.of(new DeviceFailure.Offline("not open"));
    }
    return Files.isDirectory(mechanics.directory())
        ? Optional.empty()
        : Optional.of(new DeviceFailure.NoDevice("no directory " + mechanics.directory()));
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    return missing()
        .<Attempt<String>>map(Attempt::failed)
        .orElse(Attempt.done("simulated output eye, " + dpi + " dpi"));
  }

  @Override
  public Attempt<SheetPicture> look(Patience patience) {
    try {
      Optional<SheetPicture> seen = glance();
      while (seen.isEmpty() && missing().isEmpty() && patience.pause(GLANCE)) {
        seen = glance();
      }
      if (missing().isPresent()) {
        return Attempt.failed(missing().get());
      }
      return seen.map(Attempt::done)
          .orElseGet(() ->
              Attempt.failed(
                  SimulatedOutputPresenter.givenUp(patience, "no sheet before the eye")));
    } catch (InterruptedException withdrawn) {
      Thread.currentThread().interrupt();
      return Attempt.failed(new DeviceFailure.Cancelled("interrupted"));
    } catch (IOException unreadable) {
      return Attempt.failed(new DeviceFailure.HardwareError(unreadable.toString()));
    }
  }

  private Optional<SheetPicture> glance() throws IOException {
    Optional<Path> top = mechanics.top();
    if (top.isEmpty()) {
      return Optional.empty();
    }
    try {
      SheetPicture picture = GreyMap.read(Files.readAllBytes(top.get().resolve("sheet.pgm")), dpi);
      return Optional.of(mechanics.planted(Mechanics.Fault.EYE_DARK) ? dark(picture) : picture);
    } catch (NoSuchFileException takenMeanwhile) {
      return Optional.empty();
    }
  }

  private static SheetPicture dark(SheetPicture picture) {
    return new SheetPicture(
        picture.width(),
        picture.height(),
        picture.dpi(),
        new byte[picture.width() * picture.height()]);
  }

  @Override
  public void close() {
    open = false;
  }
}
