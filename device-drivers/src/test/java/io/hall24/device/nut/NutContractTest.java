package io.hall24.device.nut;

import io.hall24.device.contract.Clause;
import io.hall24.device.contract.HostRig;
import io.hall24.device.contract.Judgement;
import io.hall24.device.simulated.line.SimulatedHost;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
        clause,
        () -> {
          SimulatedHost host = SimulatedHost.start(NutContractTest::upsd);
          return new HostRig(new NutDriver(), host, at(host.port()), at(1));
        },
        Set.of());
  }

  private static Map<String, String> at(int port) {
    return Map.of("ups", "u", "port", Integer.toString(port));
  }
}
