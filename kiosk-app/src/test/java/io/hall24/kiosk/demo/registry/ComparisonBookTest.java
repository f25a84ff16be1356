package io.hall24.kiosk.demo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.time.HallClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The registry's count of failed face comparisons. */
class ComparisonBookTest {
  private static final Instant MORNING = Instant.parse("2026-11-22T01:00:00Z");

  @TempDir Path directory;
  private final AtomicReference<Duration> later = new AtomicReference<>(Duration.ZERO);
  private SandboxRegistry sandbox;
  private ScriptedTerminal one;
  private ScriptedTerminal other;

  @BeforeEach
  void open() throws Exception {
    sandbox =
        SandboxRegistry.start(directory.resolve("registry.db"), 0, Seed.demo(), new Settable());
    one = new ScriptedTerminal(sandbox, "T-ONE", 1);
    one.enrol("DEMO");
    other = new ScriptedTerminal(sandbox, "T-TWO", 2);
    other.enrol("DEMO");
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  /** Real waiting, but a time of day that a test moves on. */
  private final class Settable implements HallClock {
    private final HallClock real = HallClock.system();

    @Override
    public Instant wallTime() {
      return MORNING.plus(later.get());
    }

    @Override
    public long nanoTime() {
      return real.nanoTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      real.sleep(duration);
    }
  }

  private static ObjectNode document(String number) {
    return ScriptedTerminal.object()
        .put("documentType", "PASSPORT")
        .put("documentNumber", number)
        .put("nationality", "UTO");
  }

  private int left(ScriptedTerminal asking, String number) throws Exception {
    JsonNode answer =
        asking.call("POST", "/v1/face-comparisons/query", "COLLECTION", document(number));
    return answer.path("left").asInt(-1);
  }

  private static void fail(ScriptedTerminal terminal, String number, int times) throws Exception {
    for (int i = 0; i < times; i++) {
      terminal.event("visit.face-failed", document(number).put("visit", "v" + i));
    }
    terminal.upload();
  }

  @Test
  void failuresCountAcrossTerminalsAndAgainstTheirDocumentOnly() throws Exception {
    assertEquals(5, left(one, "P1"));
    fail(one, "P1", 3);
    fail(other, "P1", 1);
    assertEquals(1, left(one, "P1"));
    assertEquals(1, left(other, "P1"));
    assertEquals(5, left(other, "P2"));
  }

  @Test
  void afterFiveNoneIsLeftAndMoreFailuresTakeNoneAway() throws Exception {
    fail(one, "P1", 5);
    assertEquals(0, left(other, "P1"));
    fail(other, "P1", 2);
    assertEquals(0, left(other, "P1"));
  }

  @Test
  void eachFailureIsForgottenADayLater() throws Exception {
    fail(one, "P1", 4);
    later.set(Duration.ofHours(12));
    fail(one, "P1", 1);
    assertEquals(0, left(one, "P1"));
    later.set(Duration.ofHours(24));
    assertEquals(4, left(one, "P1"));
    later.set(Duration.ofHours(36));
    assertEquals(5, left(one, "P1"));
  }

  @Test
  void sendingAgainDoesNotCountTwice() throws Exception {
    fail(one, "P1", 2);
    one.upload(one.chain());
    assertEquals(3, left(one, "P1"));
  }

  @Test
  void aFailureOfNoDocumentIsRejected() throws Exception {
    one.event("visit.face-failed", ScriptedTerminal.object().put("visit", "v"));
    assertEquals("PAYLOAD_INVALID", one.upload().path("rejections").path(0).path("code").asText());
  }
}
