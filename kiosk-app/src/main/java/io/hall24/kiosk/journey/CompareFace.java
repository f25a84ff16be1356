package io.hall24.kiosk.journey;

import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.ChipPhoto;
import io.hall24.device.DeviceFailure;
import io.hall24.device.Frame;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.identity.Enrolment;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.FacePolicy;
import io.hall24.kiosk.identity.IdentityCheck;
import io.hall24.kiosk.identity.Step;
import io.hall24.kiosk.journey.VisitOutcome.Part;
import io.hall24.kiosk.journey.VisitOutcome.ServiceUnavailable;
import java.time.Duration;
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
  private static final Duration FRAME = Duration.ofSeconds(2);

  private final SupervisedDevice<Camera> camera;
  private final FaceDesk faces;
  private final FacePolicy policy;
  private final RandomGenerator random;

  CompareFace(
      SupervisedDevice<Camera> camera, FaceDesk faces, FacePolicy policy, RandomGenerator random) {
    this.camera = camera;
    this.faces = faces;
    this.policy = policy;
    this.random = random;
  }

  /** How the step ended when it was not broken off: compared, or no usable picture. */
  Step compare(Visit visit, ChipPhoto photo, Dialogue ask) throws InterruptedException {
    return visit
        .timeline()
        .during("compare-face", VisitTimeline.Kind.MACHINE, () -> watch(visit, photo, ask));
  }

  /** The camera was woken when the document was noticed; it may still be opening. */
  private void awaitCamera() throws InterruptedException {
    if (camera.wake() instanceof Attempt.Failed<String>(var failure)) {
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

  private Step watch(Visit visit, ChipPhoto photo, Dialogue ask) throws InterruptedException {
    ask.show(new Moment.LookAtCamera(Optional.empty(), 0));
    awaitCamera();
    var enrolled = enrol(visit, photo);
    try (IdentityCheck check = faces.check(enrolled, policy, random)) {
      var gaze = new Gaze(check, ask);
      Step step = gaze.untilChanged(START);
      while (step instanceof Step.Prompt prompt) {
        ask.show(new Moment.LookAtCamera(Optional.of(prompt.kind()), prompt.progress()));
        Optional<String> movement = movement(prompt.kind());
        step =
            movement.isEmpty()
                ? gaze.untilChanged(prompt)
                : visit
                    .timeline()
                    .during(
                        movement.get(),
                        VisitTimeline.Kind.QUESTION,
                        () -> gaze.untilChanged(prompt));
      }
      if (step instanceof Step.Unavailable) {
        throw new VisitEnd(new ServiceUnavailable(Part.CAMERA));
      }
      return step;
    }
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
    private final Dialogue ask;
    private CompletableFuture<Step> pending = CompletableFuture.completedFuture(START);

    Gaze(IdentityCheck check, Dialogue ask) {
      this.check = check;
      this.ask = ask;
    }

    /**
     * The first step that differs from what is asked already. Nothing is compared while the person
     * is being helped.
     */
    Step untilChanged(Step.Prompt asked) throws InterruptedException {
      while (true) {
        Frame frame = nextFrame();
        ask.mirror(frame);
        if (pending.isDone() && !ask.time().stopped()) {
          Step step = resultOf(pending);
          if (!step.equals(asked)) {
            return step;
          }
          pending = stepBeside(check, inTimeOf(frame));
        }
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

  private Frame nextFrame() throws InterruptedException {
    return switch (camera.call(FRAME, Camera::nextFrame)) {
      case Attempt.Done<Frame>(var frame) -> frame;
      case Attempt.Failed<Frame>(var failure) -> throw unavailable(failure);
    };
  }
}
