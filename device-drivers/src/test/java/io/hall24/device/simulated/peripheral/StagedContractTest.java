package io.hall24.device.simulated.peripheral;

import io.hall24.device.DeviceDriver;
import io.hall24.device.contract.Clause;
import io.hall24.device.contract.Judgement;
import io.hall24.device.contract.Rig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("fault")
final class StagedContractTest {
  @TempDir Path place;

  static Stream<Arguments> everyClauseOfEveryDriver() {
    return Stream.of(
            new StagedDriver.Keys(),
            new StagedDriver.Lights(),
            new StagedDriver.Audio(),
            new StagedDriver.Power(),
            new StagedDriver.Door(),
            new StagedDriver.Deposit(),
            new StagedDriver.Scanner(),
            new StagedDriver.Receipt())
        .flatMap(driver -> Stream.of(Clause.values()).map(it -> Arguments.of(driver, it)));
  }

  @ParameterizedTest
  @MethodSource("everyClauseOfEveryDriver")
  void keepsTheContract(StagedDriver driver, Clause clause) {
    Judgement.of(clause, () -> new StagedRig(driver, place.resolve("socket")), Set.of());
  }

  private record StagedRig(DeviceDriver driver, Path socket) implements Rig {
    @Override
    public Map<String, String> settings() {
      return Map.of("socket", socket.toString());
    }

    @Override
    public Map<String, String> settingsOfNothing() {
      return Map.of("socket", socket.resolveSibling("no/such/directory").toString());
    }

    @Override
    public void unplug() throws IOException {
      new Hand(socket).say("fault offline unplugged");
    }

    @Override
    public void plug() throws IOException {
      new Hand(socket).say("well");
    }

    @Override
    public Optional<Hang> hang() {
      return Optional.of(
          new Hang() {
            @Override
            public void begin() throws IOException {
              new Hand(socket).say("hang");
            }

            @Override
            public void end() throws IOException {
              plug();
            }
          });
    }

    @Override
    public void close() {}
  }
}
