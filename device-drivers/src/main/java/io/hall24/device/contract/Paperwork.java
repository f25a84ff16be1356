package io.hall24.device.contract;

import io.hall24.device.Attempt;
import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.Feature;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import java.util.HashMap;
import java.util.Map;

/** The clauses about what a driver says of itself and of its settings. */
final class Paperwork {
  private static final String NO_SETTING = "there-is-no-such-setting";
  private final Rig rig;
  private final DeviceDriver driver;

  Paperwork(Rig rig) {
    this.rig = rig;
    this.driver = rig.driver();
  }

  void describesItself() throws BrokenException {
    BrokenException.unless(
        driver.name().matches("[a-z][a-z0-9-]*"), "its name is '" + driver.name() + "'");
    Device device = create(rig.settings());
    BrokenException.unless(
        device.kind() == driver.kind(),
        "the driver says " + driver.kind() + ", its device " + device.kind());
    BrokenException.unless(device.id().equals(Trial.ID), "its device calls itself " + device.id());
    BrokenException.unless(
        device.simulated() == driver.simulated(rig.settings()) || !device.simulated(),
        "its device pretends, and the driver does not say so");
    for (Feature lacking : device.capabilities().lacking()) {
      BrokenException.unless(
          lacking.kind() == device.kind(), "it lacks " + lacking + ", which its kind never has");
    }
    for (Setting setting : driver.settings().settings()) {
      BrokenException.unless(
          !setting.meaning().isBlank(), "nothing says what " + setting.name() + " means");
    }
    device.close();
  }

  void findsWrongSettings() throws BrokenException {
    Map<String, String> right = rig.settings();
    BrokenException.unless(faultless(right), "it finds fault with the rig's own settings");
    BrokenException.unless(
        !faultless(changed(right, NO_SETTING, "x")), "it takes a setting that it does not know");
    for (Setting setting : driver.settings().settings()) {
      Map<String, String> without = new HashMap<>(right);
      without.remove(setting.name());
      if (setting.required()) {
        BrokenException.unless(!faultless(without), "it does not miss " + setting.name());
      } else {
        expectMakes(without, setting.name());
      }
      BrokenException.unless(
          setting.type() == SettingsSpec.Type.TEXT
              || !faultless(changed(right, setting.name(), setting.type().illFormed())),
          "it takes '" + setting.type().illFormed() + "' for " + setting.name());
    }
  }

  /** What may be left out must not be needed to make a device. */
  private void expectMakes(Map<String, String> settings, String missing) throws BrokenException {
    if (faultless(settings)) {
      try (Device made = create(settings)) {
        BrokenException.unless(made.kind() == driver.kind(), "without " + missing);
      } catch (RuntimeException thrown) {
        throw new BrokenException("without " + missing + " making a device throws " + thrown);
      }
    }
  }

  void findsNothing(Trial trial) throws Exception {
    BrokenException.unless(
        faultless(rig.settingsOfNothing()), "the settings of nothing are not well-formed");
    Device device = create(rig.settingsOfNothing());
    try {
      Attempt<?> opened = trial.timed("open", Trial.PATIENCE, device::open);
      BrokenException.unless(
          opened instanceof Attempt.Failed<?>(var failure)
              && (failure instanceof DeviceFailure.NoDevice
                  || failure instanceof DeviceFailure.Offline),
          "opening nothing gives " + opened + "; expected NoDevice or Offline");
    } finally {
      trial.run(() -> {
        device.close();
        return true;
      });
    }
  }

  private boolean faultless(Map<String, String> settings) {
    return driver.settings().check(settings).isEmpty();
  }

  private Device create(Map<String, String> settings) {
    return driver.create(
        new DeviceId(Trial.ID.name()), driver.settings().resolve(settings), rig.clock());
  }

  private static Map<String, String> changed(
      Map<String, String> settings, String name, String value) {
    Map<String, String> changed = new HashMap<>(settings);
    changed.put(name, value);
    return changed;
  }
}
