package io.hall24.kiosk.identity;

import io.hall24.device.ErasableMemory;
import io.hall24.kiosk.identity.PadResult.Active;
import io.hall24.kiosk.identity.PadResult.Active.Why;
import io.hall24.kiosk.identity.Step.Prompt.Kind;
import io.hall24.kiosk.identity.face.FaceMeasures;
import io.hall24.kiosk.identity.face.FaceTemplate;
import io.hall24.kiosk.identity.face.Sighting;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * The active challenge: movements in random order, each within its time, by the face that was
 * compared. Between two movements the face must be calm. A movement that is not made in time is
 * exchanged for another. Every frame that counts must show the person of the chip photo, so that a
 * photograph cannot be compared and another person move.
 */
final class ChallengeCourse {
  /** Score from which a moving head is that of the person before; the movements rest on it. */
  private static final double TURNED = 0.45;

  private static final int CALM_FRAMES = 2;
  private static final int HELD_FRAMES = 2;
  private static final int WRONG_FRAMES = 3;
  private static final int STRANGERS = 8;

  /** Eyes that look closed for so long are that person's eyes. */
  private static final int CLOSED_FRAMES = 12;

  private final FaceTemplate chip;
  private final FacePolicy policy;
  private final ChallengePolicy rules;
  private final RandomGenerator random;
  private final ErasableMemory memory;
  private final long deadlineNanos;

  private final List<FaceMeasures> calmRun = new ArrayList<>();
  private final List<Challenge> done = new ArrayList<>();
  private final Set<Challenge> notMade = EnumSet.noneOf(Challenge.class);
  private Optional<CalmFace> calm = Optional.empty();
  private Optional<FaceTemplate> calmTemplate = Optional.empty();
  private Optional<MovementWatch> asked = Optional.empty();
  private Optional<Challenge> last = Optional.empty();
  private int exchanged;
  private int mistakes;
  private int strangers;
  private int closedFrames;
  private boolean refused;

  /**
   * A challenge for the person whose face was just compared.
   *
   * @param chip the chip photo's template
   * @param random must be unpredictable where attackers are
   * @param memory takes the template of the calm face
   * @param deadlineNanos monotonic time at which the whole check ends
   */
  ChallengeCourse(
      FaceTemplate chip,
      FacePolicy policy,
      RandomGenerator random,
      ErasableMemory memory,
      long deadlineNanos) {
    this.chip = chip;
    this.policy = policy;
    this.rules = policy.challenges();
    this.random = random;
    this.memory = memory;
    this.deadlineNanos = deadlineNanos;
  }

  /** What one more frame led to. */
  sealed interface Move {
    /** Go on, and ask this of the person. */
    record Ask(Kind kind, double progress) implements Move {}

    /** Over. */
    record Over(Active result) implements Move {}
  }

  /** The person says that they cannot make what is asked for; it is exchanged at the next frame. */
  void cannot() {
    refused = asked.isPresent();
  }

  Move step(Sighting sighting, long nanos) {
    if (nanos > deadlineNanos) {
      return failed(Why.OUT_OF_TIME);
    }
    if (refused) {
      refused = false;
      return exchange();
    }
    if (asked.isPresent() && nanos - asked.get().sinceNanos() > rules.each().toNanos()) {
      return exchange();
    }
    return switch (sighting) {
      case Sighting.FaceFound(var face, var template) -> judge(face, template, nanos);
      case Sighting.NoFace(), Sighting.NoPicture(var _) -> unseen(Kind.NO_FACE);
      case Sighting.SeveralFaces(var _) -> unseen(Kind.SEVERAL_FACES);
      case Sighting.TooSmall(var _) -> unseen(Kind.MOVE_CLOSER);
    };
  }

  /** A movement counts only when the face was seen all the while. */
  private Move unseen(Kind guidance) {
    forgetMovement();
    return ask(asked.isPresent() && guidance == Kind.NO_FACE ? currentPrompt() : guidance);
  }

  private void forgetMovement() {
    calmRun.clear();
    asked.ifPresent(MovementWatch::startOver);
  }

  private Move judge(FaceMeasures face, FaceTemplate template, long nanos) {
    if (calmTemplate.orElse(chip).scoreAgainst(template) < sameFace()) {
      forgetMovement();
      return ++strangers > STRANGERS ? failed(Why.OTHER_FACE) : ask(currentPrompt());
    }
    return asked.isPresent() ? watch(asked.get(), face, nanos) : settle(face, template, nanos);
  }

  /** Whoever was compared already: a turned head is less like the straight one than a face is. */
  private double sameFace() {
    return Math.min(policy.threshold(), TURNED);
  }

  private Move settle(FaceMeasures face, FaceTemplate template, long nanos) {
    if (!isCalm(face)) {
      calmRun.clear();
      return ask(Kind.FACE_FORWARD);
    }
    calmRun.add(face);
    if (calmRun.size() < CALM_FRAMES) {
      return ask(Kind.FACE_FORWARD);
    }
    if (calm.isEmpty()) {
      CalmFace known = CalmFace.of(calmRun, rules.signs());
      calm = Optional.of(known);
      if (!known.eyesReadable()) {
        notMade.add(Challenge.BLINK);
      }
      calmTemplate = Optional.of(template.copiedTo(memory));
    }
    calmRun.clear();
    return next(calm.get(), nanos);
  }

