package io.hall24.device.status;

import io.hall24.device.DeviceId;
import io.hall24.device.time.HallClock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Where every device's state hangs for all to see. Safe for use by several threads. */
public final class StatusBoard {
  private final HallClock clock;
  private final Map<DeviceId, DeviceStatus> statuses = new ConcurrentHashMap<>();
  private final List<Consumer<DeviceStatus>> readers = new CopyOnWriteArrayList<>();

  public StatusBoard(HallClock clock) {
    this.clock = clock;
  }

  /**
   * Hangs up a state; {@code since} moves only when the state itself changes. Readers are told of
   * every change.
   */
  public void publish(DeviceId device, DeviceState state, String detail) {
    publish(device, state, detail, Optional.empty());
  }

  /** Hangs up a state with what the supervisor wrote down about the device. */
  public void publish(
      DeviceId device, DeviceState state, String detail, Optional<DeviceRecord> record) {
    DeviceStatus[] before = new DeviceStatus[1];
    DeviceStatus now =
        statuses.compute(
            device,
            (id, old) -> {
              before[0] = old;
              var since = old != null && old.state() == state ? old.since() : clock.wallTime();
              return new DeviceStatus(device, state, detail, since, record);
            });
    if (before[0] == null || !now.tellsAsMuchAs(before[0])) {
      readers.forEach(reader -> reader.accept(now));
    }
  }

  /** What a device last said, if it ever did. */
  public Optional<DeviceStatus> of(DeviceId device) {
    return Optional.ofNullable(statuses.get(device));
  }

  /** Every device's state, worst first, then by name. */
  public List<DeviceStatus> worstFirst() {
    return statuses.values().stream()
        .sorted(
            Comparator.comparing(DeviceStatus::state)
                .reversed()
                .thenComparing(status -> status.device().name()))
        .toList();
  }

  /**
   * Registers a reader, which is called on the publishing thread and must return at once; close to
   * unregister.
   */
  public Subscription onChange(Consumer<DeviceStatus> reader) {
    readers.add(reader);
    return () -> readers.remove(reader);
  }
}
