package io.hall24.kiosk.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.Jws;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.crypto.TlsIdentity;
import io.hall24.kiosk.crypto.Verification;
import io.hall24.kiosk.text.ForgetfulJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLParameters;

/**
 * The way to the registry: sends a request up to three times, and believes only an answer that the
 * pinned key signed for exactly this transmission. A registry that stays silent is left alone for a
 * while ({@link CircuitBreaker}). Bounds of domain.md 5.4: connecting 3 s, an answer 8 s, never
 * longer than the caller's patience. Safe for use by several threads.
 */
public final class RegistryLink implements AutoCloseable {
  static final JsonMapper MAPPER = ForgetfulJson.mapper().build();
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration ANSWER = Duration.ofSeconds(8);
  private static final Duration LOOK = Duration.ofMillis(50);
  private static final int TRANSMISSIONS = 3;
  private static final int LARGEST_ANSWER = 4_000_000;
  private final URI url;
  private final String terminalId;
  private final StatementVerifier verifier;
  private final RegistryTime time;
  private final NetworkState network;
  private final HallClock clock;
  private final Set<HttpClient> underWay = ConcurrentHashMap.newKeySet();
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient.Builder clients;
  private final CircuitBreaker breaker;

  /**
   * Without TLS, for a registry on this machine.
   *
   * @param url where the registry listens, without a path
   * @param verifier trusts the registry's pinned key and no other
   */
  public RegistryLink(
      URI url,
      String terminalId,
      StatementVerifier verifier,
      RegistryTime time,
      NetworkState network,
      HallClock clock) {
    this(url, terminalId, verifier, time, network, clock, Optional.empty());
  }

  /**
   * @param url where the registry listens, without a path
   * @param verifier trusts the registry's pinned key and no other
   * @param tls who the terminal is to the registry, and whose certificate the registry may show
   */
  public RegistryLink(
      URI url,
      String terminalId,
      StatementVerifier verifier,
      RegistryTime time,
      NetworkState network,
      HallClock clock,
      Optional<TlsIdentity> tls) {
    this.url = url;
    this.terminalId = terminalId;
    this.verifier = verifier;
    this.time = time;
    this.network = network;
    this.clock = clock;
    this.breaker = new CircuitBreaker(clock, RandomGenerator.getDefault());
    this.clients =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(executor);
    tls.ifPresent(identity ->
        clients
            .sslContext(identity.context())
            .sslParameters(
                new SSLParameters(
                    identity.context().getDefaultSSLParameters().getCipherSuites(),
                    new String[] {TlsIdentity.PROTOCOL})));
  }

  String terminalId() {
    return terminalId;
  }

  StatementVerifier verifier() {
    return verifier;
  }

  RegistryTime time() {
    return time;
  }

  /** Whose turn it is after one transmission. */
  private sealed interface Sent {
    record Final(Heard heard) implements Sent {}

    record Again(String detail) implements Sent {}
  }

  /**
   * Asks; every call of the contract may be repeated. The connection ends with the answer: one that
   * is kept keeps the last answer in its buffer, and with it the person who was asked about.
   */
  Heard ask(Call call, Patience patience) throws InterruptedException {
    HttpClient http = clients.build();
    underWay.add(http);
    try {
      return ask(http, call, patience);
    } finally {
      underWay.remove(http);
      http.shutdownNow();
    }
  }

  private Heard ask(HttpClient http, Call call, Patience patience) throws InterruptedException {
    String key = UUID.randomUUID().toString();
    String last = "no patience left";
    for (int sent = 0; sent < TRANSMISSIONS && !patience.isOver(); sent++) {
      if (!breaker.admits()) {
        return new Heard.Nothing(url + " was silent and is left alone for a while");
      }
      switch (transmit(http, call, key, patience)) {
        case Sent.Final(Heard heard) -> {
          return heard;
        }
        case Sent.Again(String detail) -> last = detail;
      }
      if (!patience.pause(Duration.ofMillis(ThreadLocalRandom.current().nextLong(50, 250)))) {
        break;
      }
    }
    return new Heard.Nothing(last);
  }

