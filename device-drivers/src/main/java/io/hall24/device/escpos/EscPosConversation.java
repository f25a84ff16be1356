package io.hall24.device.escpos;

import io.hall24.device.serial.ByteLine;
import io.hall24.device.serial.LineLostException;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/**
 * Questions to a printer. An answer is one byte without a checksum, so each question is put until
 * two answers in a row agree.
 */
final class EscPosConversation implements AutoCloseable {
  private static final int DLE = 0x10;
  private static final int EOT = 0x04;
  private static final int GS = 0x1D;
  private static final int TRIES = 5;
  private static final Duration ANSWER = Duration.ofMillis(300);
  private static final Duration NAME = Duration.ofMillis(250);
  private static final int LONGEST_NAME = 80;

  /** {@code DLE DC4} with function 8: what was received and not worked off is forgotten. */
  private static final byte[] CLEAR = {DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};

  /** Bits of the answer to {@code GS r 1} that are never set. */
  private static final int SENSOR_NEVER = 0x90;

  private final ByteLine line;
  private final HallClock clock;
  private final byte[] chunk = new byte[256];

  EscPosConversation(ByteLine line, HallClock clock) {
    this.line = line;
    this.clock = clock;
  }

  /** What became of a question. */
  sealed interface Reply<T> {
    /** It was answered. */
    record Told<T>(T value) implements Reply<T> {}

    /** Nothing came, or nothing that agreed with itself; or the caller's patience was over. */
    record Silent<T>(String detail) implements Reply<T> {}
  }

  /** The real-time status; only between slips, for printers look for the question in pictures. */
  Reply<EscPosStatus> status(Patience patience) throws LineLostException {
    int[] answers = new int[4];
    for (int n = 1; n <= answers.length; n++) {
      Reply<Integer> answer = twice(new byte[] {DLE, EOT, (byte) n}, patience);
      switch (answer) {
        case Reply.Told<Integer>(var told) -> answers[n - 1] = told;
        case Reply.Silent<Integer>(var detail) -> {
          return new Reply.Silent<>(detail);
        }
      }
    }
    return new Reply.Told<>(new EscPosStatus(answers[0], answers[1], answers[2], answers[3]));
  }

  private Reply<Integer> twice(byte[] question, Patience patience) throws LineLostException {
    Optional<Integer> before = Optional.empty();
    String heard = "no answer";
    for (int tries = 0; tries < TRIES && !patience.isOver(); tries++) {
      line.discardInput();
      line.write(question, patience);
      Optional<Integer> answer = valid(patience);
      if (answer.isPresent() && answer.equals(before)) {
        return new Reply.Told<>(answer.get());
      }
      if (answer.isEmpty() && tries > 0 && before.isEmpty()) {
        return new Reply.Silent<>(heard);
      }
      heard = answer.isPresent() ? "answers that do not agree" : heard;
      before = answer;
    }
    return new Reply.Silent<>(heard);
  }

  /** The last byte that came, when it can be an answer; with two in one piece none is believed. */
  private Optional<Integer> valid(Patience patience) throws LineLostException {
    Patience waiting = Patience.part(patience, ANSWER);
    while (!waiting.isOver()) {
      int count = line.read(chunk);
      if (count == 1 && EscPosStatus.valid(chunk[0] & 0xFF)) {
        return Optional.of(chunk[0] & 0xFF);
      }
      if (count > 0) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Asks for the paper sensor behind everything that was sent so far ({@code GS r 1}): the answer
   * comes when all of it was worked off.
   *
   * @return whether it came
   */
  boolean workedOff(Patience patience) throws LineLostException {
    line.discardInput();
    line.write(new byte[] {GS, 'r', 1}, patience);
    while (!patience.isOver()) {
      int count = line.read(chunk);
      for (int i = 0; i < count; i++) {
        // An answer to a question that the printer saw in a picture looks otherwise.
        if ((chunk[i] & SENSOR_NEVER) == 0) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * What the printer calls something of itself ({@code GS I n}); many do not answer.
   *
   * @param n 65 firmware, 67 model
   */
  Optional<String> name(int n, Patience patience) throws LineLostException {
    line.discardInput();
    line.write(new byte[] {GS, 'I', (byte) n}, patience);
    var name = new ByteArrayOutputStream();
    Patience waiting = Patience.part(patience, NAME);
    while (!waiting.isOver() && name.size() < LONGEST_NAME) {
      int count = line.read(chunk);
      name.write(chunk, 0, count);
      byte[] heard = name.toByteArray();
      if (heard.length > 2 && heard[0] == '_' && heard[heard.length - 1] == 0) {
        String text = new String(heard, 1, heard.length - 2, StandardCharsets.US_ASCII);
        return Optional.of(text).filter(it -> it.matches("[ -~]+"));
      }
    }
    return Optional.empty();
  }

  /**
   * Has the printer forget the rest of a slip that was sent in part. Its answer is not waited for:
   * whether it is ready again, its status tells.
   */
  void clear(Patience patience) throws LineLostException {
    line.write(CLEAR, patience);
  }

  void send(byte[] bytes, Patience patience) throws LineLostException {
    line.write(bytes, patience);
  }

  HallClock clock() {
    return clock;
  }

  @Override
  public void close() {
    line.close();
  }
}
