package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.Mistake;
import io.hall24.config.Profile;
import io.hall24.config.ProfileLoader;
import io.hall24.config.ProfileLoading;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceKind;
import io.hall24.device.Keypad;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example of {@code docs/vendor-example}: built with its own command against the device model
 * without any library, held to the contract, and loaded only under its hash.
 */
@Tag("fault")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class VendorDriverTest {
  private static final Path EXAMPLE = Path.of("..", "docs", "vendor-example");
  private Path jar;
  private String told;
  private Path place;

  @SuppressWarnings("NullAway.Init")
  VendorDriverTest() {}

  @BeforeAll
  void build(@TempDir Path directory) throws Exception {
    place = directory;
    Path model =
        Path.of(DeviceDriver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    var command =
        new ProcessBuilder(
            EXAMPLE.resolve("check").toString(), model.toString(), directory.toString());
    command.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process built = command.redirectErrorStream(true).start();
    told = new String(built.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, built.waitFor(), told);
    jar = directory.resolve("example-keypad.jar");
  }

  private String hash() {
    return told.lines()
        .filter(line -> line.endsWith("example-keypad.jar"))
        .map(line -> line.substring(0, 64))
        .findFirst()
        .orElseThrow();
  }

  private Profile profile(String hash, String driver) throws IOException {
    Path shipped = SimulatedHall.shipped("demo-simulated", place);
    String yaml =
        Files.readString(shipped)
            + "  keypad:\n    driver: %s\n    driver-jar: %s\n    driver-sha256: %s\n    port: 4711\n"
                .formatted(driver, jar, hash);
    var variables =
        Map.of(
            "DATA", "/data",
            "WORLD", "/world",
            "REGISTRY_URL", "http://127.0.0.1:9",
            "REGISTRY_TRUST_ANCHOR", "/world/registry.jwk",
            "PRINTER_COMMAND", "/world/mechanics.sh",
            "PRINTER_URI", "none:none");
    return switch (new ProfileLoader(variables).parse("hall.yaml", yaml, Path.of("/"))) {
      case ProfileLoading.Loaded(var profile) -> profile;
      case ProfileLoading.Faulty(var mistakes) -> throw new AssertionError(mistakes);
    };
  }

  private static List<Mistake> mistakes(Profile profile) {
    return Drivers.installed().check("hall.yaml", profile);
  }

  @Test
  void keepsEveryClauseWithoutAnyLibrary() {
    assertEquals(11, told.lines().filter(line -> line.endsWith(": holds")).count(), told);
  }

  @Test
  void loadsUnderItsHash() throws IOException {
    Profile profile = profile(hash(), "example-keypad");
    assertEquals(List.of(), mistakes(profile));
    Keypad keypad =
        Drivers.installed().create(profile, Profile.Role.KEYPAD, Keypad.class, HallClock.system());
    assertEquals(DeviceKind.KEYPAD, keypad.kind());
    assertTrue(keypad.getClass().getName().startsWith("com.example."), keypad.getClass().getName());
  }

  @Test
  void doesNotLoadUnderAnotherHash() throws IOException {
    Mistake mistake = mistakes(profile("0".repeat(64), "example-keypad")).getFirst();
    assertTrue(mistake.toString().contains("has SHA-256 " + hash()), mistake.toString());
  }

  @Test
  void doesNotLoadOnceAByteWasAdded() throws IOException {
    Path changed = Files.copy(jar, place.resolve("changed.jar"));
    Files.write(changed, new byte[] {0}, StandardOpenOption.APPEND);
    Path genuine = jar;
    jar = changed;
    try {
      assertEquals(1, mistakes(profile(hash(), "example-keypad")).size());
    } finally {
      jar = genuine;
    }
  }

  @Test
  void anotherDriverIsNotLookedForElsewhere() throws IOException {
    Mistake mistake = mistakes(profile(hash(), "simulated-keypad")).getFirst();
    assertTrue(mistake.toString().contains("it has: [example-keypad]"), mistake.toString());
  }

  @Test
  void hashThatIsNoneIsAMistakeWithItsLine() {
    String yaml = "devices:\n  keypad:\n    driver: a\n    driver-jar: b\n    driver-sha256: abc\n";
    var loading = new ProfileLoader(Map.of()).parse("hall.yaml", yaml, place);
    assertTrue(loading.toString().contains("64 digits"), loading.toString());
  }
}
