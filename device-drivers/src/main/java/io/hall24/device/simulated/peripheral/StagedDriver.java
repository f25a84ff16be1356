package io.hall24.device.simulated.peripheral;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;
import java.nio.file.Path;

/** The drivers {@code simulated-*} of this room; they differ in what they make only. */
public abstract class StagedDriver implements DeviceDriver {
  static final String SOCKET = "socket";
  private final String name;
  private final DeviceKind kind;
  private final Maker maker;

  /** Makes a closed device. */
  interface Maker {
    Device make(DeviceId id, Path socket, HallClock clock);
  }

  StagedDriver(String name, DeviceKind kind, Maker maker) {
    this.name = name;
    this.kind = kind;
    this.maker = maker;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final DeviceKind kind() {
    return kind;
  }

  @Override
  public final boolean simulated() {
    return true;
  }

  @Override
  public final SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.required(
            SOCKET,
            SettingsSpec.Type.PATH,
            "Unix socket through which a person plays with it while it is open"));
  }

  @Override
  public final Device create(DeviceId id, Settings settings, HallClock clock) {
    return maker.make(id, settings.path(SOCKET), clock);
  }

  /** Driver {@code simulated-keypad}. */
  public static final class Keys extends StagedDriver {
    public Keys() {
      super(
          "simulated-keypad",
          DeviceKind.KEYPAD,
          (id, socket, clock) -> new SimulatedKeypad(id, socket, clock));
    }
  }

  /** Driver {@code simulated-status-lights}. */
  public static final class Lights extends StagedDriver {
    public Lights() {
      super(
          "simulated-status-lights",
          DeviceKind.STATUS_LIGHTS,
          (id, socket, clock) -> new SimulatedLights(id, socket));
    }
  }

  /** Driver {@code simulated-audio-output}. */
  public static final class Audio extends StagedDriver {
    public Audio() {
      super(
          "simulated-audio-output",
          DeviceKind.AUDIO_OUTPUT,
          (id, socket, clock) -> new SimulatedAudio(id, socket));
    }
  }

  /** Driver {@code simulated-power-source}. */
  public static final class Power extends StagedDriver {
    public Power() {
      super(
          "simulated-power-source",
          DeviceKind.POWER_SOURCE,
          (id, socket, clock) -> new SimulatedPower(id, socket));
    }
  }

  /** Driver {@code simulated-door-contact}. */
  public static final class Door extends StagedDriver {
    public Door() {
      super(
          "simulated-door-contact",
          DeviceKind.DOOR_CONTACT,
          (id, socket, clock) -> new SimulatedDoor(id, socket));
    }
  }

  /** Driver {@code simulated-deposit-slot}. */
  public static final class Deposit extends StagedDriver {
    public Deposit() {
      super(
          "simulated-deposit-slot",
          DeviceKind.DEPOSIT_SLOT,
          (id, socket, clock) -> new SimulatedDepositSlot(id, socket));
    }
  }

  /** Driver {@code simulated-code-scanner}. */
  public static final class Scanner extends StagedDriver {
    public Scanner() {
      super(
          "simulated-code-scanner",
          DeviceKind.CODE_SCANNER,
          (id, socket, clock) -> new SimulatedScanner(id, socket));
    }
  }

  /** Driver {@code simulated-receipt-printer}. */
  public static final class Receipt extends StagedDriver {
    public Receipt() {
      super(
          "simulated-receipt-printer",
          DeviceKind.RECEIPT_PRINTER,
          (id, socket, clock) -> new SimulatedReceiptPrinter(id, socket));
    }
  }
}
