package io.hall24.device.escpos;

import io.hall24.device.DeviceDriver;
import io.hall24.device.contract.Clause;
import io.hall24.device.contract.HostRig;
import io.hall24.device.contract.Judgement;
import io.hall24.device.contract.Rig;
import io.hall24.device.simulated.escpos.EscPosMachine;
import io.hall24.device.simulated.line.SimulatedHost;
import io.hall24.device.simulated.line.SimulatedLine;
import io.hall24.device.time.HallClock;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("fault")
final class EscPosContractTest {
  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource
  void serialPrinterKeepsTheContract(Clause clause) {
    Path port = directory.resolve("printer");
    Judgement.of(
        clause,
        () ->
            new SerialRig(
                port, SimulatedLine.plugIn(port, new EscPosMachine(), HallClock.system())),
        Set.of());
  }

  @ParameterizedTest
  @EnumSource
  void networkPrinterKeepsTheContract(Clause clause) {
    Judgement.of(
        clause,
        () -> {
          SimulatedHost host = SimulatedHost.start(new EscPosMachine());
          return new HostRig(
              new EscPosDriver(),
              host,
              at("tcp://127.0.0.1:" + host.port()),
              at("tcp://127.0.0.1:1"));
        },
        Set.of());
  }

  private static Map<String, String> at(String where) {
    return Map.of("at", where, "fonts", Rolls.fonts().toString(), "hardware-flow", "false");
  }

  private record SerialRig(Path port, SimulatedLine line) implements Rig {
    @Override
    public DeviceDriver driver() {
      return new EscPosDriver();
    }

    @Override
    public Map<String, String> settings() {
      return at("serial:" + port);
    }

    @Override
    public Map<String, String> settingsOfNothing() {
      return at("serial:" + port + "-that-is-not-there");
    }

    @Override
    public void unplug() {
      line.unplug();
    }

    @Override
    public void plug() {
      line.plugIn();
    }

    @Override
    public Optional<Hang> hang() {
      return Optional.of(
          new Hang() {
            @Override
            public void begin() {
              line.silence();
            }

            @Override
            public void end() {
              line.speak();
            }
          });
    }

    @Override
    public void close() {
      line.close();
    }
  }
}
