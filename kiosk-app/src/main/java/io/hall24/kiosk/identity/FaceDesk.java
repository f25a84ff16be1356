package io.hall24.kiosk.identity;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import io.hall24.device.supervision.DeviceThread;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.identity.face.FaceEngine;
import io.hall24.kiosk.identity.face.FaceModels;
import io.hall24.kiosk.identity.face.PictureFault;
import io.hall24.kiosk.identity.face.Sighting;
import io.hall24.kiosk.identity.face.SightingRules;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where faces are compared: the face nets on their own thread. Callable from any thread, virtual
 * ones too.
 */
public final class FaceDesk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FaceDesk.class);
  private static final Duration OPENING = Duration.ofSeconds(60);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final long GRACE_MILLIS = 0;

  private final DeviceThread thread;
  private final FaceEngine engine;
  private final HallClock clock;
  private final AtomicBoolean closed = new AtomicBoolean();

  private FaceDesk(DeviceThread thread, FaceEngine engine, HallClock clock) {
    this.thread = thread;
    this.engine = engine;
    this.clock = clock;
  }

  /** What came of opening the desk. */
  public sealed interface Opening {
    /** It is open and warm: the first citizen waits no longer than the second. */
    record Opened(FaceDesk desk) implements Opening {}

    /** It stays closed. The detail is for a technician. */
    record Failed(String detail) implements Opening {}
  }

  /** Loads the nets on a thread of their own and runs each once. */
  public static Opening open(FaceModels models, HallClock clock) throws InterruptedException {
    DeviceThread thread = new DeviceThread("face-nets");
    Optional<Opening> opening =
        thread.ask(
            Patience.of(OPENING, clock), GRACE_MILLIS, patience -> load(models, thread, clock));
    if (opening.isPresent() && opening.get() instanceof Opening.Opened) {
      return opening.get();
    }
    thread.close();
    return opening.orElse(new Opening.Failed("the face nets did not load in " + OPENING));
  }

  private static Opening load(FaceModels models, DeviceThread thread, HallClock clock) {
    try {
      FaceEngine engine = new FaceEngine(models);
      engine.forget();
      return new Opening.Opened(new FaceDesk(thread, engine, clock));
    } catch (RuntimeException | LinkageError failed) {
      return new Opening.Failed("the face nets do not load: " + failed);
    }
  }

  /**
   * Makes a template of the chip photo.
   *
   * @param memory takes the template, for as long as the visit lasts
   */
  public Enrolment enrol(ChipPhoto photo, ErasableMemory memory) throws InterruptedException {
    return this.<Enrolment>ask(
        nets -> enrolment(nets.lookAtPicture(photo.bytes(), SightingRules.STILL, memory)),
        Enrolment.Unavailable::new);
  }

  private static Enrolment enrolment(Sighting sighting) {
    return switch (sighting) {
      case Sighting.FaceFound(var measures, var template) ->
          new Enrolment.Enrolled(template, measures);
      case Sighting.NoFace() -> new Enrolment.Refused(PictureFault.NO_FACE);
      case Sighting.SeveralFaces(var count) -> new Enrolment.Refused(PictureFault.SEVERAL_FACES);
      case Sighting.TooSmall(var distance) -> new Enrolment.Refused(PictureFault.FACE_TOO_SMALL);
      case Sighting.NoPicture(var fault) -> new Enrolment.Refused(fault);
    };
  }

  /**
   * Begins to compare one person with an enrolled face.
   *
   * @param random decides which movements are asked for; unpredictable where attackers are
   */
  public IdentityCheck check(
      Enrolment.Enrolled enrolled, FacePolicy policy, RandomGenerator random) {
    return new IdentityCheck(this, enrolled.template(), policy, random);
  }

  /** Asks the nets on their thread. */
  <T> T ask(Function<FaceEngine, T> question, Function<String, T> unavailable)
      throws InterruptedException {
    try {
      return thread
          .ask(Patience.of(ANSWER, clock), GRACE_MILLIS, patience -> question.apply(engine))
          .orElseGet(() -> unavailable.apply("no answer from the face nets in " + ANSWER));
    } catch (RejectedExecutionException closedOrFull) {
      return unavailable.apply("the face nets take no questions");
    }
  }

  /** Removes what the nets and this memory keep of the last face; returns at once. */
  void forget(ErasableMemory memory) {
    boolean taken =
        leave(nets -> {
          memory.close();
          nets.forget();
        });
    if (!taken) {
      memory.close();
    }
  }

  private boolean leave(Consumer<FaceEngine> work) {
    try {
      var _ =
          thread
              .submit(() -> {
                work.accept(engine);
                return true;
              })
              .whenComplete((done, failed) -> {
                if (failed != null) {
                  LOG.warn("face nets: {}", failed.toString());
                }
              });
      return true;
    } catch (RejectedExecutionException closedOrFull) {
      LOG.warn("the face nets take no work");
      return false;
    }
  }

  /** Gives the nets back; what was asked before is still answered. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      var _ =
          leave(nets -> {
            nets.forget();
            nets.close();
          });
      thread.close();
    }
  }
}
