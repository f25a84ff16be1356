package io.hall24.kiosk.app;

import io.hall24.config.Mistake;
import io.hall24.config.Profile;
import io.hall24.config.Profile.DeviceEntry;
import io.hall24.config.Profile.Role;
import io.hall24.config.Profile.VendorJar;
import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.time.HallClock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The drivers that are installed, and what they say to a profile. */
final class Drivers {
  private final Map<String, DeviceDriver> byName = new TreeMap<>();
  private final Map<VendorJar, VendorJars.Loading> fromJars = new HashMap<>();

  private Drivers(Iterable<DeviceDriver> drivers) {
    drivers.forEach(driver -> byName.put(driver.name(), driver));
  }

  /** Every driver on the class path. */
  static Drivers installed() {
    return new Drivers(ServiceLoader.load(DeviceDriver.class));
  }

  /** Every mistake in the profile's devices, with its line. */
  List<Mistake> check(String file, Profile profile) {
    List<Mistake> mistakes = new ArrayList<>();
    for (Role role : Role.values()) {
      Optional.ofNullable(profile.devices().get(role))
          .ifPresent(entry -> check(file, profile, role, entry, mistakes));
    }
    return mistakes;
  }

  private void check(
      String file, Profile profile, Role role, DeviceEntry entry, List<Mistake> mistakes) {
    String where = "devices." + role.key();
    switch (find(entry)) {
      case Finding.Found(var driver) -> check(file, profile, role, entry, driver, mistakes);
      case Finding.Missing(var why) ->
          mistakes.add(new Mistake(file, entry.line(), where + ".driver", why));
    }
  }

  private sealed interface Finding {
    record Found(DeviceDriver driver) implements Finding {}

    record Missing(String why) implements Finding {}
  }

  /** Installed, or in the vendor's jar that the entry names; never both. */
  private Finding find(DeviceEntry entry) {
    if (entry.jar().isEmpty()) {
      return Optional.ofNullable(byName.get(entry.driver()))
          .<Finding>map(Finding.Found::new)
          .orElseGet(() ->
              new Finding.Missing(
                  "no driver '" + entry.driver() + "'; installed: " + byName.keySet()));
    }
    return switch (fromJars.computeIfAbsent(entry.jar().get(), VendorJars::load)) {
      case VendorJars.Loading.Refused(var why) -> new Finding.Missing(why);
      case VendorJars.Loading.Loaded(var drivers) ->
          drivers.stream()
              .filter(driver -> driver.name().equals(entry.driver()))
              .<Finding>map(Finding.Found::new)
              .findFirst()
              .orElseGet(() ->
                  new Finding.Missing(
                      "no driver '"
                          + entry.driver()
                          + "' in the jar; it has: "
                          + drivers.stream().map(DeviceDriver::name).toList()));
    };
  }

  private static void check(
      String file,
      Profile profile,
      Role role,
      DeviceEntry entry,
      DeviceDriver driver,
      List<Mistake> mistakes) {
    String where = "devices." + role.key();
    if (driver.kind() != kindOf(role)) {
      mistakes.add(
          new Mistake(
              file,
              entry.line(),
              where + ".driver",
              "'" + driver.name() + "' drives a " + driver.kind() + ", not a " + kindOf(role)));
    }
    if (driver.simulated(entry.settings()) && profile.kind() != Profile.Kind.DEMO) {
      mistakes.add(
          new Mistake(
              file,
              entry.line(),
              where + ".driver",
              "'"
                  + driver.name()
                  + (driver.simulated() ? "' only pretends" : "' with these settings only pretends")
                  + " and loads in demo profiles only"));
    }
    driver
        .settings()
        .check(entry.settings())
        .forEach(fault ->
            mistakes.add(
                new Mistake(
                    file,
                    entry.lines().getOrDefault(fault.name(), entry.line()),
                    where + "." + fault.name(),
                    fault.problem())));
  }

  /**
   * The closed device of a role.
   *
   * @throws IllegalArgumentException for a profile that {@link #check} finds fault with
   */
  <D extends Device> D create(Profile profile, Role role, Class<D> type, HallClock clock) {
    DeviceEntry entry =
        Optional.ofNullable(profile.devices().get(role))
            .orElseThrow(() -> new IllegalArgumentException("no " + role));
    DeviceDriver driver =
        switch (find(entry)) {
          case Finding.Found(var found) -> found;
          case Finding.Missing(var why) -> throw new IllegalArgumentException(why);
        };
    return type.cast(
        driver.create(
            new DeviceId(entry.id()), driver.settings().resolve(entry.settings()), clock));
  }

  private static DeviceKind kindOf(Role role) {
    return switch (role) {
      case DOCUMENT_READER, ID_CARD_READER -> DeviceKind.IDENTITY_DOCUMENT_READER;
      case CAMERA, LOW_CAMERA -> DeviceKind.CAMERA;
      case PRINTER, PLAIN_PRINTER -> DeviceKind.PAGE_PRINTER;
      case OUTPUT_PRESENTER -> DeviceKind.OUTPUT_PRESENTER;
      case OUTPUT_EYE -> DeviceKind.OUTPUT_EYE;
      case RECEIPT_PRINTER -> DeviceKind.RECEIPT_PRINTER;
      case CODE_SCANNER -> DeviceKind.CODE_SCANNER;
      case STAFF_CARD_READER -> DeviceKind.STAFF_CARD_READER;
      case KEYPAD -> DeviceKind.KEYPAD;
      case STATUS_LIGHTS -> DeviceKind.STATUS_LIGHTS;
      case AUDIO_OUTPUT -> DeviceKind.AUDIO_OUTPUT;
      case POWER_SOURCE -> DeviceKind.POWER_SOURCE;
      case DOOR_CONTACT -> DeviceKind.DOOR_CONTACT;
      case DEPOSIT_SLOT -> DeviceKind.DEPOSIT_SLOT;
    };
  }
}
