package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.registry.Faults.Fault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP side of the sandbox: signs answers, and misbehaves where it was told to. */
final class Window {
  private static final Logger LOG = LoggerFactory.getLogger(Window.class);
  private static final int LARGEST_BODY = 8_000_000;
  private static final Duration HALF_OPEN = Duration.ofSeconds(60);
  private static final Duration HELD_BACK = Duration.ofMillis(300);
  private final Counter counter;
  private final Contract contract;
  private final RegistryKey key;
  private final RegistryKey forger;
  private final HallClock clock;
  private final AtomicReference<Behaviour> behaviour = new AtomicReference<>(of(Faults.NONE));
  private final AtomicReference<String> previous = new AtomicReference<>("none");

  Window(Counter counter, Contract contract, RegistryKey key, HallClock clock) {
    this.counter = counter;
    this.contract = contract;
    this.key = key;
    this.forger = key.forged();
    this.clock = clock;
  }

  private record Behaviour(Faults faults, Random random) {
    private synchronized boolean happens(Fault fault) {
      double chance = faults.chances().getOrDefault(fault, 0.0);
      return chance > 0 && random.nextDouble() < chance;
    }
  }

  void misbehave(Faults faults) {
    behaviour.set(of(faults));
  }

  private static Behaviour of(Faults faults) {
    return new Behaviour(faults, new Random(faults.seed()));
  }

  void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Counter.Asked asked = read(exchange);
      Optional<Sent> answer =
          isWhoItSays(exchange, asked.terminal())
              ? answered(asked)
              : Optional.of(
                  signed(
                      asked,
                      Reply.problem(403, "TERMINAL_BLOCKED", "another terminal's certificate"),
                      key));
      if (answer.isPresent()) {
        send(exchange, answer.get());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Over TLS the terminal has the name that stands in its certificate, and no other. */
  private static boolean isWhoItSays(HttpExchange exchange, String terminal) {
    if (!(exchange instanceof HttpsExchange https)) {
      return true;
    }
    try {
      String name = https.getSSLSession().getPeerPrincipal().getName();
      return new LdapName(name)
          .getRdns().stream()
              .anyMatch(part ->
                  part.getType().equalsIgnoreCase("CN") && part.getValue().equals(terminal));
    } catch (SSLPeerUnverifiedException | InvalidNameException nobody) {
      return false;
    }
  }

  private record Sent(int status, String type, String body) {}

  /** Empty when the connection is to end without an answer. */
  private Optional<Sent> answered(Counter.Asked asked) throws InterruptedException {
    Behaviour now = behaviour.get();
    if (!now.faults().latency().isZero()) {
      clock.sleep(now.faults().latency());
    }
    if (now.happens(Fault.REORDER)) {
      clock.sleep(HELD_BACK);
    }
    if (now.happens(Fault.HALF_OPEN)) {
      clock.sleep(HALF_OPEN);
      return Optional.empty();
    }
    if (now.happens(Fault.DROP_BEFORE)) {
      return Optional.empty();
    }
    if (now.happens(Fault.BAD_GATEWAY)) {
      return Optional.of(new Sent(502, "text/html", "<h1>Bad Gateway</h1>"));
    }
    if (now.happens(Fault.UNAVAILABLE)) {
      return Optional.of(signed(asked, Reply.problem(503, "INTERNAL", "told to fail"), key));
    }
    Sent answer = effect(asked, now);
    if (now.happens(Fault.DROP_AFTER)) {
      return Optional.empty();
    }
    String before = previous.getAndSet(answer.body());
    return Optional.of(
        now.happens(Fault.REPLAY) ? new Sent(answer.status(), answer.type(), before) : answer);
  }

  private Sent effect(Counter.Asked asked, Behaviour now) {
    Instant time = clock.wallTime().plus(now.faults().wrongClock());
    if (now.happens(Fault.DUPLICATE)) {
      reply(asked, time);
    }
    Reply reply = reply(asked, time);
    return signed(asked, reply, now.happens(Fault.BAD_SIGNATURE) ? forger : key);
  }

  private Reply reply(Counter.Asked asked, Instant time) {
    try {
      return counter.answer(asked, time);
    } catch (RuntimeException failed) {
      LOG.warn("sandbox registry failed at {} {}", asked.method(), asked.path(), failed);
      return Reply.problem(500, "INTERNAL", failed.getClass().getSimpleName());
    }
  }

  private Sent signed(Counter.Asked asked, Reply reply, RegistryKey by) {
    Instant time = clock.wallTime().plus(behaviour.get().faults().wrongClock());
    ObjectNode payload =
        reply
            .content()
            .put("requestId", readable(asked.requestId()))
            .put("terminalId", readable(asked.terminal()))
            .put("registryTime", time.toString());
    List<String> faults = contract.faultsOf(reply.schema(), payload);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("own answer against the contract: " + faults);
    }
    return new Sent(reply.status(), "application/jose", by.sign("hall24-answer", payload));
  }

  private static String readable(String id) {
    return id.matches("[A-Za-z0-9._-]{8,64}") ? id : "unreadable";
  }

  private static Counter.Asked read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY);
    return new Counter.Asked(
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        header(exchange, "Hall24-Request-Id"),
        header(exchange, "Idempotency-Key"),
        header(exchange, "Hall24-Terminal"),
        header(exchange, "Hall24-Purpose"),
        header(exchange, "Content-Type"),
        header(exchange, "If-None-Match"),
        new String(body, StandardCharsets.UTF_8));
  }

  private static String header(HttpExchange exchange, String name) {
    String value = exchange.getRequestHeaders().getFirst(name);
    return value == null ? "" : value;
  }

  private static void send(HttpExchange exchange, Sent answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), body.length);
    exchange.getResponseBody().write(body);
  }
}
