package io.hall24.kiosk.demo.registry;

import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.fasterxml.jackson.databind.JsonNode;
import io.hall24.kiosk.demo.registry.Book.Page;
import io.hall24.kiosk.demo.registry.Book.Row;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Where a request is judged and passed to the desk that answers it; knows nothing of HTTP. */
final class Counter {
  private final Contract contract;
  private final Book book;
  private final ChainDesk chains;
  private final GrantDesk grants;
  private final SheetBook sheets;
  private final ComparisonBook comparisons;
  private final ElectronicDesk electronic;
  private final ClerkOffice clerks;
  private final CredentialBook credentials;
  private final URI address;

  Counter(
      Contract contract,
      Book book,
      ChainDesk chains,
      GrantDesk grants,
      SheetBook sheets,
      ComparisonBook comparisons,
      ElectronicDesk electronic,
      ClerkOffice clerks,
      CredentialBook credentials,
      URI address) {
    this.comparisons = comparisons;
    this.electronic = electronic;
    this.clerks = clerks;
    this.credentials = credentials;
    this.address = address;
    this.contract = contract;
    this.book = book;
    this.chains = chains;
    this.grants = grants;
    this.sheets = sheets;
  }

  /** A request as it arrived; empty text where a header or the body is missing. */
  record Asked(
      String method,
      String path,
      String requestId,
      String idempotencyKey,
      String terminal,
      String purpose,
      String contentType,
      String held,
      String body) {
    private Request forValidation() {
      var request = new SimpleRequest.Builder(method, path);
      header(request, "Hall24-Request-Id", requestId);
      header(request, "Idempotency-Key", idempotencyKey);
      header(request, "Hall24-Terminal", terminal);
      header(request, "Hall24-Purpose", purpose);
      header(request, "Content-Type", contentType);
      header(request, "If-None-Match", held);
      return body.isEmpty() ? request.build() : request.withBody(body).build();
    }

    private static void header(SimpleRequest.Builder request, String name, String value) {
      if (!value.isEmpty()) {
        request.withHeader(name, value);
      }
    }
  }

  Reply answer(Asked asked, Instant now) {
    if (!List.of("GET", "PUT", "POST").contains(asked.method())) {
      return Reply.problem(400, "CONTRACT_VIOLATION", "method " + asked.method());
    }
    List<String> faults = contract.faultsOf(asked.forValidation());
    if (!faults.isEmpty()) {
      return Reply.problem(400, "CONTRACT_VIOLATION", String.join("; ", faults));
    }
    BiFunction<Page, JsonNode, Reply> desk = desk(asked, now);
    JsonNode body = CanonicalJson.read(asked.body().isEmpty() ? "{}" : asked.body());
    return book.inTransaction(page -> {
      if (page.row("SELECT * FROM blocked WHERE terminal=?", asked.terminal()).isPresent()) {
        return Reply.problem(403, "TERMINAL_BLOCKED", asked.terminal());
      }
      return known(page, asked, now)
          ? Reply.problem(409, "IDEMPOTENCY_CONFLICT", "the key came with another request")
          : desk.apply(page, body);
    });
  }

  /** Whether the idempotency key came with another request before; keeps it when it is new. */
  private static boolean known(Page page, Asked asked, Instant now) {
    String operation = asked.method() + " " + asked.path();
    String body =
        RegistryKey.sha256((operation + "\n" + asked.body()).getBytes(StandardCharsets.UTF_8));
    Optional<Row> call =
        page.row(
            "SELECT body FROM call WHERE terminal=? AND idempotency=?",
            asked.terminal(),
            asked.idempotencyKey());
    if (call.isEmpty()) {
      page.change(
          "INSERT INTO call VALUES (?,?,?,?,?,?)",
          asked.terminal(),
          asked.idempotencyKey(),
          body,
          asked.purpose(),
          operation,
          now.toEpochMilli());
    }
    return call.filter(row -> !row.text("body").equals(body)).isPresent();
  }

  private BiFunction<Page, JsonNode, Reply> desk(Asked asked, Instant now) {
    String[] path = asked.path().substring("/v1/".length()).split("/", -1);
    String terminal = asked.terminal();
    return switch (asked.method() + " " + path[0]) {
      case "GET time" ->
          (page, body) -> Reply.of("Answer", CanonicalJson.MAPPER.createObjectNode());
      case "PUT journals" -> (page, body) -> chains.enrol(page, terminal, path[1], body);
      case "POST journals" -> (page, body) -> chains.upload(page, terminal, path[1], body, now);
      case "GET journals" -> (page, body) -> chains.checkpointOf(page, terminal, path[1], now);
      case "POST orders" ->
          path[1].equals("pick-up")
              ? (page, body) -> electronic.pickUp(page, body, address, now)
              : (page, body) -> grants.orders(page, terminal, body, now);
      case "POST face-comparisons" -> comparisons::left;
      case "PUT clerk-calls" ->
          path.length == 2
              ? (page, body) -> clerks.call(page, terminal, path[1], body, now)
              : (page, body) -> clerks.withdraw(page, terminal, path[1]);
      case "GET clerk-calls" -> (page, body) -> clerks.standing(page, terminal, path[1], now);
      case "POST credentials" -> (page, body) -> credentials.verify(page, body, now);
      case "POST grants" -> (page, body) -> grants.grant(page, terminal, body, now);
      case "GET grants" ->
          path[1].equals("announced")
              ? (page, body) -> AnnouncementDesk.announced(page, terminal)
              : (page, body) -> grants.openGrants(page, terminal);
      case "GET reconciliation" -> (page, body) -> IssuanceBook.ofDay(page, terminal, path[1]);
      case "GET bundles" -> (page, body) -> BundleDesk.give(page, path[1], asked.held());
      case "GET sheets" -> (page, body) -> sheet(page, path[1]);
      default -> (page, body) -> Reply.problem(404, "NOT_FOUND", asked.path());
    };
  }

  private Reply sheet(Page page, String sheet) {
    SheetBook.State state = sheets.state(page, sheet).orElse(SheetBook.State.UNISSUED);
    return Reply.of(
        "SheetAnswer",
        CanonicalJson.MAPPER
            .createObjectNode()
            .put("sheet", sheet)
            .put(
                "state",
                (state == SheetBook.State.REMOVED ? SheetBook.State.UNISSUED : state).name()));
  }
}
