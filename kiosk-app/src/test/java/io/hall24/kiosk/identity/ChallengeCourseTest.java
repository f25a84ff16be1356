package io.hall24.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.ErasableMemory;
import io.hall24.kiosk.identity.ChallengeCourse.Move;
import io.hall24.kiosk.identity.PadResult.Active;
import io.hall24.kiosk.identity.PadResult.Active.Why;
import io.hall24.kiosk.identity.Step.Prompt.Kind;
import io.hall24.kiosk.identity.face.Box;
import io.hall24.kiosk.identity.face.FaceMeasures;
import io.hall24.kiosk.identity.face.Point;
import io.hall24.kiosk.identity.face.Sighting;
import io.hall24.kiosk.identity.face.Templates;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Measures stand for frames: what is decided by them, and by the clock, and by chance. */
class ChallengeCourseTest {
  private static final long FRAME = 40_000_000L;
  private static final double SAME = 0.8;
  private static final double OTHER = -0.6;

  /** Nobody's nose is in the middle: this one's is off by so much. */
  private static final double OWN_YAW = 0.08;

  private final ErasableMemory memory = new ErasableMemory();
  private long now = 7_000_000_000L;
  private ChallengeCourse course = course(1, ChallengePolicy.standard());

  @AfterEach
  void erase() {
    memory.close();
  }

  private ChallengeCourse course(long seed, ChallengePolicy rules) {
    FacePolicy usual = FacePolicy.standard();
    return new ChallengeCourse(
        Templates.scoring(1, memory),
        new FacePolicy(
            usual.threshold(),
            usual.attempts(),
            usual.framesPerAttempt(),
            usual.betweenAttempts(),
            usual.limit(),
            usual.gates(),
            rules),
        new SplittableRandom(seed),
        memory,
        now + Duration.ofSeconds(60).toNanos());
  }

  @Test
  void whoDoesWhatIsAskedPasses() {
    for (long seed = 0; seed < 50; seed++) {
      course = course(seed, ChallengePolicy.standard());
      var passed = assertInstanceOf(Active.Passed.class, obey());
      assertEquals(3, Set.copyOf(passed.done()).size(), "three different movements");
      assertEquals(0, passed.exchanged());
      assertTrue(
          passed.done().contains(Challenge.TURN_LEFT)
              || passed.done().contains(Challenge.TURN_RIGHT),
          "a flat picture cannot turn its head");
    }
  }

  @Test
  void orderIsDrawnByChance() {
    Set<List<Challenge>> orders = new HashSet<>();
    for (long seed = 0; seed < 400; seed++) {
      course = course(seed, ChallengePolicy.standard());
      orders.add(assertInstanceOf(Active.Passed.class, obey()).done());
    }
    assertEquals(24, orders.size(), "every order of three out of four");
  }

  @Test
  void stillFaceIsAskedForOthersAndThenLedElsewhere() {
    Set<Kind> asked = EnumSet.noneOf(Kind.class);
    Move move = frame(calm());
    while (move instanceof Move.Ask(var kind, var _)) {
      asked.add(kind);
      move = frame(calm());
    }
    assertEquals(new Move.Over(new Active.NotPassed(Why.NOT_DONE, List.of())), move);
    assertEquals(3, asked.stream().filter(k -> Challenge.askedBy(k).isPresent()).count());
  }

  @Test
  void oneThatCannotBeMadeIsExchanged() {
    Set<Challenge> possible = EnumSet.of(Challenge.BLINK, Challenge.OPEN_MOUTH);
    for (long seed = 0; seed < 20; seed++) {
      course = course(seed, ChallengePolicy.standard());
      Move move = frame(calm());
      while (move instanceof Move.Ask(var kind, var _)) {
        Optional<Challenge> asked = Challenge.askedBy(kind).filter(possible::contains);
        move = asked.map(this::perform).orElseGet(() -> frame(calm()));
      }
      var passed =
          assertInstanceOf(Active.Passed.class, assertInstanceOf(Move.Over.class, move).result());
      assertEquals(3, passed.done().size(), "a stiff neck is no obstacle");
      assertTrue(passed.exchanged() <= 2);
    }
  }

