package io.hall24.device.simulated;

import io.hall24.device.Attempt;
import io.hall24.device.BinLevel;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.OutputPresenter;
import io.hall24.device.PresenterReport;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;

/** Flap, sensors and locked bin over the output of a virtual printer. */
final class SimulatedOutputPresenter implements OutputPresenter {
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final DeviceId id;
  private final Mechanics mechanics;
  private boolean open;

  SimulatedOutputPresenter(DeviceId id, Mechanics mechanics) {
    this.id = id;
    this.mechanics = mechanics;
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.OUTPUT_PRESENTER;
  }

  @Override
  public boolean simulated() {
    return true;
  }

  @Override
  public Attempt<String> open(Patience patience) {
    open = true;
    return missing()
        .<Attempt<String>>map(Attempt::failed)
        .orElse(Attempt.done("simulated output presenter"));
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
    return report(patience).map(SimulatedOutputPresenter::words);
  }

  private static String words(PresenterReport report) {
    return "%s in the outlet, flap %s, %d in the bin"
        .formatted(
            report.sheetPresent() ? "a sheet" : "nothing",
            report.flapOpen() ? "open" : "closed",
            report.binCount());
  }

  @Override
  public Attempt<PresenterReport> report(Patience patience) {
    return doing(() -> {});
  }

  @Override
  public Attempt<PresenterReport> present(Patience patience) {
    if (mechanics.planted(Mechanics.Fault.FLAP_STUCK)) {
      return Attempt.failed(new DeviceFailure.HardwareError("the flap does not open"));
    }
    return doing(() -> {
      if (mechanics.top().isPresent()) {
        mechanics.openFlap();
      }
    });
  }

  @Override
  public Attempt<PresenterReport> awaitTaken(Patience patience) {
    try {
      while (missing().isPresent() || mechanics.top().isPresent()) {
        if (missing().isPresent()) {
          return Attempt.failed(missing().get());
        }
        if (!patience.pause(GLANCE)) {
          return Attempt.failed(givenUp(patience, "the sheet was not taken"));
        }
      }
      mechanics.closeFlap();
      return Attempt.done(sensors());
    } catch (InterruptedException withdrawn) {
      Thread.currentThread().interrupt();
      return Attempt.failed(new DeviceFailure.Cancelled("interrupted"));
    } catch (IOException broken) {
      return Attempt.failed(new DeviceFailure.HardwareError(broken.toString()));
    }
  }

  @Override
  public Attempt<PresenterReport> retract(Patience patience) {
    return doing(() -> {
      mechanics.closeFlap();
      mechanics.retain();
    });
  }

  @Override
  public void close() {
    open = false;
  }

  static DeviceFailure givenUp(Patience patience, String detail) {
    return patience.isCancelled()
        ? new DeviceFailure.Cancelled(detail)
        : new DeviceFailure.TimedOut(patience.granted(), detail);
  }

  private Attempt<PresenterReport> doing(Movement movement) {
    if (missing().isPresent()) {
      return Attempt.failed(missing().get());
    }
    try {
      movement.move();
      return Attempt.done(sensors());
    } catch (IOException broken) {
      return Attempt.failed(new DeviceFailure.HardwareError(broken.toString()));
    }
  }

  private PresenterReport sensors() throws IOException {
    return new PresenterReport(
        mechanics.top().isPresent(),
        mechanics.flapOpen(),
        mechanics.retained().size(),
        BinLevel.OK);
  }

  private interface Movement {
    void move() throws IOException;
  }
}
