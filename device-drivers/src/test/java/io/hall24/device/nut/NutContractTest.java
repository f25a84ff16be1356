package io.hall24.device.nut;

import io.hall24.device.DeviceDriver;
import io.hall24.device.contract.Clause;
import io.hall24.device.contract.Judgement;
import io.hall24.device.contract.Rig;
import io.hall24.device.simulated.line.SimulatedHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract, held against a daemon of our own, for the real one takes long to start. */
@Tag("fault")
final class NutContractTest {
  private static byte[] upsd(byte[] question) {
    String answer =
        question.length == 0 ? "" : "BEGIN LIST VAR u\nVAR u ups.status \"OL\"\nEND LIST VAR u\n";
    return answer.getBytes(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheContract(Clause clause) {
    Judgement.of(
        clause, () -> new NetworkRig(SimulatedHost.start(NutContractTest::upsd)), Set.of());
  }

  private record NetworkRig(SimulatedHost host) implements Rig {
    @Override
    public DeviceDriver driver() {
      return new NutDriver();
    }

    @Override
    public Map<String, String> settings() {
      return Map.of("ups", "u", "port", Integer.toString(host.port()));
    }

    @Override
    public Map<String, String> settingsOfNothing() {
      return Map.of("ups", "u", "port", "1");
    }

    @Override
    public void unplug() throws IOException {
      host.goAway();
    }

    @Override
    public void plug() throws IOException {
      host.comeBack();
    }

    @Override
    public Optional<Hang> hang() {
      return Optional.of(
          new Hang() {
            @Override
            public void begin() {
              host.silence();
            }

            @Override
            public void end() {
              host.speak();
            }
          });
    }

    @Override
    public void close() throws IOException {
      host.close();
    }
  }
}
