package io.hall24.device.ipp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

class RevocableBodyTest {
  private final RevocableBody body =
      new RevocableBody(List.of("head".getBytes(US_ASCII), "document".getBytes(US_ASCII)));
  private final Transport transport = new Transport();

  @Test
  void onceHandedOverItCannotBeTakenBack() {
    body.subscribe(transport);
    assertFalse(body.revoke());
    assertEquals(List.of("next 4", "next 8", "complete"), transport.seen);
    assertEquals(12, body.contentLength());
  }

  @Test
  void onceTakenBackNoByteIsHandedOver() {
    assertTrue(body.revoke());
    body.subscribe(transport);
    assertTrue(body.revoke());
    assertEquals(List.of("error"), transport.seen);
  }

  private static final class Transport implements Flow.Subscriber<ByteBuffer> {
    private final List<String> seen = new ArrayList<>();

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(ByteBuffer bytes) {
      seen.add("next " + bytes.remaining());
    }

    @Override
    public void onError(Throwable failure) {
      seen.add("error");
    }

    @Override
    public void onComplete() {
      seen.add("complete");
    }
  }
}
