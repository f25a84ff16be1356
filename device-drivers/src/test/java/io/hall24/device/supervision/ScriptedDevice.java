package io.hall24.device.supervision;

import io.hall24.device.Attempt;
import io.hall24.device.Device;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.time.Patience;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** A device whose health a test decides. */
final class ScriptedDevice implements Device {
  private final DeviceId id;
  private final AtomicInteger openings = new AtomicInteger();
  private volatile Optional<DeviceFailure> sick = Optional.empty();
  private volatile Optional<CountDownLatch> hang = Optional.empty();
  private final Semaphore asked = new Semaphore(0);
  private volatile boolean open;

  ScriptedDevice(String name) {
    this.id = new DeviceId(name);
  }

  void fallSick(DeviceFailure failure) {
    sick = Optional.of(failure);
  }

  void recover() {
    sick = Optional.empty();
  }

  /** Every question hangs until the latch opens. */
  void hangOn(CountDownLatch latch) {
    hang = Optional.of(latch);
  }

  int openings() {
    return openings.get();
  }

  boolean isOpen() {
    return open;
  }

  /** Waits until a question has reached the device. */
  void awaitQuestion() throws InterruptedException {
    asked.acquire();
  }

  /** What a caller asks. */
  Attempt<String> answer() {
    asked.release();
    hang.ifPresent(latch -> {
      try {
        latch.await();
      } catch (InterruptedException never) {
        throw new IllegalStateException(never);
      }
    });
    return health("answer");
  }

  private Attempt<String> health(String well) {
    return sick.<Attempt<String>>map(Attempt::failed).orElseGet(() -> Attempt.done(well));
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.CAMERA;
  }

  @Override
  public Attempt<String> open(Patience patience) {
    openings.incrementAndGet();
    open = sick.isEmpty();
    return health("opened");
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    return health("probed");
  }

  @Override
  public Optional<String> firmware() {
    return Optional.of("1.0");
  }

  @Override
  public void close() {
    open = false;
  }
}
