package io.hall24.device.simulated.peripheral;

import io.hall24.device.Attempt;
import io.hall24.device.Device;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** What all devices on a stage have in common: opening, closing, faults and hanging. */
abstract class StagedDevice implements Device {
  static final Duration GLANCE = Duration.ofMillis(10);
  private final DeviceId id;
  private final Path socket;
  private final Stage stage;
  private Optional<StageDoor> door = Optional.empty();

  StagedDevice(DeviceId id, Path socket, Stage stage) {
    this.id = id;
    this.socket = socket;
    this.stage = stage;
  }

  final Stage stage() {
    return stage;
  }

  @Override
  public final DeviceId id() {
    return id;
  }

  @Override
  public final boolean simulated() {
    return true;
  }

  @Override
  public final Attempt<String> open(Patience patience) {
    if (door.isEmpty()) {
      try {
        door = Optional.of(StageDoor.open(socket, stage));
        stage.forget();
      } catch (IOException | IllegalArgumentException noDirectory) {
        return Attempt.failed(
            new DeviceFailure.NoDevice("no socket can be made at " + socket + ": " + noDirectory));
      }
    }
    return stage.fault().<Attempt<String>>map(Attempt::failed).orElse(Attempt.done("simulated"));
  }

  @Override
  public final Attempt<String> probe(Patience patience) {
    return answering(patience, () -> Attempt.done(describe()));
  }

  /** What a technician may want to know. */
  abstract String describe();

  /** Answers a question, unless it is closed, a fault is planted, or it hangs. */
  final <T> Attempt<T> answering(Patience patience, Supplier<Attempt<T>> question) {
    if (door.isEmpty()) {
      return Attempt.failed(new DeviceFailure.Offline("closed"));
    }
    if (!patience.until(GLANCE, () -> !stage.hanging())) {
      return Attempt.failed(
          patience.isCancelled()
              ? new DeviceFailure.Cancelled("no answer")
              : new DeviceFailure.Offline("no answer"));
    }
    return stage.fault().<Attempt<T>>map(Attempt::failed).orElseGet(question);
  }

  /** Waits for something to be there, unless a fault comes first. */
  final <T> Attempt<T> awaiting(Patience patience, String what, Supplier<Optional<T>> found) {
    return answering(
        patience,
        () -> {
          var seen = new Seen<T>();
          boolean ended =
              patience.until(
                  GLANCE,
                  () -> {
                    seen.value = stage.fault().isPresent() ? Optional.empty() : found.get();
                    return stage.fault().isPresent() || seen.value.isPresent();
                  });
          return seen.value
              .map(Attempt::done)
              .or(() -> stage.fault().map(Attempt::failed))
              .orElseGet(() ->
                  Attempt.failed(
                      ended
                          ? new DeviceFailure.Offline("closed")
                          : DeviceFailure.givenUp(patience, what)));
        });
  }

  private static final class Seen<T> {
    private Optional<T> value = Optional.empty();
  }

  @Override
  public void close() {
    door.ifPresent(open -> {
      try {
        open.close();
      } catch (IOException stays) {
        throw new java.io.UncheckedIOException("a socket that was made here", stays);
      }
    });
    door = Optional.empty();
  }
}
