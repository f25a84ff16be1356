package io.hall24.device.modbus;

import io.hall24.device.DeviceDriver;
import io.hall24.device.contract.Clause;
import io.hall24.device.contract.Judgement;
import io.hall24.device.contract.Rig;
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
final class RelayContractTest {
  @TempDir Path directory;

  static Stream<Arguments> everyClauseOfEveryDriver() {
    return Stream.of(
            new RelayDriver.Door(),
            new RelayDriver.Lights(),
            new RelayDriver.Deposit(),
            new RelayDriver.Presenter())
        .flatMap(driver -> Stream.of(Clause.values()).map(it -> Arguments.of(driver, it)));
  }

  @ParameterizedTest
  @MethodSource("everyClauseOfEveryDriver")
  void keepsTheContract(RelayDriver driver, Clause clause) {
    Judgement.of(clause, () -> new BoardRig(driver, new Housing(directory)), Set.of());
  }

  private record BoardRig(DeviceDriver driver, Housing housing) implements Rig {
    @Override
    public Map<String, String> settings() {
      return Housing.wiring(driver.name(), housing.port());
    }

    @Override
    public Map<String, String> settingsOfNothing() {
      return Housing.wiring(driver.name(), housing.port().resolveSibling("no-board"));
    }

    @Override
    public void unplug() {
      housing.line.unplug();
    }

    @Override
    public void plug() {
      housing.line.plugIn();
    }

    @Override
    public Optional<Hang> hang() {
      return Optional.of(
          new Hang() {
            @Override
            public void begin() {
              housing.line.silence();
            }

            @Override
            public void end() {
              housing.line.speak();
            }
          });
    }

    @Override
    public void close() {
      housing.close();
    }
  }
}