  @Test
  void oneThatThePersonSaysTheyCannotMakeIsExchangedAtOnce() {
    for (long seed = 0; seed < 20; seed++) {
      course = course(seed, ChallengePolicy.standard());
      course.cannot();
      Kind first = untilAsked();
      long asked = now;
      course.cannot();
      Kind second = untilAsked();
      assertTrue(now - asked < ChallengePolicy.standard().each().toNanos());
      assertNotEquals(first, second);
      Move move = perform(Challenge.askedBy(second).orElseThrow());
      while (move instanceof Move.Ask(var kind, var _)) {
        assertNotEquals(first, kind, "it is not asked for again");
        move = Challenge.askedBy(kind).map(this::perform).orElseGet(() -> frame(calm()));
      }
      var passed =
          assertInstanceOf(Active.Passed.class, assertInstanceOf(Move.Over.class, move).result());
      assertEquals(1, passed.exchanged());
    }
  }

  @Test
  void whoCannotMakeAnyOfThemIsLedElsewhere() {
    int asked = 0;
    Move move = frame(calm());
    while (move instanceof Move.Ask(var kind, var _)) {
      if (Challenge.askedBy(kind).isPresent()) {
        asked++;
        course.cannot();
      }
      move = frame(calm());
    }
    assertEquals(new Move.Over(new Active.NotPassed(Why.NOT_DONE, List.of())), move);
    assertEquals(3, asked);
  }

  @Test
  void whoseEyesAlwaysLookClosedPassesWithoutBlinking() {
    for (long seed = 0; seed < 20; seed++) {
      course = course(seed, ChallengePolicy.standard());
      Move move = frame(narrow(OWN_YAW, 0.1));
      while (move instanceof Move.Ask(var kind, var _)) {
        assertNotEquals(Kind.BLINK, kind);
        Optional<Challenge> asked = Challenge.askedBy(kind);
        for (int pause = 0; asked.isPresent() && pause < 10; pause++) {
          frame(narrow(OWN_YAW, 0.1));
        }
        move =
            switch (asked.orElse(Challenge.BLINK)) {
              case TURN_LEFT -> frame(narrow(OWN_YAW + 0.25, 0.1));
              case TURN_RIGHT -> frame(narrow(OWN_YAW - 0.25, 0.1));
              case OPEN_MOUTH -> frame(narrow(OWN_YAW, 0.5));
              case BLINK -> frame(narrow(OWN_YAW, 0.1));
            };
        if (asked.isPresent() && move instanceof Move.Ask) {
          move =
              switch (asked.get()) {
                case TURN_LEFT -> frame(narrow(OWN_YAW + 0.25, 0.1));
                case TURN_RIGHT -> frame(narrow(OWN_YAW - 0.25, 0.1));
                case OPEN_MOUTH -> frame(narrow(OWN_YAW, 0.5));
                case BLINK -> move;
              };
        }
      }
      var passed =
          assertInstanceOf(Active.Passed.class, assertInstanceOf(Move.Over.class, move).result());
      assertEquals(3, passed.done().size());
    }
  }

  private static FaceMeasures narrow(double yaw, double mouthOpening) {
    return face(yaw, 0.97, 0.18, mouthOpening);
  }

  @Test
  void eachMovementHasItsTime() {
    Kind first = untilAsked();
    now += ChallengePolicy.standard().each().toNanos();
    assertEquals(Kind.FACE_FORWARD, assertInstanceOf(Move.Ask.class, frame(calm())).kind());
    assertNotEquals(first, untilAsked());
  }

