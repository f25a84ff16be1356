package io.hall24.device.ipp;

import com.hp.jipp.encoding.IppOutputStream;
import com.hp.jipp.encoding.IppPacket;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.time.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/**
 * Asks a printer over HTTP/1.1 (RFC 8010, 4). Every question has a connection of its own: on a kept
 * one that the printer has meanwhile closed, a question that was never heard would look like a lost
 * answer. No question outlasts its {@link Patience}, body of the answer included.
 */
final class IppConnection {
  private static final int LONGEST_ANSWER = 1 << 20;
  private static final Duration GLANCE = Duration.ofMillis(50);

  private final PrinterAddress address;
  private Optional<PrinterAddress.Route> found = Optional.empty();

  IppConnection(PrinterAddress address) {
    this.address = address;
  }

  /**
   * Asks.
   *
   * @param document follows the packet; may be empty
   */
  IppReply ask(IppPacket packet, byte[] document, Patience patience) {
    if (patience.isOver()) {
      return new IppReply.NotSent(givenUp(patience));
    }
    if (found.isPresent()) {
      return ask(found.get(), packet, document, patience);
    }
    return switch (address.route()) {
      case Attempt.Failed<PrinterAddress.Route>(var failure) -> new IppReply.NotSent(failure);
      case Attempt.Done<PrinterAddress.Route>(var route) -> {
        found = Optional.of(route);
        yield ask(route, packet, document, patience);
      }
    };
  }

  private static IppReply ask(
      PrinterAddress.Route route, IppPacket packet, byte[] document, Patience patience) {
    var body = new RevocableBody(List.of(encode(packet), document));
    HttpClient client = client(route, patience);
    try {
      var request =
          HttpRequest.newBuilder(route.http())
              .header("Content-Type", "application/ipp")
              .POST(body)
              .build();
      var answer =
          client.sendAsync(
              request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER));
      return await(answer, body, packet.getRequestId(), patience);
    } finally {
      client.shutdownNow();
    }
  }

  private static HttpClient client(PrinterAddress.Route route, Patience patience) {
    var builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .proxy(HttpClient.Builder.NO_PROXY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience.remaining().plus(GLANCE));
    route.tls().ifPresent(builder::sslContext);
    return builder.build();
  }

  private static byte[] encode(IppPacket packet) {
    var bytes = new ByteArrayOutputStream();
    try (var stream = new IppOutputStream(bytes)) {
      stream.write(packet);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static IppReply await(
      CompletableFuture<HttpResponse<byte[]>> answer,
      RevocableBody body,
      int requestId,
      Patience patience) {
    while (true) {
      try {
        return read(answer.get(glance(patience), TimeUnit.NANOSECONDS), requestId);
      } catch (TimeoutException notYet) {
        if (patience.isOver()) {
          return end(answer, body, givenUp(patience));
        }
      } catch (InterruptedException withdrawn) {
        Thread.currentThread().interrupt();
        return end(answer, body, new DeviceFailure.Cancelled("interrupted"));
      } catch (ExecutionException failed) {
        return end(answer, body, failure(failed, patience));
      }
    }
  }

  private static long glance(Patience patience) {
    Duration left = patience.remaining();
    return (left.compareTo(GLANCE) < 0 ? left : GLANCE).toNanos();
  }

  private static IppReply end(
      CompletableFuture<HttpResponse<byte[]>> answer, RevocableBody body, DeviceFailure failure) {
    boolean neverSent = body.revoke();
    answer.cancel(true);
    return neverSent ? new IppReply.NotSent(failure) : new IppReply.Unanswered(failure);
  }

  private static DeviceFailure givenUp(Patience patience) {
    return patience.isCancelled()
        ? new DeviceFailure.Cancelled("withdrawn")
        : new DeviceFailure.TimedOut(patience.granted(), "no answer of the printer");
  }

  private static DeviceFailure failure(ExecutionException failed, Patience patience) {
    if (patience.isOver()) {
      return givenUp(patience);
    }
    return failed.getCause() instanceof SSLException untrusted
        ? new DeviceFailure.HardwareError("TLS: " + untrusted.getMessage())
        : new DeviceFailure.Offline("printer not reached: " + failed.getMessage());
  }

  private static IppReply read(HttpResponse<byte[]> response, int requestId) {
    if (response.statusCode() != 200) {
      return malformed("HTTP status " + response.statusCode());
    }
    String type = response.headers().firstValue("Content-Type").orElse("none");
    if (!type.startsWith("application/ipp")) {
      return malformed("content type " + type);
    }
    return switch (IppAnswer.read(response.body(), requestId)) {
      case IppAnswer.Reading.Understood(var packet) -> new IppReply.Answered(packet);
      case IppAnswer.Reading.Malformed(var flaw) -> malformed(flaw);
    };
  }

  private static IppReply malformed(String flaw) {
    return new IppReply.Unanswered(new DeviceFailure.HardwareError("not an IPP answer: " + flaw));
  }
}
