package io.hall24.kiosk.identity;

import io.hall24.device.ErasableMemory;
import io.hall24.device.Frame;
import io.hall24.kiosk.identity.face.FaceEngine;
import io.hall24.kiosk.identity.face.FaceTemplate;
import io.hall24.kiosk.identity.face.Sighting;
import io.hall24.kiosk.identity.face.SurfaceCues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;

/**
 * Comparing the person before the camera with the chip photo, frame by frame, and after a match the
 * movements that are asked of them. It never asks the person anything: it says what should be
 * asked.
 */
public final class IdentityCheck implements AutoCloseable {
  private final FaceDesk desk;
  private final FaceTemplate chip;
  private final FaceMatcher matcher;
  private final FacePolicy policy;
  private final RandomGenerator random;
  private final ErasableMemory memory = new ErasableMemory();
  private final AtomicBoolean anotherMovement = new AtomicBoolean();
  private final List<SurfaceCues> cues = new ArrayList<>();
  private Optional<Challenged> challenged = Optional.empty();
  private volatile int failures;

  IdentityCheck(FaceDesk desk, FaceTemplate chip, FacePolicy policy, RandomGenerator random) {
    this.desk = desk;
    this.chip = chip;
    this.matcher = new FaceMatcher(chip, policy);
    this.policy = policy;
    this.random = random;
  }

  /** Somebody whose face matched, and what is asked of them. */
  private record Challenged(Step.Decided matched, ChallengeCourse course) {}

  /** Looks at one more frame; its pixels are copied before anything is done with them. */
  public Step step(Frame frame) throws InterruptedException {
    return desk.<Step>ask(nets -> look(nets, frame), Step.Unavailable::new);
  }

  /**
   * The person cannot make the movement that is asked for: the next frame asks for another one.
   * Nothing when none is asked for.
   */
  public void anotherMovement() {
    anotherMovement.set(true);
  }

  /** How many comparisons did not reach the threshold until now. Callable at any time. */
  public int failures() {
    return failures;
  }

  private Step look(FaceEngine nets, Frame frame) {
    try (ErasableMemory probe = new ErasableMemory()) {
      Sighting sighting = nets.lookAtFrame(frame, policy.gates().rules(), probe);
      if (challenged.isPresent()) {
        return challenge(challenged.get(), sighting, frame.capturedAtNanos());
      }
      Step step =
          matcher.step(
              sighting,
              frame.capturedAtNanos(),
              face -> {
                cues.add(nets.cues(frame, face));
                return nets.liveness(frame, face);
              });
      failures = matcher.failures();
      return compared(withCues(step));
    }
  }

  private Step withCues(Step step) {
    return step instanceof Step.Decided(var comparison, var pad) && !cues.isEmpty()
        ? new Step.Decided(comparison, pad.with(SurfacePolicy.medians(cues)))
        : step;
  }

  private Step compared(Step step) {
    if (step instanceof Step.Decided decided
        && decided.comparison().match()
        && policy.challenges().count() > 0) {
      challenged =
          Optional.of(
              new Challenged(
                  decided,
                  new ChallengeCourse(chip, policy, random, memory, matcher.deadlineNanos())));
      return new Step.Prompt(Step.Prompt.Kind.FACE_FORWARD, 0);
    }
    return step;
  }

  private Step challenge(Challenged person, Sighting sighting, long nanos) {
    if (anotherMovement.getAndSet(false)) {
      person.course.cannot();
    }
    return switch (person.course.step(sighting, nanos)) {
      case ChallengeCourse.Move.Ask(var kind, var progress) -> new Step.Prompt(kind, progress);
      case ChallengeCourse.Move.Over(var result) ->
          new Step.Decided(person.matched.comparison(), person.matched.pad().with(result));
    };
  }

  /** Ends the check and removes what the nets keep of it. */
  @Override
  public void close() {
    // On the nets' own thread, because it may still look at the last frame.
    desk.forget(memory);
  }
}
