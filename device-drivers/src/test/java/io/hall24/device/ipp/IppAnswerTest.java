package io.hall24.device.ipp;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.hall24.device.JobReport;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IppAnswerTest {
  private static final long SEED = 20261122;
  private static final Duration AMPLE = Duration.ofSeconds(30);

  @Test
  void readsWhatAPrinterSaid() {
    var job =
        assertInstanceOf(IppAnswer.Reading.Understood.class, read(RecordedAnswer.JOB.bytes()));
    assertEquals(JobReport.State.COMPLETED, IppReadings.job(1, job.packet()).orElseThrow().state());
    var created =
        assertInstanceOf(IppAnswer.Reading.Understood.class, read(RecordedAnswer.CREATED.bytes()));
    assertEquals(1, IppReadings.jobId(created.packet()).orElseThrow());
  }

  @ParameterizedTest
  @EnumSource
  void everyTruncationIsMalformed(RecordedAnswer recorded) {
    byte[] whole = recorded.bytes();
    for (int length = 0; length < whole.length; length++) {
      assertInstanceOf(
          IppAnswer.Reading.Malformed.class,
          read(Arrays.copyOf(whole, length)),
          "the first " + length + " bytes of " + recorded);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noFlippedBitDoesMoreThanChangeTheReading(RecordedAnswer recorded) {
    byte[] whole = recorded.bytes();
    assertTimeoutPreemptively(
        AMPLE,
        () -> {
          for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertDoesNotThrow(() -> readAllOf(flipped));
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void noRandomDamageDoesMoreThanChangeTheReading(RecordedAnswer recorded) {
    var random = new Random(SEED);
    byte[] whole = recorded.bytes();
    assertTimeoutPreemptively(
        AMPLE,
        () -> {
          for (int round = 0; round < 5000; round++) {
            byte[] damaged = whole.clone();
            for (int hits = random.nextInt(1, 20); hits > 0; hits--) {
              damaged[random.nextInt(8, damaged.length)] = (byte) random.nextInt();
            }
            assertDoesNotThrow(() -> readAllOf(damaged));
          }
        });
  }

  @Test
  void aBottomlessCollectionIsMalformed() {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(new byte[] {2, 0, 0, 0, 0, 0, 0, RecordedAnswer.REQUEST_ID, 2});
    for (int depth = 0; depth < 200_000; depth++) {
      bytes.writeBytes(new byte[] {0x34, 0, 1, 'x', 0, 0});
    }
    assertInstanceOf(IppAnswer.Reading.Malformed.class, read(bytes.toByteArray()));
  }

  @Test
  void anAnswerToAnotherQuestionIsMalformed() {
    assertInstanceOf(IppAnswer.Reading.Malformed.class, read(RecordedAnswer.JOB.to(2)));
  }

  private static IppAnswer.Reading read(byte[] bytes) {
    return IppAnswer.read(bytes, RecordedAnswer.REQUEST_ID);
  }

  /** Everything that the driver asks of an answer. */
  private static List<Object> readAllOf(byte[] bytes) {
    return switch (read(bytes)) {
      case IppAnswer.Reading.Malformed(var flaw) -> List.of(flaw);
      case IppAnswer.Reading.Understood(var packet) ->
          List.of(
              IppStatus.refusal(packet),
              IppStatus.leavesOpen(packet),
              IppReadings.jobId(packet),
              IppReadings.job(1, packet),
              IppReadings.printer(packet),
              IppReadings.model(packet),
              IppReadings.ignored(packet, "media"));
    };
  }
}
