package io.hall24.kiosk.identity;

import io.hall24.kiosk.identity.Step.Prompt.Kind;
import io.hall24.kiosk.identity.face.FaceMeasures;
import io.hall24.kiosk.identity.face.FaceTemplate;
import io.hall24.kiosk.identity.face.Sighting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The rule by which frames become a decision. An attempt gathers usable frames and compares only
 * the best of them, best by quality and not by score, so that looking longer does not make an
 * impostor likelier to pass. The first match ends the check; so do the last attempt and the time
 * limit.
 */
public final class FaceMatcher {
  private static final Duration EYES_ADVICE = Duration.ofSeconds(3);

  private final FaceTemplate chip;
  private final FacePolicy policy;
  private final List<Double> liveness = new ArrayList<>();
  private Optional<Candidate> best = Optional.empty();
  private Optional<FaceMeasures> previous = Optional.empty();
  private Optional<Long> firstNanos = Optional.empty();
  private Optional<Long> closedSince = Optional.empty();
  private int usableFrames;
  private int attempts;
  private double bestScore = -1;
  private long notBeforeNanos = Long.MIN_VALUE;
  private boolean over;

  /**
   * A check of one person.
   *
   * @param chip the chip photo's template
   */
  public FaceMatcher(FaceTemplate chip, FacePolicy policy) {
    this.chip = chip;
    this.policy = policy;
  }

  private record Candidate(double quality, double score) {}

  /**
   * Takes in what one frame shows.
   *
   * @param capturedAtNanos monotonic time of the frame
   * @param passiveLiveness asked only about usable frames
   * @throws IllegalStateException after the check is over
   */
  public Step step(
      Sighting sighting, long capturedAtNanos, ToDoubleFunction<FaceMeasures> passiveLiveness) {
    if (over) {
      throw new IllegalStateException("the check is over");
    }
    long first = firstNanos.orElse(capturedAtNanos);
    firstNanos = Optional.of(first);
    Step step = judge(sighting, capturedAtNanos, passiveLiveness);
    if (step instanceof Step.Prompt(var kind, var progress)
        && capturedAtNanos - first > policy.limit().toNanos()) {
      step = attempts > 0 ? decided() : new Step.GaveUp(kind);
    }
    over = !(step instanceof Step.Prompt);
    return step;
  }

  /** Monotonic time at which the whole check ends. */
  long deadlineNanos() {
    return firstNanos.orElseThrow() + policy.limit().toNanos();
  }

  /** How many comparisons did not reach the threshold until now. */
  int failures() {
    return bestScore >= policy.threshold() ? attempts - 1 : attempts;
  }

  private Step judge(Sighting sighting, long nanos, ToDoubleFunction<FaceMeasures> liveness) {
    return switch (sighting) {
      case Sighting.NoFace() -> prompt(Kind.NO_FACE);
      case Sighting.NoPicture(var fault) -> prompt(Kind.NO_FACE);
      case Sighting.SeveralFaces(var count) -> prompt(Kind.SEVERAL_FACES);
      case Sighting.TooSmall(var distance) -> prompt(Kind.MOVE_CLOSER);
      case Sighting.FaceFound found -> judgeFace(found, nanos, liveness);
    };
  }

  private Step judgeFace(
      Sighting.FaceFound found, long nanos, ToDoubleFunction<FaceMeasures> passiveLiveness) {
    FaceMeasures face = found.measures();
    Optional<Kind> complaint = complaint(face);
    previous = Optional.of(face);
    if (complaint.isPresent()) {
      return prompt(complaint.get());
    }
    if (adviseOpenEyes(face, nanos)) {
      return prompt(Kind.LOOK_STRAIGHT);
    }
    if (nanos < notBeforeNanos) {
      return prompt(Kind.LOOK_STRAIGHT);
    }
    liveness.add(passiveLiveness.applyAsDouble(face));
    usableFrames++;
    double quality = quality(face);
    if (best.isEmpty() || best.get().quality < quality) {
      best = Optional.of(new Candidate(quality, chip.scoreAgainst(found.template())));
    }
    return usableFrames < policy.framesPerAttempt() ? prompt(Kind.HOLD_STILL) : endAttempt(nanos);
  }

  private Optional<Kind> complaint(FaceMeasures face) {
    FacePolicy.Gates gates = policy.gates();
    if (face.brightness() < gates.minBrightness() || face.contrast() < gates.minContrast()) {
      return Optional.of(Kind.TOO_DARK);
    }
    if (Math.abs(face.yaw()) > gates.maxYaw()
        || Math.abs(face.rollDegrees()) > gates.maxRollDegrees()) {
      return Optional.of(Kind.LOOK_STRAIGHT);
    }
    boolean moved = previous.filter(before -> shift(before, face) > gates.maxShift()).isPresent();
    return moved || face.sharpness() < gates.minSharpness()
        ? Optional.of(Kind.HOLD_STILL)
        : Optional.empty();
  }

  /**
   * Closed eyes are advice and never a refusal: narrow eyes look closed to the net, and some people
   * cannot open theirs. After the advice the frames count as they are.
   */
  private boolean adviseOpenEyes(FaceMeasures face, long nanos) {
    if (face.bothClosed() <= policy.gates().maxBothClosed()) {
      return false;
    }
    long since = closedSince.orElse(nanos);
    closedSince = Optional.of(since);
    return nanos - since < EYES_ADVICE.toNanos();
  }

  private static double shift(FaceMeasures before, FaceMeasures now) {
    double eyes =
        (before.leftEye().distanceTo(now.leftEye()) + before.rightEye().distanceTo(now.rightEye()))
            / 2;
    return eyes / now.eyeDistance();
  }

  /** Large, frontal and sharp is good; beyond what the embedding net can use nothing is gained. */
  private static double quality(FaceMeasures face) {
    double size = Math.min(1, face.eyeDistance() / 70);
    double frontal = 1 - Math.min(1, Math.abs(face.yaw()) * 2);
    double sharp = Math.min(1, face.sharpness() / 100);
    return face.detection() * size * frontal * (0.5 + 0.5 * sharp) * (1 - 0.5 * face.bothClosed());
  }

  private Step endAttempt(long nanos) {
    attempts++;
    bestScore = Math.max(bestScore, best.orElseThrow().score);
    best = Optional.empty();
    usableFrames = 0;
    if (bestScore >= policy.threshold() || attempts == policy.attempts()) {
      return decided();
    }
    notBeforeNanos = nanos + policy.betweenAttempts().toNanos();
    return prompt(Kind.LOOK_STRAIGHT);
  }

  private Step.Decided decided() {
    return new Step.Decided(
        new FaceComparison(bestScore, policy.threshold(), chip.algorithm(), attempts), pad());
  }

  private PadResult pad() {
    List<Double> sorted = liveness.stream().sorted().toList();
    return new PadResult(
        Optional.of(new PadResult.Passive(sorted.get(sorted.size() / 2), sorted.size())),
        new PadResult.Active.NotAsked("no challenge"));
  }

  private Step.Prompt prompt(Kind kind) {
    return new Step.Prompt(kind, (double) usableFrames / policy.framesPerAttempt());
  }
}
