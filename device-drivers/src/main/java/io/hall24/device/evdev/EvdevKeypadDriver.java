package io.hall24.device.evdev;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Keypad;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Driver {@code evdev-keypad}: any pad of keys that Linux takes for a keyboard. Which key is which
 * is set by the codes of the kernel's {@code linux/input-event-codes.h}.
 */
public final class EvdevKeypadDriver implements DeviceDriver {
  private static final String DEVICE = "device";
  private static final String EXCLUSIVE = "exclusive";

  @Override
  public String name() {
    return "evdev-keypad";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.KEYPAD;
  }

  @Override
  public SettingsSpec settings() {
    List<Setting> settings = new ArrayList<>();
    settings.add(
        Setting.required(
            DEVICE,
            SettingsSpec.Type.PATH,
            "its node by a name that stays, /dev/input/by-id/...-event-kbd"));
    settings.add(
        Setting.withDefault(
            EXCLUSIVE,
            SettingsSpec.Type.FLAG,
            "true",
            "whether nobody else, such as the screen's own keyboard, hears its keys"));
    for (Keypad.Key key : Keypad.Key.values()) {
      settings.add(
          Setting.withDefault(
              setting(key),
              SettingsSpec.Type.NUMBER,
              Integer.toString(usual(key)),
              "code of the key in linux/input-event-codes.h"));
    }
    return new SettingsSpec(settings);
  }

  private static String setting(Keypad.Key key) {
    return "key-" + key.name().toLowerCase(Locale.ROOT);
  }

  /**
   * KEY_UP, KEY_DOWN, KEY_LEFT, KEY_RIGHT, KEY_ENTER, KEY_ESC, KEY_HELP, KEY_VOLUMEUP and -DOWN.
   */
  private static int usual(Keypad.Key key) {
    return switch (key) {
      case UP -> 103;
      case DOWN -> 108;
      case LEFT -> 105;
      case RIGHT -> 106;
      case SELECT -> 28;
      case BACK -> 1;
      case HELP -> 138;
      case LOUDER -> 115;
      case SOFTER -> 114;
    };
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    Map<Integer, Keypad.Key> keys = new HashMap<>();
    for (Keypad.Key key : Keypad.Key.values()) {
      keys.put(settings.number(setting(key)), key);
    }
    return new EvdevKeypad(id, settings.path(DEVICE), settings.flag(EXCLUSIVE), keys, clock);
  }
}
