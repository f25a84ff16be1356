package io.hall24.device.contract;

import io.hall24.device.Attempt;
import io.hall24.device.Capabilities;
import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Feature;
import io.hall24.device.Keypad;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A driver of an imaginary keypad that keeps its contract but for one planted defect. */
final class DefectiveDriver implements DeviceDriver {
  private static final Duration GLANCE = Duration.ofMillis(10);
  private static final String PORT = "port";
  private final Optional<Clause> defect;
  private final AtomicBoolean plugged = new AtomicBoolean(true);
  private final AtomicBoolean silent = new AtomicBoolean();

  DefectiveDriver(Optional<Clause> defect) {
    this.defect = defect;
  }

  private boolean has(Clause clause) {
    return defect.equals(Optional.of(clause));
  }

  Rig rig() {
    return new Rig() {
      @Override
      public DeviceDriver driver() {
        return DefectiveDriver.this;
      }

      @Override
      public Map<String, String> settings() {
        return Map.of(PORT, "/there");
      }

      @Override
      public Map<String, String> settingsOfNothing() {
        return Map.of(PORT, "/nowhere");
      }

      @Override
      public void unplug() {
        plugged.set(false);
      }

      @Override
      public void plug() {
        plugged.set(true);
      }

      @Override
      public Optional<Hang> hang() {
        return Optional.of(
            new Hang() {
              @Override
              public void begin() {
                silent.set(true);
              }

              @Override
              public void end() {
                silent.set(false);
              }
            });
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public String name() {
    return "defective-keypad";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.KEYPAD;
  }

  @Override
  public SettingsSpec settings() {
    return has(Clause.WRONG_SETTINGS)
        ? SettingsSpec.of(Setting.optional(PORT, SettingsSpec.Type.TEXT, "where it hangs"))
        : SettingsSpec.of(Setting.required(PORT, SettingsSpec.Type.TEXT, "where it hangs"));
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    return new Pad(id, settings.text(PORT));
  }

  private final class Pad implements Keypad {
    private final DeviceId id;
    private final String port;
    private boolean open;
    private int openings;

    Pad(DeviceId id, String port) {
      this.id = id;
      this.port = port;
    }

    @Override
    public DeviceId id() {
      return id;
    }

    @Override
    public DeviceKind kind() {
      return DeviceKind.KEYPAD;
    }

    @Override
    public Capabilities capabilities() {
      return has(Clause.DESCRIBES_ITSELF)
          ? Capabilities.without(Feature.CUTTER)
          : Capabilities.COMPLETE;
    }

    @Override
    public Attempt<String> open(Patience patience) {
      if (!port.equals("/there")) {
        if (has(Clause.NO_SUCH_DEVICE)) {
          throw new IllegalStateException("no " + port);
        }
        return Attempt.failed(new DeviceFailure.NoDevice("no " + port));
      }
      if (open && has(Clause.OPEN_TWICE)) {
        return Attempt.failed(new DeviceFailure.Busy("open already"));
      }
      if (openings++ > 0 && has(Clause.CLOSE_TWICE)) {
        return Attempt.failed(new DeviceFailure.HardwareError("opens once only"));
      }
      open = plugged.get();
      return open ? Attempt.done("pad") : gone();
    }

    @Override
    public Attempt<String> probe(Patience patience) {
      if (!open && has(Clause.STATUS_WHILE_CLOSED)) {
        throw new IllegalStateException("closed");
      }
      boolean sees = plugged.get() || has(Clause.UNPLUG_IDLE);
      return open && sees ? Attempt.done("pad") : gone();
    }

    @Override
    public Attempt<KeyPress> awaitKey(Patience patience) {
      if (!open) {
        return gone();
      }
      if (has(Clause.NO_PATIENCE)) {
        var _ = Patience.of(Duration.ofSeconds(2), HallClock.system()).until(GLANCE, () -> false);
      }
      boolean lost = patience.until(GLANCE, () -> !plugged.get() && !has(Clause.UNPLUG_BUSY));
      if (lost) {
        return gone();
      }
      if (silent.get() && has(Clause.HANG)) {
        var _ = Patience.of(Duration.ofSeconds(4), HallClock.system()).until(GLANCE, () -> false);
      }
      return Attempt.failed(
          has(Clause.CANCEL)
              ? new DeviceFailure.TimedOut(patience.granted(), "no key")
              : DeviceFailure.givenUp(patience, "no key"));
    }

    private <T> Attempt<T> gone() {
      open = false;
      return Attempt.failed(new DeviceFailure.Offline("not there"));
    }

    @Override
    public void close() {
      open = false;
    }
  }
}
