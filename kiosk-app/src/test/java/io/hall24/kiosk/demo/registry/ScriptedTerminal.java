package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** A terminal that says whatever a test wants it to say, over plain HTTP. */
final class ScriptedTerminal {
  static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SandboxRegistry sandbox;
  final String id;
  final String journal;
  private final Random random;
  private final List<ObjectNode> chain = new ArrayList<>();
  private int sent;

  ScriptedTerminal(SandboxRegistry sandbox, String id, long seed) {
    this.sandbox = sandbox;
    this.id = id;
    this.random = new Random(seed);
    this.journal = String.format("%016x%016x", random.nextLong(), random.nextLong());
  }

  static ObjectNode object() {
    return CanonicalJson.MAPPER.createObjectNode();
  }

  JsonNode enrol(String kind) throws Exception {
    ObjectNode body = object().put("profileKind", kind);
    body.set("terminalKey", CanonicalJson.read(sandbox.trustAnchor()));
    return call("PUT", "/v1/journals/" + journal, "ENROLMENT", body);
  }

  JsonNode call(String method, String path, String purpose, JsonNode body) throws Exception {
    return call(method, path, purpose, body.toString(), UUID.randomUUID().toString());
  }

  JsonNode get(String path) throws Exception {
    return call("GET", path, "RECONCILIATION", "", UUID.randomUUID().toString());
  }

  JsonNode call(String method, String path, String purpose, String body, String key)
      throws IOException, InterruptedException {
    String requestId = UUID.randomUUID().toString();
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.url().resolve(path))
            .header("Hall24-Request-Id", requestId)
            .header("Idempotency-Key", key)
            .header("Hall24-Terminal", id)
            .header("Hall24-Purpose", purpose)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
    return payload(response.body());
  }

  static JsonNode payload(String jws) {
    return CanonicalJson.read(
        new String(Base64.getUrlDecoder().decode(jws.split("\\.", -1)[1]), StandardCharsets.UTF_8));
  }

  /** Adds an event to the chain and gives its entry, which a test may spoil afterwards. */
  ObjectNode event(String type, JsonNode payload) {
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    ObjectNode entry =
        object()
            .put("suite", "international")
            .put("sequence", chain.size() + 1L)
            .put("previousHash", headHash())
            .put("type", type)
            .put("version", 1)
            .put("retention", "issuance")
            .put("keyPeriod", 1L)
            .put("recordedAt", 1_795_000_000_000L + chain.size())
            .put("salt", Base64.getEncoder().encodeToString(salt))
            .put(
                "payload",
                Base64.getEncoder()
                    .encodeToString(payload.toString().getBytes(StandardCharsets.UTF_8)));
    entry.put("hash", ChainRules.hash(id, journal, entry));
    chain.add(entry);
    return entry;
  }

  String headHash() {
    return chain.isEmpty() ? ChainRules.ORIGIN : chain.getLast().get("hash").asText();
  }

  ObjectNode head() {
    return object().put("journalId", journal).put("sequence", chain.size()).put("hash", headHash());
  }

  List<ObjectNode> chain() {
    return chain;
  }

  JsonNode upload(List<? extends JsonNode> entries) throws Exception {
    return upload(head(), entries, Optional.empty());
  }

  JsonNode upload(ObjectNode head, List<? extends JsonNode> entries, Optional<String> registryTime)
      throws Exception {
    ObjectNode batch = object();
    batch.set("head", head);
    registryTime.ifPresent(at -> batch.put("lastRegistryTime", at));
    batch.putArray("entries").addAll(entries);
    return call("POST", "/v1/journals/" + journal + "/entries", "UPLOAD", batch);
  }

  /** Uploads what was not sent yet. */
  JsonNode upload() throws Exception {
    JsonNode answer = upload(List.copyOf(chain.subList(sent, chain.size())));
    sent = chain.size();
    return answer;
  }

  /** An event of an issuance; more fields by name and value. */
  ObjectNode tell(String step, String issuance, String order, String copy, String... more) {
    ObjectNode payload =
        object().put("issuanceId", issuance).put("orderId", order).put("copy", copy);
    for (int i = 0; i < more.length; i += 2) {
      payload.put(more[i], more[i + 1]);
    }
    return event("issuance." + step, payload);
  }

  ObjectNode load(String from, String to) {
    ObjectNode payload = object().put("medium", "iso_a3_297x420mm").put("from", from).put("to", to);
    payload.putArray("persons").add("wang").add("li");
    return event("stock.loaded", payload);
  }

  JsonNode grant(String issuance, String order, String copy) throws Exception {
    ObjectNode body = object().put("issuanceId", issuance).put("orderId", order).put("copy", copy);
    body.set("head", head());
    return call("POST", "/v1/grants", "COLLECTION", body);
  }

  /** Requests, uploads and is granted; the grant's id. */
  String granted(String issuance, String order, String copy) throws Exception {
    tell("requested", issuance, order, copy);
    upload();
    return payload(grant(issuance, order, copy).get("grant").asText()).get("grantId").asText();
  }

  /** The whole way to Presented. */
  void present(String issuance, String order, String copy, String grant, String sheet) {
    tell("granted", issuance, order, copy, "grantId", grant);
    tell("sheet-reserved", issuance, order, copy, "grantId", grant, "sheet", sheet);
    tell("printing", issuance, order, copy, "grantId", grant, "sheet", sheet);
    tell("printed", issuance, order, copy, "sheet", sheet);
    tell("presented", issuance, order, copy, "sheet", sheet);
  }
}