  private Sent transmit(HttpClient http, Call call, String key, Patience patience)
      throws InterruptedException {
    String requestId = UUID.randomUUID().toString();
    CompletableFuture<HttpResponse<String>> pending =
        http.sendAsync(
            request(call, requestId, key),
            BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST_ANSWER));
    boolean known = false;
    try {
      Sent sent = answer(awaited(pending, patience), requestId);
      known = true;
      return sent;
    } catch (TimeoutException silent) {
      known = true;
      return lost("no answer from " + url + " in time");
    } catch (ExecutionException failed) {
      known = true;
      return lost(url + ": " + failed.getCause());
    } finally {
      pending.cancel(true);
      if (!known) {
        breaker.givenUp();
      }
    }
  }

  private HttpRequest request(Call call, String requestId, String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url.resolve(call.path()))
            .header("Hall24-Request-Id", requestId)
            .header("Idempotency-Key", key)
            .header("Hall24-Terminal", terminalId)
            .header("Hall24-Purpose", call.purpose())
            .header("Accept", "application/jose");
    call.body().ifPresent(body -> request.header("Content-Type", "application/json"));
    call.held().ifPresent(etag -> request.header("If-None-Match", etag));
    return request
        .method(
            call.method(),
            call.body()
                .map(body -> BodyPublishers.ofString(written(body)))
                .orElseGet(BodyPublishers::noBody))
        .build();
  }

  private static String written(JsonNode body) {
    try {
      return MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree that cannot be written", impossible);
    }
  }

  /** Looks up now and then, so that a withdrawn patience ends the wait too. */
  private HttpResponse<String> awaited(
      CompletableFuture<HttpResponse<String>> pending, Patience patience)
      throws InterruptedException, ExecutionException, TimeoutException {
    Patience answer = Patience.of(ANSWER, clock);
    while (!patience.isOver() && !answer.isOver()) {
      Optional<HttpResponse<String>> come = lookedAt(pending);
      if (come.isPresent()) {
        return come.get();
      }
    }
    throw new TimeoutException();
  }

  private static Optional<HttpResponse<String>> lookedAt(
      CompletableFuture<HttpResponse<String>> pending)
      throws InterruptedException, ExecutionException {
    try {
      return Optional.of(pending.get(LOOK.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException notYet) {
      return Optional.empty();
    }
  }

  private Sent answer(HttpResponse<String> response, String requestId) {
    String from = url + " answered " + response.statusCode();
    return switch (verifier.verify(new Jws(response.body().strip()), "hall24-answer")) {
      case Verification.Invalid(var reason, String detail) ->
          untrusted(from + ", " + reason + ": " + detail);
      case Verification.Valid(var statement) ->
          read(statement.content().text())
              .map(said -> believed(said, response, requestId, from))
              .orElseGet(() -> untrusted(from + ": signed, but not JSON"));
    };
  }

  private Sent believed(
      JsonNode said, HttpResponse<String> response, String requestId, String from) {
    if (!said.path("requestId").asText().equals(requestId)
        || !said.path("terminalId").asText().equals(terminalId)) {
      return untrusted(from + ": signed for another request");
    }
    Optional<Instant> registryTime = instant(said.path("registryTime").asText());
    if (registryTime.isEmpty()) {
      return untrusted(from + ": signed, but without a time");
    }
    breaker.answered();
    network.answered(
        switch (time.note(registryTime.get())) {
          case RegistryTime.Noted.Taken() -> "";
          case RegistryTime.Noted.Implausible(Duration behind) ->
              "the registry's clock is " + behind.toSeconds() + " s behind";
        });
    if (response.statusCode() >= 500) {
      return new Sent.Again(from + ": " + said.path("problem").asText());
    }
    return new Sent.Final(
        response.statusCode() == 200
            ? new Heard.Answer(said, new Jws(response.body().strip()))
            : new Heard.Problem(said.path("problem").asText(), said.path("detail").asText()));
  }

  private Sent lost(String detail) {
    breaker.failed();
    network.silent(detail);
    return new Sent.Again(detail);
  }

  private Sent untrusted(String detail) {
    breaker.failed();
    network.untrusted(detail);
    return new Sent.Again(detail);
  }

  /** The content of a statement that lies inside an answer, if it is what it should be. */
  Optional<JsonNode> statement(String compact, String type) {
    return switch (verifier.verify(new Jws(compact), type)) {
      case Verification.Valid(var statement) -> read(statement.content().text());
      case Verification.Invalid invalid -> Optional.empty();
    };
  }

  private static Optional<JsonNode> read(String json) {
    try {
      return Optional.of(MAPPER.readTree(json));
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException notTime) {
      return Optional.empty();
    }
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    underWay.forEach(HttpClient::shutdownNow);
    underWay.forEach(HttpClient::close);
    executor.close();
  }
}
