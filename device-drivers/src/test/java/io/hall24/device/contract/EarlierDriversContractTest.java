package io.hall24.device.contract;

import io.hall24.device.DeviceDriver;
import io.hall24.device.Medium;
import io.hall24.device.camera.JavacvCameraDriver;
import io.hall24.device.evdev.EvdevKeypadDriver;
import io.hall24.device.outputeye.CameraOutputEyeDriver;
import io.hall24.device.sam.SamDriver;
import io.hall24.device.scanner.CameraScannerDriver;
import io.hall24.device.scanner.SerialScannerDriver;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.simulated.SimulatedOutputEyeDriver;
import io.hall24.device.simulated.SimulatedOutputPresenterDriver;
import io.hall24.device.simulated.SimulatedPrinterDriver;
import io.hall24.device.simulated.line.SimulatedLine;
import io.hall24.device.simulated.sam.SamSimulator;
import io.hall24.device.time.HallClock;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of the drivers whose devices are lines, directories or pictures. */
@Tag("fault")
final class EarlierDriversContractTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void samSerial(Clause clause) {
    Path port = directory.resolve("sam");
    Judgement.of(
        clause,
        () -> {
          SamSimulator sam = SamSimulator.plugIn(port, HallClock.system());
          return new LineRig(
              new SamDriver(),
              at(port),
              at(port + "-that-is-not-there"),
              sam::unplug,
              sam::plugIn,
              sam::powerOff,
              sam::powerOn,
              sam::close);
        },
        Set.of());
  }

  @ParameterizedTest
  @EnumSource
  void serialScanner(Clause clause) {
    Path port = directory.resolve("scanner");
    Judgement.of(
        clause,
        () -> {
          SimulatedLine line = SimulatedLine.plugIn(port, bytes -> new byte[0], HallClock.system());
          return new LineRig(
              new SerialScannerDriver(),
              at(port),
              at(port + "-that-is-not-there"),
              line::unplug,
              line::plugIn,
              line::silence,
              line::speak,
              line::close);
        },
        Set.of());
  }

  @ParameterizedTest
  @EnumSource
  void evdevKeypad(Clause clause) {
    Path port = directory.resolve("keys");
    Judgement.of(
        clause,
        () -> {
          SimulatedLine line = SimulatedLine.plugIn(port, bytes -> new byte[0], HallClock.system());
          return new LineRig(
              new EvdevKeypadDriver(),
              Map.of("device", port.toString(), "exclusive", "false"),
              Map.of("device", port + "-that-is-not-there", "exclusive", "false"),
              line::unplug,
              line::plugIn,
              line::silence,
              line::speak,
              line::close);
        },
        Set.of());
  }

  @ParameterizedTest
  @EnumSource
  void javacvCamera(Clause clause) {
    Judgement.of(
        clause, () -> new DirectoryRig(new JavacvCameraDriver(), camera()), Set.of(Clause.HANG));
  }

  @ParameterizedTest
  @EnumSource
  void cameraScanner(Clause clause) {
    Judgement.of(
        clause, () -> new DirectoryRig(new CameraScannerDriver(), camera()), Set.of(Clause.HANG));
  }

  @ParameterizedTest
  @EnumSource
  void cameraOutputEye(Clause clause) {
    Judgement.of(
        clause, () -> new DirectoryRig(new CameraOutputEyeDriver(), camera()), Set.of(Clause.HANG));
  }

  @ParameterizedTest
  @EnumSource
  void simulatedOutputPresenter(Clause clause) {
    Judgement.of(
        clause,
        () -> new DirectoryRig(new SimulatedOutputPresenterDriver(), mechanics()),
        Set.of(Clause.HANG));
  }

  @ParameterizedTest
  @EnumSource
  void simulatedOutputEye(Clause clause) {
    Judgement.of(
        clause,
        () -> new DirectoryRig(new SimulatedOutputEyeDriver(), mechanics()),
        Set.of(Clause.HANG));
  }

  @ParameterizedTest
  @EnumSource
  void simulatedPrinter(Clause clause) {
    Judgement.of(
        clause,
        () -> new DirectoryRig(new SimulatedPrinterDriver(), mechanics()),
        Set.of(Clause.HANG));
  }

  private Path mechanics() throws IOException {
    Path place = Files.createDirectories(directory.resolve("there"));
    Path command = Files.writeString(place.resolve("mechanics.sh"), "#!/bin/sh\n");
    command.toFile().setExecutable(true);
    new Mechanics(place).load(Medium.A4, "X0001", new byte[] {1});
    return place;
  }

  private Path camera() throws IOException {
    Path place = Files.createDirectories(directory.resolve("there"));
    for (int i = 0; i < 5; i++) {
      var picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
      picture.setRGB(i, i, 0xFFFFFF);
      ImageIO.write(picture, "png", place.resolve("f00" + i + ".png").toFile());
    }
    return place;
  }

  private static Map<String, String> at(Object port) {
    return Map.of("port", port.toString());
  }

  private record LineRig(
      DeviceDriver driver,
      Map<String, String> settings,
      Map<String, String> settingsOfNothing,
      Runnable unplugging,
      Runnable plugging,
      Runnable hanging,
      Runnable resuming,
      Runnable closing)
      implements Rig {
    @Override
    public void unplug() {
      unplugging.run();
    }

    @Override
    public void plug() {
      plugging.run();
    }

    @Override
    public Optional<Hang> hang() {
      return Optional.of(
          new Hang() {
            @Override
            public void begin() {
              hanging.run();
            }

            @Override
            public void end() {
              resuming.run();
            }
          });
    }

    @Override
    public void close() {
      closing.run();
    }
  }

  /** What is unplugged is a directory. */
  private record DirectoryRig(DeviceDriver driver, Path place) implements Rig {
    @Override
    public Map<String, String> settings() {
      return at(place);
    }

    @Override
    public Map<String, String> settingsOfNothing() {
      return at(place.resolveSibling("nowhere"));
    }

    private Map<String, String> at(Path where) {
      Map<String, String> settings = new HashMap<>();
      for (var setting : driver.settings().settings()) {
        switch (setting.name()) {
          case "mechanics" -> settings.put(setting.name(), where.toString());
          case "command" -> settings.put("command", where.resolve("mechanics.sh").toString());
          case "source" -> settings.put("source", where.resolve("f%03d.png").toString());
          case "format" -> settings.put("format", "image2");
          case "loop" -> settings.put("loop", "true");
          case "dpi" -> settings.put("dpi", "110");
          case "stale-ms" -> settings.put("stale-ms", "1000");
          default -> {}
        }
      }
      return settings;
    }

    private Path away() {
      return place.resolveSibling("away");
    }

    @Override
    public void unplug() throws IOException {
      Files.move(place, away());
    }

    @Override
    public void plug() throws IOException {
      Files.move(away(), place);
    }

    @Override
    public Optional<Hang> hang() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
