package io.hall24.kiosk.ops.staff;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.TelephoneCode;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Questions to somebody at the other end of a telephone. The terminal shows a challenge; the other
 * person answers with a code over terminal, challenge and decision, so that it serves for nothing
 * else. Question and answer are events; a question serves once, for a quarter of an hour.
 */
public final class TelephoneBook {
  /** Without letters and digits that sound or look alike. */
  private static final String ALPHABET = "ACDEFHJKLMNPRTUVWXY34679";

  private static final int LENGTH = 8;
  private static final Duration VALID = Duration.ofMinutes(15);
  private final Journal journal;
  private final CryptoSuite suite;
  private final HallClock clock;

  public TelephoneBook(Journal journal, CryptoSuite suite, HallClock clock) {
    this.journal = journal;
    this.suite = suite;
    this.clock = clock;
  }

  /**
   * What is asked.
   *
   * @param challenge as the terminal shows it
   * @param decision what shall be done, in the words that both read out
   */
  public record Question(String challenge, String decision) {
    /** What the code is over. */
    Bytes message(String terminalId) {
      return Bytes.utf8(String.join("\n", "hall24 telephone 1", terminalId, challenge, decision));
    }
  }

  /** The code that answers a question. */
  public static String code(Bytes secret, String terminalId, Question question) {
    return TelephoneCode.over(secret, question.message(terminalId));
  }

  /** Writes down a new question; empty when the journal takes nothing. */
  public Optional<Question> ask(String decision) {
    Question question = new Question(challenge(), decision);
    var asked = new StaffEvent.TelephoneAsked(question.challenge(), decision);
    return journal.append(asked) instanceof AppendResult.Durable
        ? Optional.of(question)
        : Optional.empty();
  }

  private String challenge() {
    StringBuilder text = new StringBuilder();
    while (text.length() < LENGTH) {
      int drawn = Byte.toUnsignedInt(suite.random(1).toArray()[0]);
      // Otherwise the first letters of the alphabet would come more often.
      if (drawn < 256 / ALPHABET.length() * ALPHABET.length()) {
        text.append(ALPHABET.charAt(drawn % ALPHABET.length()));
      }
    }
    return text.insert(LENGTH / 2, '-').toString();
  }

  /** Whether a question was asked just now, and not answered. */
  boolean isOpen(Question question) {
    List<Recorded<StaffEvent>> events = journal.events(1, StaffEvent.class).toList();
    boolean answered =
        events.stream()
            .map(Recorded::event)
            .anyMatch(event ->
                event instanceof StaffEvent.TelephoneAnswered(_, var challenge, _)
                    && challenge.equals(question.challenge()));
    return !answered
        && events.stream()
            .filter(recorded ->
                recorded
                    .event()
                    .equals(
                        new StaffEvent.TelephoneAsked(question.challenge(), question.decision())))
            .anyMatch(recorded ->
                Duration.between(recorded.recordedAt(), clock.wallTime()).abs().compareTo(VALID)
                    < 0);
  }

  String terminalId() {
    return journal.terminalId();
  }
}