  private boolean isCalm(FaceMeasures face) {
    return calm.map(known -> known.isCalm(face, rules.signs()))
        .orElseGet(() ->
            Math.abs(face.yaw()) <= policy.gates().maxYaw()
                && (face.bothClosed() < rules.signs().open() || ++closedFrames > CLOSED_FRAMES));
  }

  private Move next(CalmFace known, long nanos) {
    Optional<Challenge> chosen = choose();
    if (chosen.isEmpty()) {
      return failed(Why.NOT_DONE);
    }
    asked = Optional.of(new MovementWatch(chosen.get(), known, rules, nanos));
    last = chosen;
    return ask(currentPrompt());
  }

  /** Not one that was not made, nor the same again; one that was not asked yet where possible. */
  private Optional<Challenge> choose() {
    List<Challenge> possible =
        rules.offered().stream()
            .sorted()
            .filter(challenge -> !notMade.contains(challenge))
            .filter(challenge -> last.filter(challenge::equals).isEmpty())
            .toList();
    List<Challenge> fresh = possible.stream().filter(c -> !done.contains(c)).toList();
    List<Challenge> from = fresh.isEmpty() ? possible : fresh;
    return from.isEmpty() ? Optional.empty() : Optional.of(from.get(random.nextInt(from.size())));
  }

  private Move watch(MovementWatch watch, FaceMeasures face, long nanos) {
    return switch (watch.see(face, nanos)) {
      case WAITING -> ask(currentPrompt());
      case MADE -> {
        done.add(watch.challenge());
        asked = Optional.empty();
        yield done.size() == rules.count()
            ? new Move.Over(new Active.Passed(done, exchanged))
            : ask(Kind.FACE_FORWARD);
      }
      case OTHER_SIDE -> {
        asked = Optional.empty();
        yield ++mistakes > rules.mistakes() ? failed(Why.WRONG_MOVEMENT) : ask(Kind.FACE_FORWARD);
      }
      case WRONG -> failed(Why.WRONG_MOVEMENT);
    };
  }

  private Move exchange() {
    asked.map(MovementWatch::challenge).ifPresent(notMade::add);
    asked = Optional.empty();
    return ++exchanged > rules.exchanges() ? failed(Why.NOT_DONE) : ask(Kind.FACE_FORWARD);
  }

  private Kind currentPrompt() {
    return asked.map(watch -> watch.challenge().prompt()).orElse(Kind.FACE_FORWARD);
  }

  private Move ask(Kind kind) {
    return new Move.Ask(kind, (double) done.size() / rules.count());
  }

  private Move failed(Why why) {
    return new Move.Over(new Active.NotPassed(why, done));
  }

  /** Watches for one movement, from a calm face to the movement's end. */
  private static final class MovementWatch {
    private final Challenge challenge;
    private final CalmFace calm;
    private final ChallengePolicy rules;
    private final long sinceNanos;
    private boolean started;
    private int held;
    private int wrong;

    MovementWatch(Challenge challenge, CalmFace calm, ChallengePolicy rules, long sinceNanos) {
      this.challenge = challenge;
      this.calm = calm;
      this.rules = rules;
      this.sinceNanos = sinceNanos;
    }

    enum Seen {
      WAITING,
      MADE,
      /** People mix up left and right. */
      OTHER_SIDE,
      WRONG
    }

    Challenge challenge() {
      return challenge;
    }

    long sinceNanos() {
      return sinceNanos;
    }

    void startOver() {
      started = false;
      held = 0;
    }

    Seen see(FaceMeasures face, long nanos) {
      Set<Challenge> movements = calm.movements(face, rules.signs());
      boolean nothing = calm.isCalm(face, rules.signs());
      if (!started) {
        // What began before anybody could have reacted is no answer.
        started = nothing && nanos - sinceNanos >= rules.reaction().toNanos();
      } else if (movements.contains(challenge)) {
        wrong = 0;
        held++;
        return challenge != Challenge.BLINK && held >= HELD_FRAMES ? Seen.MADE : Seen.WAITING;
      } else if (challenge == Challenge.BLINK && held > 0) {
        // A blink is made when the eyes are open again; a photograph of closed eyes stays closed.
        return nothing ? Seen.MADE : Seen.WAITING;
      } else {
        held = 0;
      }
      return judgeOthers(movements);
    }

    /** Everybody blinks, and a turned head looks like it: that is never wrong. */
    private Seen judgeOthers(Set<Challenge> movements) {
      Set<Challenge> others = EnumSet.noneOf(Challenge.class);
      others.addAll(movements);
      others.remove(Challenge.BLINK);
      wrong = others.isEmpty() || movements.contains(challenge) ? 0 : wrong + 1;
      if (wrong < WRONG_FRAMES) {
        return Seen.WAITING;
      }
      return opposite().filter(side -> others.equals(Set.of(side))).isPresent()
          ? Seen.OTHER_SIDE
          : Seen.WRONG;
    }

    private Optional<Challenge> opposite() {
      return switch (challenge) {
        case TURN_LEFT -> Optional.of(Challenge.TURN_RIGHT);
        case TURN_RIGHT -> Optional.of(Challenge.TURN_LEFT);
        case BLINK, OPEN_MOUTH -> Optional.empty();
      };
    }
  }
}
