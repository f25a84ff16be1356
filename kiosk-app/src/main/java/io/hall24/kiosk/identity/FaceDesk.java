package io.hall24.kiosk.identity;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import io.hall24.device.supervision.DeviceThread;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.identity.face.FaceEngine;
import io.hall24.kiosk.identity.face.FaceModels;
import io.hall24.kiosk.identity.face.PictureFault;
import io.hall24.kiosk.identity.face.PictureLiveness;
import io.hall24.kiosk.identity.face.Sighting;
import io.hall24.kiosk.identity.face.SightingRules;
import java.lang.foreign.MemorySegment;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
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

  private final DeviceThread thread = new DeviceThread("face-nets");
  private final HallClock clock;
  private final AtomicBoolean closed = new AtomicBoolean();
  private volatile Nets nets = new Nets.Loading();

  private FaceDesk(HallClock clock) {
    this.clock = clock;
  }

  /** How far the nets are. */
  private sealed interface Nets {
    record Loading() implements Nets {}

    record There(FaceEngine engine) implements Nets {}

    record Absent(String why) implements Nets {}
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
    return opening(() -> new FaceModels.Loading.Loaded(models), clock).opened();
  }

  /**
   * Begins to load the nets. The desk takes questions at once; they wait until the nets are there.
   *
   * @param models is called on the thread of the nets
   */
  public static FaceDesk opening(Supplier<FaceModels.Loading> models, HallClock clock) {
    FaceDesk desk = new FaceDesk(clock);
    var _ =
        desk.thread.submit(() -> {
          desk.nets = loaded(models);
          return true;
        });
    return desk;
  }

  private static Nets loaded(Supplier<FaceModels.Loading> models) {
    try {
      return switch (models.get()) {
        case FaceModels.Loading.Loaded(var content) -> {
          FaceEngine engine = new FaceEngine(content);
          engine.forget();
          yield new Nets.There(engine);
        }
        case FaceModels.Loading.Unusable(var _, var problem) -> new Nets.Absent(problem);
      };
    } catch (IllegalArgumentException wrongNet) {
      return new Nets.Absent("the face models do not serve: " + wrongNet.getMessage());
    } catch (RuntimeException | LinkageError failed) {
      return new Nets.Absent("the face nets do not load: " + failed);
    }
  }

  /** Waits until the nets are there; a desk whose nets do not come closes. */
  public Opening opened() throws InterruptedException {
    Nets loaded = awaited();
    if (loaded instanceof Nets.There) {
      return new Opening.Opened(this);
    }
    close();
    return new Opening.Failed(
        loaded instanceof Nets.Absent(var why) ? why : "the face nets did not load in " + OPENING);
  }

  private Nets awaited() throws InterruptedException {
    try {
      return thread.ask(Patience.of(OPENING, clock), GRACE_MILLIS, patience -> nets).orElse(nets);
    } catch (RejectedExecutionException stillLoading) {
      return nets;
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

  /**
   * Makes a template of a picture as if a card held it: 102 x 126 pixels, a JPEG of quality 60.
   *
   * @param memory takes the template
   */
  public Enrolment enrolReduced(ChipPhoto picture, ErasableMemory memory)
      throws InterruptedException {
    return this.<Enrolment>ask(
        nets -> enrolment(nets.lookAtReducedPicture(picture.bytes(), memory)),
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

  /** What became of scoring a still picture. */
  public sealed interface Liveness {
    /** The nets looked at it. */
    record Looked(PictureLiveness answer) implements Liveness {}

    /** The face nets do not answer. The detail is for a technician. */
    record Unavailable(String detail) implements Liveness {}
  }

  /** The passive liveness score of a picture of a camera. */
  public Liveness liveness(MemorySegment encoded) throws InterruptedException {
    return this.<Liveness>ask(
        nets -> new Liveness.Looked(nets.livenessOfPicture(encoded)), Liveness.Unavailable::new);
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
    Duration granted = nets instanceof Nets.Loading ? OPENING.plus(ANSWER) : ANSWER;
    try {
      return thread
          .ask(Patience.of(granted, clock), GRACE_MILLIS, patience -> asked(question, unavailable))
          .orElseGet(() -> unavailable.apply("no answer from the face nets in " + granted));
    } catch (RejectedExecutionException closedOrFull) {
      return unavailable.apply("the face nets take no questions");
    }
  }

  private <T> T asked(Function<FaceEngine, T> question, Function<String, T> unavailable) {
    return switch (nets) {
      case Nets.There(var engine) -> question.apply(engine);
      case Nets.Absent(var why) -> unavailable.apply(why);
      case Nets.Loading _ -> throw new IllegalStateException("loading comes before every question");
    };
  }

  /** Removes what the nets and this memory keep of the last face; returns at once. */
  void forget(ErasableMemory memory) {
    boolean taken = leave(memory::close, FaceEngine::forget);
    if (!taken) {
      memory.close();
    }
  }

  private boolean leave(Runnable always, Consumer<FaceEngine> work) {
    try {
      var _ =
          thread
              .submit(() -> {
                always.run();
                if (nets instanceof Nets.There(var engine)) {
                  work.accept(engine);
                }
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
          leave(
              () -> {},
              engine -> {
                engine.forget();
                engine.close();
              });
      thread.close();
    }
  }
}
