package io.hall24.kiosk.ops.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.issuance.TwoPersons;
import io.hall24.kiosk.journal.VerifiedTime;
import io.hall24.kiosk.ops.staff.TelephoneBook.Question;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The second person is at the other end of a telephone. */
class TelephoneTest {
  private static final String TERMINAL = "H24-TEST-0007";
  private static final String FIRST_PIN = "482913";
  @TempDir Path data;
  private Duration ahead = Duration.ZERO;
  private StaffOffice office;
  private TelephoneBook book;
  private Bytes secret;

  /** The system's clock, put forward. */
  private final class Ahead implements HallClock {
    @Override
    public Instant wallTime() {
      return HallClock.system().wallTime().plus(ahead);
    }

    @Override
    public long nanoTime() {
      return HallClock.system().nanoTime() + ahead.toNanos();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      HallClock.system().sleep(duration);
    }
  }

  @BeforeEach
  void open() {
    HallClock clock = new Ahead();
    office = StaffOffice.open(data, clock, VerifiedTime.UNKNOWN);
    office.set(new StaffName("wang"), Role.STOCK_KEEPER, FIRST_PIN);
    office.set(new StaffName("li"), Role.SUPERVISOR, "739105");
    secret =
        assertInstanceOf(TokenChange.Given.class, office.register().giveToken(new StaffName("li")))
            .secret();
    book = new TelephoneBook(office.journal(), CryptoSuite.international(), clock);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Approval approve(String pin, String who, Question question, String code) {
    return office
        .register()
        .approve(
            new Claim("wang", Pin.of(pin.toCharArray())), who, book, question, code, Duty.STOCK);
  }

  private Question asked(String decision) {
    return book.ask(decision).orElseThrow();
  }

  private String answer(Question question) {
    return TelephoneBook.code(secret, TERMINAL, question);
  }

  private static void assertRefused(Approval approval) {
    assertInstanceOf(
        Entry.Refused.class, assertInstanceOf(Approval.NotApproved.class, approval).why());
  }

  @Test
  void theRightAnswerApprovesAndBothAreInTheJournal() {
    Question question = asked("stock-count A3 12");
    String code = answer(question);
    assertEquals(
        new Approval.Approved(new TwoPersons("wang", "li")),
        approve(FIRST_PIN, "li", question, code));
    List<String> told =
        office.events().stream()
            .map(event ->
                switch (event) {
                  case StaffEvent.TelephoneAsked(var challenge, var decision) ->
                      challenge + " asked " + decision;
                  case StaffEvent.TelephoneAnswered(_, var challenge, var answer) ->
                      challenge + " answered " + answer;
                  default -> "";
                })
            .filter(text -> !text.isEmpty())
            .toList();
    assertEquals(
        List.of(
            question.challenge() + " asked stock-count A3 12",
            question.challenge() + " answered " + code),
        told);
  }

  @Test
  void anAnswerServesOnce() {
    Question question = asked("stock-count A3 12");
    approve(FIRST_PIN, "li", question, answer(question));
    assertRefused(approve(FIRST_PIN, "li", question, answer(question)));
  }

  @Test
  void anAnswerIsForItsDecisionItsChallengeAndItsTerminalAlone() {
    Question question = asked("stock-count A3 12");
    Question decision = new Question(question.challenge(), "stock-count A3 11");
    assertRefused(approve(FIRST_PIN, "li", decision, answer(decision)));
    Question never = new Question("ACDE-FHJK", "stock-count A3 12");
    assertRefused(approve(FIRST_PIN, "li", never, answer(never)));
    String elsewhere = TelephoneBook.code(secret, "H24-TEST-0008", question);
    assertRefused(approve(FIRST_PIN, "li", question, elsewhere));
  }

  @Test
  void aQuestionIsOldAfterAQuarterOfAnHour() {
    Question question = asked("stock-count A3 12");
    ahead = Duration.ofMinutes(16);
    assertRefused(approve(FIRST_PIN, "li", question, answer(question)));
  }

  @Test
  void wrongAnswersLockLikeWrongPins() {
    Question question = asked("stock-count A3 12");
    for (int left = LockOut.FREE; left >= 0; left--) {
      assertRefused(approve(FIRST_PIN, "li", question, "00000000"));
    }
    Approval locked = approve(FIRST_PIN, "li", question, answer(question));
    assertInstanceOf(
        Entry.LockedOut.class, assertInstanceOf(Approval.NotApproved.class, locked).why());
  }

  @Test
  void theFirstPersonIsThereAndIsAnother() {
    Question question = asked("stock-count A3 12");
    assertRefused(approve("111222", "li", question, answer(question)));
    assertRefused(approve(FIRST_PIN, "wang", question, answer(question)));
    var token = office.register().giveToken(new StaffName("wang"));
    Bytes own = assertInstanceOf(TokenChange.Given.class, token).secret();
    assertEquals(
        new Approval.OnePerson(),
        approve(FIRST_PIN, "wang", question, TelephoneBook.code(own, TERMINAL, question)));
    assertEquals(Optional.empty(), Optional.of(question).filter(book::isOpen));
  }
}
