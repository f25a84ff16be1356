package io.hall24.kiosk.ops.health;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where central operations pulls the report: {@code GET /health} and {@code GET /metrics}, nothing
 * else, over TLS 1.3 and only with a client certificate. The only thing of a terminal that listens
 * on TCP.
 */
public final class HealthServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(HealthServer.class);
  private static final int THREADS = 4;
  private static final int WAITING = 16;
  private static final int BACKLOG = 16;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NO_SUCH_METHOD = 405;
  private static final int BROKEN = 500;

  /** Seconds for a request to arrive. */
  private static final String REQUEST_LIMIT = "sun.net.httpserver.maxReqTime";

  static {
    // The JDK's server waits for ever for a request that never ends unless told so before its first
    // use; four such peers would keep everybody else out.
    if (System.getProperty(REQUEST_LIMIT) == null) {
      System.setProperty(REQUEST_LIMIT, "10");
    }
  }

  private final HttpsServer server;
  private final ThreadPoolExecutor threads;

  private HealthServer(HttpsServer server, ThreadPoolExecutor threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Whether it listens. */
  public sealed interface Opening {
    record Listening(HealthServer server) implements Opening {}

    /**
     * It does not.
     *
     * @param problem for an operator
     */
    record Failed(String problem) implements Opening {}
  }

  private record Answer(int status, String type, String text) {}

  /**
   * Begins to listen on all of the machine's addresses.
   *
   * @param port 0 for any
   */
  public static Opening open(int port, SSLContext context, Supplier<HealthReport> reports) {
    HttpsServer server;
    try {
      server = HttpsServer.create(new InetSocketAddress(port), BACKLOG);
    } catch (IOException taken) {
      return new Opening.Failed("port " + port + ": " + taken.getMessage());
    }
    var count = new AtomicInteger();
    var threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(WAITING),
            task ->
                Thread.ofPlatform()
                    .daemon()
                    .name("health-" + count.incrementAndGet())
                    .unstarted(task));
    threads.allowCoreThreadTimeOut(true);
    server.setHttpsConfigurator(new CertificatesOnly(context));
    server.setExecutor(threads);
    server.createContext("/", exchange -> serve(exchange, reports));
    server.start();
    return new Opening.Listening(new HealthServer(server, threads));
  }

  /** TLS 1.3, and nobody without a certificate. */
  private static final class CertificatesOnly extends HttpsConfigurator {
    CertificatesOnly(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters connection) {
      SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
      parameters.setProtocols(new String[] {"TLSv1.3"});
      parameters.setNeedClientAuth(true);
      connection.setSSLParameters(parameters);
    }
  }

  private static void serve(HttpExchange exchange, Supplier<HealthReport> reports)
      throws IOException {
    try (exchange) {
      Answer answer;
      try {
        answer = answer(exchange, reports);
      } catch (RuntimeException broken) {
        LOG.error("no report", broken);
        answer = new Answer(BROKEN, "text/plain; charset=utf-8", "no report\n");
      }
      byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      if (answer.status() == NO_SUCH_METHOD) {
        exchange.getResponseHeaders().set("Allow", "GET");
      }
      boolean bodiless = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : body.length);
      if (!bodiless) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private static Answer answer(HttpExchange exchange, Supplier<HealthReport> reports) {
    String path = exchange.getRequestURI().getPath();
    if (!"/health".equals(path) && !"/metrics".equals(path)) {
      return new Answer(NOT_FOUND, "text/plain; charset=utf-8", "there is /health and /metrics\n");
    }
    if (!exchange.getRequestMethod().equals("GET")) {
      return new Answer(NO_SUCH_METHOD, "text/plain; charset=utf-8", "only GET\n");
    }
    if ("/health".equals(path)) {
      return new Answer(OK, "application/json", HealthJson.write(reports.get()));
    }
    String accept = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Accept")).orElse("");
    HealthMetrics.Exposition metrics = HealthMetrics.write(reports.get(), accept);
    return new Answer(OK, metrics.type(), metrics.text());
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