  @Test
  void wholeCheckHasItsTime() {
    untilAsked();
    now += Duration.ofSeconds(61).toNanos();
    assertEquals(new Move.Over(new Active.NotPassed(Why.OUT_OF_TIME, List.of())), frame(calm()));
  }

  @Test
  void anotherPersonsMovementsAreNotTheMatchedPersons() {
    untilAsked();
    Move move = frame(calm(), OTHER);
    int frames = 1;
    while (move instanceof Move.Ask(var kind, var progress)) {
      assertEquals(0, progress);
      move = frame(shown(Challenge.askedBy(kind).orElseThrow()), OTHER);
      frames++;
    }
    assertEquals(new Move.Over(new Active.NotPassed(Why.OTHER_FACE, List.of())), move);
    assertTrue(frames < 12, "found out within half a second");
  }

  @Test
  void strangerWhoStepsInForTheMovementOnlyGainsNothing() {
    Kind asked = untilAsked();
    waitToReact();
    Challenge challenge = Challenge.askedBy(asked).orElseThrow();
    for (int i = 0; i < 4; i++) {
      frame(shown(challenge), OTHER);
    }
    Move after = frame(calm());
    assertEquals(new Move.Ask(asked, 0), after);
  }

  @Test
  void anotherMovementEndsIt() {
    Challenge asked = Challenge.askedBy(untilAsked()).orElseThrow();
    waitToReact();
    Challenge other = asked == Challenge.OPEN_MOUTH ? Challenge.TURN_LEFT : Challenge.OPEN_MOUTH;
    assertEquals(
        new Move.Over(new Active.NotPassed(Why.WRONG_MOVEMENT, List.of())), perform(other));
  }

  @Test
  void whoMixesUpLeftAndRightOnceMayGoOn() {
    ChallengePolicy turns =
        ChallengePolicy.standard().asking(2, EnumSet.of(Challenge.TURN_LEFT, Challenge.TURN_RIGHT));
    course = course(1, turns);
    untilAsked();
    Challenge first = Challenge.askedBy(untilAsked()).orElseThrow();
    Move move = perform(opposite(first));
    assertEquals(Kind.FACE_FORWARD, asking(move));
    Challenge second = Challenge.askedBy(untilAsked()).orElseThrow();
    assertEquals(
        new Move.Over(new Active.NotPassed(Why.WRONG_MOVEMENT, List.of())),
        perform(opposite(second)));
  }

  private static Challenge opposite(Challenge asked) {
    return asked == Challenge.TURN_LEFT ? Challenge.TURN_RIGHT : Challenge.TURN_LEFT;
  }

  @Test
  void movementThatBeganBeforeItWasAskedForDoesNotCount() {
    Challenge asked = Challenge.askedBy(untilAsked()).orElseThrow();
    for (int i = 0; i < 40; i++) {
      Move held = frame(shown(asked));
      assertEquals(new Move.Ask(asked.prompt(), 0), held, "no calm face since it was asked for");
    }
  }

  @Test
  void photographOfClosedEyesDoesNotBlink() {
    course = course(3, ChallengePolicy.standard().asking(1, EnumSet.allOf(Challenge.class)));
    while (untilAsked() != Kind.BLINK) {
      course = course(now, ChallengePolicy.standard().asking(1, EnumSet.allOf(Challenge.class)));
    }
    waitToReact();
    for (int i = 0; i < 40; i++) {
      assertEquals(new Move.Ask(Kind.BLINK, 0), frame(shown(Challenge.BLINK)));
    }
    assertInstanceOf(Move.Over.class, frame(calm()), "the eyes are open again");
  }

  @Test
  void faceThatIsLostForAMomentBeginsTheMovementAgain() {
    Challenge asked = Challenge.askedBy(untilAsked()).orElseThrow();
    waitToReact();
    frame(shown(asked));
    assertEquals(new Move.Ask(asked.prompt(), 0), step(new Sighting.NoFace()));
    for (int i = 0; i < 10; i++) {
      assertEquals(new Move.Ask(asked.prompt(), 0), frame(shown(asked)));
    }
    assertEquals(Kind.SEVERAL_FACES, asking(step(new Sighting.SeveralFaces(2))));
  }

