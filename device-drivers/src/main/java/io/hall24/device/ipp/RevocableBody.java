package io.hall24.device.ipp;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request's body that can be taken back for as long as the transport has not begun to send it,
 * which it does only on a standing connection. It decides between "surely not sent" and "may have
 * arrived".
 */
final class RevocableBody implements BodyPublisher {
  private enum Stage {
    HELD,
    HANDED_OVER,
    REVOKED
  }

  private final BodyPublisher body;
  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.HELD);

  RevocableBody(List<byte[]> parts) {
    long length = parts.stream().mapToLong(part -> part.length).sum();
    this.body = BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(parts), length);
  }

  /** Takes the body back; false when it may already be on its way. */
  boolean revoke() {
    return stage.compareAndSet(Stage.HELD, Stage.REVOKED) || stage.get() == Stage.REVOKED;
  }

  @Override
  public long contentLength() {
    return body.contentLength();
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
    if (stage.compareAndSet(Stage.HELD, Stage.HANDED_OVER)) {
      body.subscribe(subscriber);
    } else {
      subscriber.onSubscribe(new Nothing());
      subscriber.onError(new IOException("the request was withdrawn"));
    }
  }

  private static final class Nothing implements Flow.Subscription {
    @Override
    public void request(long n) {}

    @Override
    public void cancel() {}
  }
}
