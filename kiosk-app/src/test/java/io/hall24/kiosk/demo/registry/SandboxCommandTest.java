package io.hall24.kiosk.demo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.registry.Faults.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command and its list of faults. */
class SandboxCommandTest {
  @TempDir Path directory;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(int port, String faults) {
    var stop = new CountDownLatch(0);
    return new SandboxCommand(
            HallClock.system(), new PrintWriter(out), new PrintWriter(err), Optional.empty())
        .run(port, Optional.of(directory.resolve("registry.db")), false, faults, stop);
  }

  @Test
  void tellsWhereItListensAndWhichKeyToPin() {
    assertEquals(0, run(0, ""));
    var facts = CanonicalJson.read(out.toString());
    assertTrue(facts.get("url").asText().startsWith("http://127.0.0.1:"));
    assertEquals("P-256", facts.get("trustAnchor").get("crv").asText());
  }

  @Test
  void keepsItsKeyWithItsDatabase() {
    run(0, "");
    String first = CanonicalJson.read(out.toString()).get("trustAnchor").toString();
    out.getBuffer().setLength(0);
    run(0, "");
    assertEquals(first, CanonicalJson.read(out.toString()).get("trustAnchor").toString());
  }

  @Test
  void wrongFaultsAreWrongUsage() {
    assertEquals(2, run(0, "drop-before=2"));
    assertTrue(err.toString().contains("half-open=0..1"), err.toString());
  }

  @Test
  void aPortThatIsTakenIsNotAvailable() throws Exception {
    try (var first =
        SandboxRegistry.start(directory.resolve("other.db"), 0, Seed.demo(), HallClock.system())) {
      assertEquals(3, run(first.port(), ""));
    }
  }

  @Test
  void readsTheWholeMenu() {
    assertEquals(
        Faults.NONE
            .with(Fault.DROP_AFTER, 0.1)
            .slow(Duration.ofMillis(200))
            .clock(Duration.ofHours(3))
            .seeded(7),
        Faults.parse("drop-after=0.1,latency=PT0.2S,wrong-clock=PT3H,seed=7"));
    for (String wrong : new String[] {"", "drop-after", "drop-after=x", "invented=1"}) {
      assertThrows(IllegalArgumentException.class, () -> Faults.parse(wrong), wrong);
    }
  }
}