  /**
   * A recording of the right person that makes all movements one after the other, whatever is
   * asked: only chance is against it. The share is documented in docs/biometrics.md.
   */
  @Test
  void recordingOfAllMovementsPassesOnlyByChance() {
    int passed = 0;
    int visits = 2000;
    Random phases = new Random(11);
    for (int visit = 0; visit < visits; visit++) {
      course = course(1000 + visit, ChallengePolicy.standard());
      passed += replayed(phases) instanceof Active.Passed ? 1 : 0;
    }
    double share = (double) passed / visits;
    assertTrue(share > 0 && share < 0.1, "passed " + share);
  }

  private Active replayed(Random phases) {
    List<Challenge> loop = List.of(Challenge.values());
    int at = phases.nextInt(loop.size());
    while (true) {
      for (int i = 0; i < 12; i++) {
        if (frame(calm()) instanceof Move.Over(var result)) {
          return result;
        }
      }
      for (int i = 0; i < 8; i++) {
        if (frame(shown(loop.get(at))) instanceof Move.Over(var result)) {
          return result;
        }
      }
      at = (at + 1) % loop.size();
    }
  }

  private Active obey() {
    Move move = frame(calm());
    while (move instanceof Move.Ask(var kind, var _)) {
      move = Challenge.askedBy(kind).map(this::perform).orElseGet(() -> frame(calm()));
    }
    return assertInstanceOf(Move.Over.class, move).result();
  }

  private Move perform(Challenge challenge) {
    waitToReact();
    Move move = frame(calm());
    for (int i = 0; i < 4 && move instanceof Move.Ask; i++) {
      move = frame(shown(challenge));
    }
    return move instanceof Move.Ask ? frame(calm()) : move;
  }

  private void waitToReact() {
    for (int i = 0; i < 8; i++) {
      frame(calm());
    }
  }

  private Kind untilAsked() {
    Move move = frame(calm());
    while (Challenge.askedBy(asking(move)).isEmpty()) {
      move = frame(calm());
    }
    return asking(move);
  }

  private static Kind asking(Move move) {
    return assertInstanceOf(Move.Ask.class, move).kind();
  }

  private Move frame(FaceMeasures face) {
    return frame(face, SAME);
  }

  private Move frame(FaceMeasures face, double score) {
    return step(new Sighting.FaceFound(face, template(score)));
  }

  /** Alike to the chip photo and to the calm face, or to neither. */
  private io.hall24.kiosk.identity.face.FaceTemplate template(double score) {
    return Templates.scoring(score, memory);
  }

  private Move step(Sighting sighting) {
    now += FRAME;
    return course.step(sighting, now);
  }

  private static FaceMeasures calm() {
    return face(OWN_YAW, 0.05, 0.3, 0.1);
  }

  private static FaceMeasures shown(Challenge challenge) {
    return switch (challenge) {
      case TURN_LEFT -> face(OWN_YAW + 0.25, 0.9, 0.3, 0.1);
      case TURN_RIGHT -> face(OWN_YAW - 0.25, 0.9, 0.3, 0.1);
      case BLINK -> face(OWN_YAW, 0.98, 0.2, 0.1);
      case OPEN_MOUTH -> face(OWN_YAW, 0.05, 0.3, 0.5);
    };
  }

  private static FaceMeasures face(
      double yaw, double closed, double eyeOpening, double mouthOpening) {
    return new FaceMeasures(
        new Box(200, 100, 350, 300),
        0.99,
        new Point(250, 200),
        new Point(320, 200),
        640,
        480,
        yaw,
        0,
        90,
        30,
        100,
        closed,
        eyeOpening,
        mouthOpening);
  }
}
