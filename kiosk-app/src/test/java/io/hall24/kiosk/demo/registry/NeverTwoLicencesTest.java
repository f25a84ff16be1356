package io.hall24.kiosk.demo.registry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.hall24.device.time.HallClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two terminals that mostly follow the rules and often do not. */
class NeverTwoLicencesTest {
  private static final List<String> ORDERS = Seed.demo().orderIds().subList(0, 4);
  private static final String COPY = "original";
  private static final List<String> WAY =
      List.of("granted", "sheet-reserved", "printing", "printed", "presented", "collected");
  private static final List<String> ASIDE =
      List.of("released", "spoiled", "retained", "unknown", "missing", "collected", "settled");
  @TempDir Path directory;

  private record Attempt(ScriptedTerminal terminal, String id, String order, String sheet) {}

  @Test
  void noCopyEverHasTwoValidLicencesOrTwoOpenGrants() throws Exception {
    Random random = new Random(24);
    try (var sandbox =
        SandboxRegistry.start(
            directory.resolve("registry.db"), 0, Seed.demo(), HallClock.system())) {
      List<ScriptedTerminal> terminals = new ArrayList<>();
      for (int n = 1; n <= 2; n++) {
        ScriptedTerminal terminal = new ScriptedTerminal(sandbox, "T-" + n + "00", n);
        terminal.enrol("DEMO");
        terminal.load("A" + n + "000", "A" + n + "099");
        terminals.add(terminal);
      }
      int collected = 0;
      for (int turn = 0; turn < 25; turn++) {
        collected += visits(sandbox, terminals, random, turn);
      }
      assertTrue(collected >= 1, "nothing was ever collected, so nothing was tested");
    }
  }

  /** Two attempts for the same copy, step by step, interleaved. */
  private static int visits(
      SandboxRegistry sandbox, List<ScriptedTerminal> terminals, Random random, int turn)
      throws Exception {
    String order = ORDERS.get(random.nextInt(ORDERS.size()));
    Map<Attempt, Integer> places = new HashMap<>();
    Map<Attempt, String> grants = new HashMap<>();
    for (int n = 1; n <= 2; n++) {
      String sheet = String.format("A%d%03d", n, random.nextInt(100));
      places.put(new Attempt(terminals.get(n - 1), order + "-" + turn + "-" + n, order, sheet), 0);
    }
    for (Attempt attempt : places.keySet()) {
      attempt.terminal().tell("requested", attempt.id(), order, COPY);
      attempt.terminal().upload();
      JsonNode answer = attempt.terminal().grant(attempt.id(), order, COPY);
      if (answer.path("answer").asText().equals("GRANTED")) {
        grants.put(
            attempt,
            ScriptedTerminal.payload(answer.get("grant").asText()).get("grantId").asText());
      }
      check(sandbox);
    }
    for (int step = 0; step < 16; step++) {
      List<Attempt> attempts = List.copyOf(places.keySet());
      Attempt attempt = attempts.get(random.nextInt(attempts.size()));
      int place = places.getOrDefault(attempt, 0);
      boolean onTheWay = place < WAY.size() && random.nextInt(10) < 8;
      String next = onTheWay ? WAY.get(place) : ASIDE.get(random.nextInt(ASIDE.size()));
      tell(attempt, next, grants.getOrDefault(attempt, "made-up-grant"));
      places.put(attempt, onTheWay ? place + 1 : place);
      check(sandbox);
    }
    return ORDERS.stream().mapToInt(one -> sandbox.validLicences(one, COPY)).sum();
  }

  private static void tell(Attempt attempt, String step, String grant) throws Exception {
    var payload =
        ScriptedTerminal.object()
            .put("issuanceId", attempt.id())
            .put("orderId", attempt.order())
            .put("copy", COPY)
            .put("grantId", grant)
            .put("sheet", attempt.sheet())
            .put("reason", "invented")
            .put("ending", 1);
    payload.putArray("persons").add("wang").add("li");
    attempt.terminal().event("issuance." + step, payload);
    attempt.terminal().upload();
  }

  private static void check(SandboxRegistry sandbox) {
    List<String> open = sandbox.openIssuances();
    for (String order : ORDERS) {
      assertTrue(sandbox.validLicences(order, COPY) <= 1, "two valid licences of " + order);
      long locks = open.stream().filter(id -> id.startsWith(order + "-")).count();
      assertTrue(locks <= 1, "two open grants of " + order);
      assertTrue(
          locks == 0 || sandbox.validLicences(order, COPY) == 0,
          "a grant beside a valid licence of " + order);
    }
  }
}
