package io.hall24.device.modbus;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.StatusLights.Light;
import io.hall24.device.time.HallClock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** The drivers of this room; they differ in what hangs on the board. */
public abstract class RelayDriver implements DeviceDriver {
  static final String PORT = "port";
  private static final String BAUD = "baud";
  private static final String UNIT = "unit";
  private final String name;
  private final DeviceKind kind;
  private final List<Setting> wiring;
  private final Maker maker;

  /** Makes a closed device. */
  interface Maker {
    Device make(DeviceId id, Board.Address address, Settings settings, HallClock clock);
  }

  RelayDriver(String name, DeviceKind kind, Maker maker, Setting... wiring) {
    this.name = name;
    this.kind = kind;
    this.maker = maker;
    this.wiring = List.of(wiring);
  }

  private static Setting must(String name, String meaning) {
    return Setting.required(name, SettingsSpec.Type.NUMBER, meaning);
  }

  private static Setting may(String name, String meaning) {
    return Setting.optional(name, SettingsSpec.Type.NUMBER, meaning);
  }

  private static OptionalInt found(Settings settings, String name) {
    return settings.find(name).stream().mapToInt(Integer::parseInt).findFirst();
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
  public final SettingsSpec settings() {
    List<Setting> all = new ArrayList<>();
    all.add(
        Setting.required(
            PORT,
            SettingsSpec.Type.PATH,
            "serial port of the board by a name that stays; several devices may name one"));
    all.add(Setting.withDefault(BAUD, SettingsSpec.Type.NUMBER, "9600", "bits per second"));
    all.add(
        Setting.withDefault(
            UNIT, SettingsSpec.Type.NUMBER, "1", "Modbus address of the board, 1 to 247"));
    all.addAll(wiring);
    return new SettingsSpec(all);
  }

  @Override
  public final Device create(DeviceId id, Settings settings, HallClock clock) {
    var address =
        new Board.Address(settings.path(PORT), settings.number(BAUD), settings.number(UNIT));
    return maker.make(id, address, settings, clock);
  }

  /** Driver {@code relay-door-contact}. */
  public static final class Door extends RelayDriver {
    public Door() {
      super(
          "relay-door-contact",
          DeviceKind.DOOR_CONTACT,
          (id, address, settings, clock) ->
              new RelayDoor(
                  id,
                  address,
                  new RelayDoor.Wiring(
                      settings.number("closed-input"),
                      found(settings, "untouched-input"),
                      found(settings, "openings-counter")),
                  clock),
          must("closed-input", "input that is on while the door is closed"),
          may("untouched-input", "input that is on while nobody tampers with the housing"),
          may("openings-counter", "counter of the door's openings"));
    }
  }

  /** Driver {@code relay-status-lights}. */
  public static final class Lights extends RelayDriver {
    public Lights() {
      super(
          "relay-status-lights",
          DeviceKind.STATUS_LIGHTS,
          (id, address, settings, clock) -> new RelayLights(id, address, outputs(settings), clock),
          Arrays.stream(Light.values())
              .map(light -> may(setting(light), "output of the light for: " + word(light)))
              .toArray(Setting[]::new));
    }

    private static Map<Light, Integer> outputs(Settings settings) {
      Map<Light, Integer> outputs = new EnumMap<>(Light.class);
      for (Light light : Light.values()) {
        found(settings, setting(light)).ifPresent(number -> outputs.put(light, number));
      }
      return outputs;
    }

    private static String word(Light light) {
      return light.name().toLowerCase(Locale.ROOT);
    }

    private static String setting(Light light) {
      return word(light) + "-output";
    }
  }

  /** Driver {@code relay-deposit-slot}. */
  public static final class Deposit extends RelayDriver {
    public Deposit() {
      super(
          "relay-deposit-slot",
          DeviceKind.DEPOSIT_SLOT,
          (id, address, settings, clock) ->
              new RelayDepositSlot(
                  id,
                  address,
                  new RelayDepositSlot.Wiring(
                      settings.number("fallen-counter"),
                      found(settings, "shutter-output"),
                      found(settings, "bin-full-input")),
                  clock),
          must("fallen-counter", "counter of the light barrier above the bin"),
          may("shutter-output", "output that opens the shutter"),
          may("bin-full-input", "input that is on while the bin is full"));
    }
  }

  /** Driver {@code relay-output-presenter}. */
  public static final class Presenter extends RelayDriver {
    public Presenter() {
      super(
          "relay-output-presenter",
          DeviceKind.OUTPUT_PRESENTER,
          (id, address, settings, clock) ->
              new RelayPresenter(
                  id,
                  address,
                  new RelayPresenter.Wiring(
                      settings.number("sheet-input"),
                      found(settings, "flap-output"),
                      found(settings, "flap-open-input"),
                      found(settings, "retract-output"),
                      found(settings, "bin-full-input"),
                      found(settings, "bin-there-input"),
                      found(settings, "retracted-counter")),
                  clock),
          must("sheet-input", "input that is on while a sheet lies in the output"),
          may("flap-output", "output that opens the flap"),
          may("flap-open-input", "input that is on while the flap stands open"),
          may("retract-output", "output of the motor that pulls the sheet into the bin"),
          may("bin-full-input", "input that is on while the bin is full"),
          may("bin-there-input", "input that is on while the bin is in its place"),
          may("retracted-counter", "counter of the light barrier above the bin"));
    }
  }
}
