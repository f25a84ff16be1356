package io.hall24.kiosk.demo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Terminals that break the contract, each in one way. */
class PlantedFaultsTest {
  private static final String ORDER = "YL-2026-000325";
  private static final String COPY = "original";
  private static final String FIRST = "issuance-1";
  private static final String SECOND = "issuance-2";
  @TempDir Path directory;
  private SandboxRegistry sandbox;
  private ScriptedTerminal terminal;

  @BeforeEach
  void open() throws Exception {
    sandbox =
        SandboxRegistry.start(directory.resolve("registry.db"), 0, Seed.demo(), HallClock.system());
    terminal = enrolled("T-ONE", 1);
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private ScriptedTerminal enrolled(String id, long seed) throws Exception {
    ScriptedTerminal fresh = new ScriptedTerminal(sandbox, id, seed);
    assertEquals(fresh.journal, fresh.enrol("DEMO").path("journalId").asText());
    return fresh;
  }

  private static String code(JsonNode answer) {
    return answer.path("result").asText() + " " + answer.path("code").asText();
  }

  private static List<String> rejections(JsonNode answer) {
    return Stream.of(answer.path("rejections"))
        .flatMap(all -> all.valueStream())
        .map(one -> one.path("sequence").asLong() + " " + one.path("code").asText())
        .toList();
  }

  static Stream<Map.Entry<String, Consumer<ObjectNode>>> changes() {
    return Map.<String, Consumer<ObjectNode>>of(
        "type", entry -> entry.put("type", "issuance.collected"),
        "version", entry -> entry.put("version", 2),
        "retention", entry -> entry.put("retention", "visit"),
        "keyPeriod", entry -> entry.put("keyPeriod", 2),
        "recordedAt", entry -> entry.put("recordedAt", 1),
        "verifiedAt", entry -> entry.put("verifiedAt", 1),
        "salt", entry -> entry.put("salt", "AAAA"),
        "payload", entry -> entry.put("payload", "e30K"),
        "no base64", entry -> entry.put("payload", "***"),
        "hash", entry -> entry.put("hash", "0".repeat(64)))
        .entrySet()
        .stream();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void anEntryThatWasChangedIsNotTaken(Map.Entry<String, Consumer<ObjectNode>> change)
      throws Exception {
    terminal.event("operation.started", ScriptedTerminal.object());
    ObjectNode second = terminal.event("operation.started", ScriptedTerminal.object());
    terminal.event("operation.started", ScriptedTerminal.object());
    change.getValue().accept(second);
    JsonNode answer = terminal.upload();
    assertEquals("BROKEN HASH", code(answer));
    assertEquals(2, answer.get("sequence").asLong());
    assertEquals(1, answer.get("acceptedUpTo").asLong());
  }

  @Test
  void aBrokenChainIsNotTaken() throws Exception {
    terminal.event("operation.started", ScriptedTerminal.object());
    ObjectNode second = terminal.event("operation.started", ScriptedTerminal.object());
    second.put("previousHash", "1".repeat(64));
    second.put("hash", ChainRules.hash(terminal.id, terminal.journal, second));
    assertEquals("BROKEN PREVIOUS_HASH", code(terminal.upload()));
  }

  @Test
  void anotherTerminalsChainIsNotTaken() throws Exception {
    ScriptedTerminal other = enrolled("T-TWO", 2);
    ObjectNode entry = other.event("operation.started", ScriptedTerminal.object());
    ObjectNode head = terminal.head().put("sequence", 1).put("hash", entry.get("hash").asText());
    assertEquals("BROKEN HASH", code(terminal.upload(head, List.of(entry), Optional.empty())));
  }

  @Test
  void aMissingSequenceIsNotTaken() throws Exception {
    for (int i = 0; i < 4; i++) {
      terminal.event("operation.started", ScriptedTerminal.object());
    }
    List<ObjectNode> chain = terminal.chain();
    assertEquals("BROKEN GAP", code(terminal.upload(List.of(chain.get(1)))));
    JsonNode answer = terminal.upload(List.of(chain.get(0), chain.get(2)));
    assertEquals("BROKEN GAP", code(answer));
    assertEquals(1, answer.get("acceptedUpTo").asLong());
  }

  @Test
  void aHeadThatIsNotTheChainsEndIsNotTaken() throws Exception {
    terminal.event("operation.started", ScriptedTerminal.object());
    ObjectNode wrong = terminal.head().put("hash", "2".repeat(64));
    assertEquals("BROKEN HEAD", code(terminal.upload(wrong, terminal.chain(), Optional.empty())));
  }

  @Test
  void anotherEventOfTheSameSequenceIsAForkForEver() throws Exception {
    terminal.event("operation.started", ScriptedTerminal.object());
    terminal.upload();
    ScriptedTerminal twin = new ScriptedTerminal(sandbox, terminal.id, 1);
    twin.event("operation.stopped", ScriptedTerminal.object());
    assertEquals("FORK OTHER_HASH", code(twin.upload()));
    terminal.event("operation.started", ScriptedTerminal.object());
    assertEquals("FORK OTHER_HASH", code(terminal.upload()));
    assertEquals("JOURNAL_FORKED", terminal.grant(FIRST, ORDER, COPY).get("code").asText());
    assertEquals(1, sandbox.events(terminal.journal).size());
  }

  @Test
  void aHeadBehindTheCheckpointIsAForkUnlessTheRequestWasOvertaken() throws Exception {
    terminal.event("operation.started", ScriptedTerminal.object());
    ObjectNode early = terminal.head();
    terminal.event("operation.started", ScriptedTerminal.object());
    terminal.upload();
    assertEquals("ACCEPTED ", code(terminal.upload(early, List.of(), Optional.empty())));
    assertFalse(sandbox.forked(terminal.journal));
    String later = HallClock.system().wallTime().plusSeconds(5).toString();
    assertEquals(
        "FORK BEHIND_CHECKPOINT", code(terminal.upload(early, List.of(), Optional.of(later))));
    assertTrue(sandbox.forked(terminal.journal));
  }

  @Test
  void aGrantServesOneIssuanceOnce() throws Exception {
    terminal.load("A0001", "A0009");
    String grant = terminal.granted(FIRST, ORDER, COPY);
    terminal.tell("requested", SECOND, ORDER, "duplicate:2-1");
    terminal.tell("granted", SECOND, ORDER, "duplicate:2-1", "grantId", grant);
    terminal.present(FIRST, ORDER, COPY, grant, "A0001");
    terminal.tell("sheet-reserved", FIRST, ORDER, COPY, "grantId", grant, "sheet", "A0002");
    terminal.tell("printing", FIRST, ORDER, COPY, "grantId", grant, "sheet", "A0001");
    assertEquals(
        List.of("4 NO_GRANT", "10 OUT_OF_TURN", "11 OUT_OF_TURN"), rejections(terminal.upload()));
    assertEquals("UNISSUED", sandbox.sheets().get("A0002"));
  }

  @Test
  void aDuplicateOnASheetForOriginalsIsFoundOut() throws Exception {
    terminal.load("A0001", "A0009");
    String copy = "duplicate:2-1";
    String grant = terminal.granted(SECOND, ORDER, copy);
    terminal.tell("granted", SECOND, ORDER, copy, "grantId", grant);
    terminal.tell("sheet-reserved", SECOND, ORDER, copy, "grantId", grant, "sheet", "A0001");
    assertEquals(List.of("4 SHEET_DIFFERS"), rejections(terminal.upload()));
    assertEquals("UNISSUED", sandbox.sheets().get("A0001"));
  }

  @Test
  void oneCopyIsGrantedToOneIssuanceAtATime() throws Exception {
    terminal.granted(FIRST, ORDER, COPY);
    terminal.tell("requested", SECOND, ORDER, COPY);
    terminal.upload();
    assertEquals("LOCKED_HERE", terminal.grant(SECOND, ORDER, COPY).get("code").asText());
    ScriptedTerminal other = enrolled("T-TWO", 2);
    other.tell("requested", "issuance-3", ORDER, COPY);
    other.upload();
    assertEquals("LOCKED_ELSEWHERE", other.grant("issuance-3", ORDER, COPY).get("code").asText());
    assertEquals(List.of(FIRST), sandbox.openIssuances());
    assertEquals(
        FIRST, terminal.get("/v1/grants/open").get("grants").get(0).get("issuanceId").asText());
    assertTrue(other.get("/v1/grants/open").get("grants").isEmpty());
  }

  @Test
  void anotherTerminalCannotUseAGrant() throws Exception {
    String grant = terminal.granted(FIRST, ORDER, COPY);
    ScriptedTerminal other = enrolled("T-TWO", 2);
    other.tell("granted", FIRST, ORDER, COPY, "grantId", grant);
    other.tell("released", FIRST, ORDER, COPY, "reason", "mine now");
    assertEquals(List.of("1 WRONG_ORDER", "2 WRONG_ORDER"), rejections(other.upload()));
    assertEquals("ISSUANCE_CONFLICT", other.grant(FIRST, ORDER, COPY).get("problem").asText());
    assertEquals(List.of(FIRST), sandbox.openIssuances());
  }

  @Test
  void aSheetServesOneIssuanceAndMustHaveBeenLoaded() throws Exception {
    terminal.load("A0001", "A0003");
    String grant = terminal.granted(FIRST, ORDER, COPY);
    terminal.present(FIRST, ORDER, COPY, grant, "A0001");
    String other = terminal.granted(SECOND, ORDER, "duplicate:2-1");
    terminal.tell("granted", SECOND, ORDER, "duplicate:2-1", "grantId", other);
    for (String sheet : List.of("A0001", "B0001")) {
      terminal.tell(
          "sheet-reserved", SECOND, ORDER, "duplicate:2-1", "grantId", other, "sheet", sheet);
    }
    terminal.load("A0003", "A0004");
    assertEquals(
        List.of("10 SHEET_IN_USE", "11 SHEET_NOT_LOADED", "12 SHEET_ALREADY_LOADED"),
        rejections(terminal.upload()));
  }

  @Test
  void onlyWhatWasPresentedIsCollectedAndOnlyOnItsOwnSheet() throws Exception {
    terminal.load("A0001", "A0003");
    String grant = terminal.granted(FIRST, ORDER, COPY);
    terminal.tell("collected", FIRST, ORDER, COPY, "sheet", "A0001");
    terminal.present(FIRST, ORDER, COPY, grant, "A0001");
    terminal.tell("collected", FIRST, ORDER, COPY, "sheet", "A0002");
    terminal.tell("collected", FIRST, ORDER, COPY, "sheet", "A0001");
    terminal.tell("collected", FIRST, ORDER, COPY, "sheet", "A0001");
    assertEquals(
        List.of("3 OUT_OF_TURN", "9 SHEET_DIFFERS", "11 OUT_OF_TURN"),
        rejections(terminal.upload()));
    assertEquals(1, sandbox.validLicences(ORDER, COPY));
    assertEquals("ACTIVE", terminal.get("/v1/sheets/A0001").get("state").asText());
    assertEquals("UNISSUED", terminal.get("/v1/sheets/A0002").get("state").asText());
  }

  @Test
  void aNumberThatAnOfficialVoidedIsNeverActivated() throws Exception {
    terminal.load("A0001", "A0003");
    terminal.present(FIRST, ORDER, COPY, terminal.granted(FIRST, ORDER, COPY), "A0001");
    terminal.upload();
    sandbox.voidSheet("A0001");
    String second = terminal.granted(SECOND, ORDER, COPY);
    assertFalse(second.isEmpty());
    terminal.tell("collected", FIRST, ORDER, COPY, "sheet", "A0001");
    assertEquals(List.of("9 SHEET_VOID"), rejections(terminal.upload()));
    assertEquals(0, sandbox.validLicences(ORDER, COPY));
    assertEquals("VOID", terminal.get("/v1/sheets/A0001").get("state").asText());
  }

  @Test
  void whatIsUnknownIsDecidedByTwoPersons() throws Exception {
    terminal.load("A0001", "A0003");
    terminal.present(FIRST, ORDER, COPY, terminal.granted(FIRST, ORDER, COPY), "A0001");
    terminal.tell("unknown", FIRST, ORDER, COPY, "sheet", "A0001", "reason", "power");
    terminal.tell("spoiled", FIRST, ORDER, COPY, "sheet", "A0001", "reason", "found");
    ObjectNode missing =
        ScriptedTerminal.object()
            .put("issuanceId", FIRST)
            .put("orderId", ORDER)
            .put("copy", COPY)
            .put("sheet", "A0001")
            .put("reason", "none found");
    missing.putArray("persons").add("wang").add("wang");
    terminal.event("issuance.missing", missing);
    missing.putArray("persons").add("wang").add("li");
    terminal.event("issuance.missing", missing);
    assertEquals(List.of("9 PAYLOAD_INVALID", "10 PAYLOAD_INVALID"), rejections(terminal.upload()));
    assertEquals("VOID", sandbox.sheets().get("A0001"));
    assertTrue(sandbox.openIssuances().isEmpty());
  }

  @Test
  void anIdThatWasReleasedIsNeverGranted() throws Exception {
    terminal.tell("released", FIRST, ORDER, COPY, "reason", "restarted");
    terminal.upload();
    assertEquals("RELEASED", terminal.grant(FIRST, ORDER, COPY).get("code").asText());
  }

  @Test
  void anIntentThatIsNotInTheJournalIsNotGranted() throws Exception {
    assertEquals("NOT_REQUESTED", terminal.grant(FIRST, ORDER, COPY).get("problem").asText());
  }

  @Test
  void anIdBelongsToOneCopy() throws Exception {
    terminal.granted(FIRST, ORDER, COPY);
    assertEquals(
        "ISSUANCE_CONFLICT", terminal.grant(FIRST, ORDER, "duplicate:2-1").get("problem").asText());
  }

  @Test
  void aPayloadAgainstTheContractIsRejectedAndStaysInTheChain() throws Exception {
    terminal.event("issuance.requested", ScriptedTerminal.object().put("issuanceId", FIRST));
    terminal.event("issuance.invented", ScriptedTerminal.object());
    ObjectNode shredded = terminal.tell("requested", SECOND, ORDER, COPY);
    assertEquals(List.of("1 PAYLOAD_INVALID", "2 UNKNOWN_TYPE"), rejections(terminal.upload()));
    assertEquals(shredded.get("sequence").asLong(), sandbox.events(terminal.journal).size());
  }

  @Test
  void aRequestAgainstTheContractIsRefused() throws Exception {
    ObjectNode byName =
        ScriptedTerminal.object()
            .put("documentType", "PASSPORT")
            .put("documentNumber", "L898902C3")
            .put("nationality", "UTO")
            .put("birth", "1974-08-12")
            .put("name", "ANNA MARIA");
    assertEquals(
        "CONTRACT_VIOLATION",
        terminal.call("POST", "/v1/orders/query", "COLLECTION", byName).get("problem").asText());
    byName.remove("name");
    assertEquals(
        "CONTRACT_VIOLATION",
        terminal.call("POST", "/v1/orders/query", "CURIOSITY", byName).get("problem").asText());
    assertEquals(
        Seed.demo().orderIds().size(),
        terminal.call("POST", "/v1/orders/query", "COLLECTION", byName).get("orders").size());
  }

  @Test
  void aRequestWithoutItsHeadersIsRefusedWithASignedAnswer()
      throws IOException, InterruptedException {
    HttpRequest bare = HttpRequest.newBuilder(sandbox.url().resolve("/v1/time")).build();
    var response = ScriptedTerminal.HTTP.send(bare, BodyHandlers.ofString());
    assertEquals(400, response.statusCode());
    assertEquals(
        "CONTRACT_VIOLATION", ScriptedTerminal.payload(response.body()).get("problem").asText());
  }

  @Test
  void anIdempotencyKeyBelongsToOneRequest() throws Exception {
    terminal.tell("requested", FIRST, ORDER, COPY);
    terminal.upload();
    ObjectNode body =
        ScriptedTerminal.object().put("issuanceId", FIRST).put("orderId", ORDER).put("copy", COPY);
    body.set("head", terminal.head());
    JsonNode first =
        terminal.call("POST", "/v1/grants", "COLLECTION", body.toString(), "key-12345678");
    JsonNode again =
        terminal.call("POST", "/v1/grants", "COLLECTION", body.toString(), "key-12345678");
    assertEquals(first.get("grant"), again.get("grant"));
    body.put("copy", "duplicate:2-1");
    assertEquals(
        "IDEMPOTENCY_CONFLICT",
        terminal
            .call("POST", "/v1/grants", "COLLECTION", body.toString(), "key-12345678")
            .get("problem")
            .asText());
  }

  @Test
  void aTerminalOfAProductionProfileIsRefused() throws Exception {
    ScriptedTerminal production = new ScriptedTerminal(sandbox, "T-PROD", 9);
    assertEquals("WRONG_KIND", production.enrol("PRODUCTION").get("problem").asText());
  }
}
