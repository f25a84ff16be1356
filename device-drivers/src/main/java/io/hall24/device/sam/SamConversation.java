package io.hall24.device.sam;

import io.hall24.device.serial.LineLostException;
import io.hall24.device.serial.SerialLine;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;

/**
 * Questions to a security module and its answers. A question whose answer does not come, or comes
 * damaged, is put again.
 */
final class SamConversation implements AutoCloseable {
  private static final int TRIES = 3;
  private static final int MOST_SILENCES = 2;

  /** A pause within an answer after which the rest is taken as lost. */
  private static final Duration GAP = Duration.ofMillis(200);

  private static final Duration QUIET = Duration.ofMillis(30);
  private static final Duration LONGEST_NOISE = Duration.ofMillis(500);
  private static final Duration BREATH = Duration.ofNanos(250_000);
  private static final int BYTES_OF_SILENCE = 3;
  private static final int BYTES_TO_MEET = 48;
  private static final Duration LONGEST_NAP = Duration.ofMillis(3);

  private final SerialLine line;
  private final HallClock clock;
  private final PacketScanner scanner = new PacketScanner();
  private final byte[] chunk = new byte[4_096];

  SamConversation(SerialLine line, HallClock clock) {
    this.line = line;
    this.clock = clock;
  }

  /** What became of a question. */
  sealed interface Reply {
    /** An answer that can be one to this question. */
    record Answered(SamAnswer answer) implements Reply {}

    /** Something came, again and again, but no whole answer. */
    record Garbled(String detail) implements Reply {}

    /** Nothing came. */
    record Silent() implements Reply {}

    /** The line is gone. */
    record Lost(String detail) implements Reply {}

    /** The caller's patience ended before. */
    record GivenUp() implements Reply {}
  }

  /**
   * Puts a question until it is answered, at most three times; twice where nothing comes back at
   * all, and reading a card then only once, for it takes long enough to be missed.
   */
  Reply ask(SamCommand command, Patience patience) {
    Reply reply = new Reply.GivenUp();
    int silences = command == SamCommand.READ ? MOST_SILENCES - 1 : 0;
    try {
      for (int tries = 0; tries < TRIES && !patience.isOver(); tries++) {
        reply = askOnce(command, patience);
        switch (reply) {
          case Reply.Answered _, Reply.Lost _, Reply.GivenUp _ -> {
            return reply;
          }
          case Reply.Garbled _ -> awaitQuiet();
          case Reply.Silent _ -> {
            if (++silences == MOST_SILENCES) {
              return reply;
            }
          }
        }
      }
      return patience.isOver() ? new Reply.GivenUp() : reply;
    } catch (LineLostException lost) {
      return new Reply.Lost(String.valueOf(lost.getMessage()));
    } catch (InterruptedException interrupted) {
      patience.cancel();
      Thread.currentThread().interrupt();
      return new Reply.GivenUp();
    }
  }

  private Reply askOnce(SamCommand command, Patience patience)
      throws LineLostException, InterruptedException {
    scanner.wipe();
    line.discardInput();
    line.write(command.request());
    return listen(command, patience);
  }

  private Reply listen(SamCommand command, Patience patience)
      throws LineLostException, InterruptedException {
    long asked = clock.nanoTime();
    long limit = command.time().plus(line.timeOf(command.longestAnswer())).toNanos();
    long lastHeard = asked;
    boolean heard = false;
    while (!patience.isOver()) {
      int count = line.read(chunk);
      long now = clock.nanoTime();
      if (count > 0) {
        heard = true;
        lastHeard = now;
        Optional<SamAnswer> answer = answerIn(count, command);
        if (answer.isPresent()) {
          return judge(command, answer.get());
        }
        letArrive(scanner.missing());
      } else if (!scanner.isEmpty() && now - lastHeard > GAP.toNanos()) {
        return new Reply.Garbled("an answer broke off");
      }
      if (now - asked > limit) {
        return heard ? new Reply.Garbled("no whole answer in time") : new Reply.Silent();
      }
    }
    return new Reply.GivenUp();
  }

  /** Not to be woken for each of a thousand bytes; the last ones are met as they come. */
  private void letArrive(int missing) throws LineLostException, InterruptedException {
    if (missing > BYTES_TO_MEET && line.available() == 0) {
      Duration arriving = line.timeOf(missing - BYTES_TO_MEET);
      clock.sleep(arriving.compareTo(LONGEST_NAP) < 0 ? arriving : LONGEST_NAP);
    }
  }

  private Optional<SamAnswer> answerIn(int count, SamCommand command) {
    scanner.add(chunk, count);
    Arrays.fill(chunk, 0, count, (byte) 0);
    Optional<SamAnswer> answer = scanner.next();
    while (answer.isPresent() && !command.fits(answer.get())) {
      answer = scanner.next();
    }
    return answer;
  }

  private Reply judge(SamCommand command, SamAnswer answer)
      throws LineLostException, InterruptedException {
    boolean misheard =
        answer
            .status()
            .filter(status ->
                switch (status) {
                  case REQUEST_CHECKSUM, REQUEST_LENGTH, REQUEST_COMMAND, REQUEST_UNKNOWN -> true;
                  default -> false;
                })
            .isPresent();
    if (misheard) {
      return new Reply.Garbled("the question arrived as " + SamStatus.describe(answer.code()));
    }
    if (command.succeeded(answer) && command.givesContent() && !silenceFollows()) {
      return new Reply.Garbled("more bytes than the answer has");
    }
    return new Reply.Answered(answer);
  }

  /**
   * A byte that comes twice can make a packet whose checksum agrees by chance; then one is left
   * over.
   */
  private boolean silenceFollows() throws LineLostException, InterruptedException {
    if (!scanner.isEmpty()) {
      return false;
    }
    clock.sleep(BREATH.plus(line.timeOf(BYTES_OF_SILENCE)));
    return line.available() == 0;
  }

  /** The rest of a damaged answer must not be taken for the next one. */
  private void awaitQuiet() throws LineLostException, InterruptedException {
    long from = clock.nanoTime();
    do {
      line.discardInput();
      clock.sleep(QUIET);
    } while (line.available() > 0 && clock.nanoTime() - from < LONGEST_NOISE.toNanos());
  }

  /** Forgets the last answer. */
  void wipe() {
    scanner.wipe();
  }

  @Override
  public void close() {
    scanner.wipe();
    line.close();
  }
}
