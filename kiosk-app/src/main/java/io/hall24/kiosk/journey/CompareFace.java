package io.hall24.kiosk.journey;

import io.hall24.device.Attempt;
import io.hall24.device.ChipPhoto;
import io.hall24.device.DeviceFailure;
import io.hall24.device.Frame;
import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.identity.Enrolment;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.FacePolicy;
import io.hall24.kiosk.identity.IdentityCheck;
import io.hall24.kiosk.identity.Step;
import io.hall24.kiosk.journey.VisitOutcome.Part;
import io.hall24.kiosk.journey.VisitOutcome.ServiceUnavailable;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The step of a visit in which the person stands before the camera. The picture on the screen never
 * waits for the face nets: each frame is shown at once, and the newest one is compared whenever the
 * nets are free.
 */
final class CompareFace {
  private static final Logger LOG = LoggerFactory.getLogger(CompareFace.class);

  private final Cameras cameras;
  private final FaceDesk faces;
  private final RandomGenerator random;

  CompareFace(Cameras cameras, FaceDesk faces, RandomGenerator random) {
    this.cameras = cameras;
    this.faces = faces;
    this.random = random;
  }

  /**
   * How the step ended when it was not broken off: compared, or no usable picture; empty when the
   * person would rather not be compared after all.
   *
   * @param failed is run for every comparison below the threshold, also when the person leaves
   */
  Optional<Step> compare(
      Visit visit, ChipPhoto photo, FacePolicy policy, Runnable failed, Dialogue ask)
      throws InterruptedException {
    return visit
        .timeline()
        .during(
            "compare-face",
            VisitTimeline.Kind.MACHINE,
            () -> watch(visit, photo, policy, failed, ask));
  }

  /** The camera was woken when the document was noticed; it may still be opening. */
  private void awaitCamera() throws InterruptedException {
    if (cameras.wake() instanceof Attempt.Failed<String>(var failure)) {
      throw unavailable(failure);
    }
  }

  private static VisitEnd unavailable(DeviceFailure failure) {
    LOG.warn("camera: {}", failure);
    return new VisitEnd(new ServiceUnavailable(Part.CAMERA));
  }

  private Enrolment.Enrolled enrol(Visit visit, ChipPhoto photo) throws InterruptedException {
    return switch (faces.enrol(photo, visit.memory())) {
      case Enrolment.Enrolled enrolled -> enrolled;
      case Enrolment.Refused _ ->
          throw new VisitEnd(
              new VisitOutcome.DocumentNotAccepted(VisitOutcome.DocumentProblem.NO_PHOTO));
      case Enrolment.Unavailable _ -> throw new VisitEnd(new ServiceUnavailable(Part.CAMERA));
    };
  }

  private Optional<Step> watch(
      Visit visit, ChipPhoto photo, FacePolicy policy, Runnable failed, Dialogue ask)
      throws InterruptedException {
    ask.show(new Moment.LookAtCamera(Optional.empty(), 0, false));
    awaitCamera();
    var enrolled = enrol(visit, photo);
    try (IdentityCheck check = faces.check(enrolled, policy, random)) {
      var gaze = new Gaze(check, failed, ask);
      try {
        return untilOver(visit, gaze, ask);
      } finally {
        gaze.tellFailures();
      }
    }
  }

  private static Optional<Step> untilOver(Visit visit, Gaze gaze, Dialogue ask)
      throws InterruptedException {
    Optional<Step> step = gaze.untilChanged(START);
    boolean fill = false;
    while (step.isPresent() && step.get() instanceof Step.Prompt prompt) {
      fill |= prompt.kind() == Step.Prompt.Kind.TOO_DARK;
      ask.show(new Moment.LookAtCamera(Optional.of(prompt.kind()), prompt.progress(), fill));
      Optional<String> movement = movement(prompt.kind());
      step =
          movement.isEmpty()
              ? gaze.untilChanged(prompt)
              : visit
                  .timeline()
                  .during(
                      movement.get(), VisitTimeline.Kind.QUESTION, () -> gaze.untilChanged(prompt));
    }
    if (step.isPresent() && step.get() instanceof Step.Unavailable) {
      throw new VisitEnd(new ServiceUnavailable(Part.CAMERA));
    }
    return step;
  }

  /** While a movement is asked for, the terminal waits for the person. */
  private static Optional<String> movement(Step.Prompt.Kind kind) {
    return kind == Step.Prompt.Kind.FACE_FORWARD
        ? Optional.of("face-forward")
        : Challenge.askedBy(kind).map(Challenge::code);
  }

  private static final Step.Prompt START = new Step.Prompt(Step.Prompt.Kind.LOOK_STRAIGHT, 0);

  /** Shows every frame and has the newest one compared whenever the nets are free. */
  private final class Gaze {
    private final IdentityCheck check;
    private final Runnable failed;
    private final Dialogue ask;
    private CompletableFuture<Step> pending = CompletableFuture.completedFuture(START);
    private final Cameras.Gaze camera = cameras.gaze();
    private int told;

    Gaze(IdentityCheck check, Runnable failed, Dialogue ask) {
      this.check = check;
      this.failed = failed;
      this.ask = ask;
    }

    /**
     * The first step that differs from what is asked already; empty when the person wants no
     * comparison any more. Nothing is compared while the person is being helped.
     */
    Optional<Step> untilChanged(Step.Prompt asked) throws InterruptedException {
      while (true) {
        Frame frame = nextFrame();
        ask.mirror(frame);
        switch (ask.wish().orElse(null)) {
          case WITHOUT_FACE -> {
            return Optional.empty();
          }
          case ANOTHER_MOVEMENT -> check.anotherMovement();
          case ANOTHER_WAY -> {}
          case null -> {}
        }
        if (pending.isDone() && !ask.time().stopped()) {
          Step step = resultOf(pending);
          tellFailures();
          // Nobody is looked for elsewhere while a movement is under way: who turns is not gone.
          camera.saw(!isUnseen(step) || movement(asked.kind()).isPresent(), ask.time().nanoTime());
          if (!step.equals(asked)) {
            return Optional.of(step);
          }
          pending = stepBeside(check, inTimeOf(frame));
        }
      }
    }

    private Frame nextFrame() throws InterruptedException {
      return switch (camera.nextFrame()) {
        case Attempt.Done<Frame>(var frame) -> frame;
        case Attempt.Failed<Frame>(var failure) -> throw unavailable(failure);
      };
    }

    private static boolean isUnseen(Step step) {
      return step instanceof Step.Prompt(var kind, var _) && kind == Step.Prompt.Kind.NO_FACE;
    }

    /** At once, so that leaving or a power cut saves nobody a failure. */
    void tellFailures() {
      while (told < check.failures()) {
        told++;
        failed.run();
      }
    }

    private Frame inTimeOf(Frame frame) {
      return new Frame(
          frame.sequence(), ask.time().nanoTime(), frame.width(), frame.height(), frame.bgr());
    }
  }

  private static CompletableFuture<Step> stepBeside(IdentityCheck check, Frame frame) {
    var result = new CompletableFuture<Step>();
    Thread.ofVirtual()
        .name("compare-face")
        .start(() -> {
          try {
            result.complete(check.step(frame));
          } catch (InterruptedException | RuntimeException failed) {
            result.completeExceptionally(failed);
          }
        });
    return result;
  }

  private static Step resultOf(CompletableFuture<Step> done) throws InterruptedException {
    try {
      return done.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("face comparison", failed.getCause());
    }
  }
}
