package io.hall24.kiosk.app;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import io.hall24.device.Frame;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.face.PortraitStudio;
import io.hall24.kiosk.identity.ChallengePolicy;
import io.hall24.kiosk.identity.Enrolment;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.FacePolicy;
import io.hall24.kiosk.identity.IdentityCheck;
import io.hall24.kiosk.identity.Step;
import io.hall24.kiosk.identity.face.FaceModels;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.fx.PreviewMeter;
import io.hall24.kiosk.ui.fx.Toolkit;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * How many pictures of the preview reach the screen in a second, of 30 that come: bare, and while
 * the face nets compare as many of them as they can. In milliseconds a picture, over whole seconds.
 */
final class PreviewBench implements Benchmark {
  private static final int SECONDS = 20;
  private static final int WARMING = 6;
  private static final int FRAMES = 30;
  private static final Duration LOOK = Duration.ofMillis(20);
  private static final long SEED = 24;
  private static final double MOST_COMPARING_MS = 1000.0 / 25;

  /** A second has 30 pictures more or less one, as it begins before or after one. */
  private static final double MOST_BARE_MS = 1000.0 / 29;

  @Override
  public String name() {
    return "preview";
  }

  @Override
  public String summary() {
    return "pictures of the preview on a real screen, bare and while faces are compared;"
        + " --size seconds (20)";
  }

  @Override
  public Findings run(Setting setting) throws CannotOpen, IOException, InterruptedException {
    if (System.getenv("DISPLAY") == null) {
      throw new CannotOpen("there is no display", "run it on one of 1080 x 1920 pixels");
    }
    int seconds = setting.size().orElse(SECONDS);
    Path data = DataHome.find();
    try (FaceDesk desk = desk(data, setting);
        ErasableMemory memory = new ErasableMemory()) {
      setting.progress().accept("a person comes");
      Path portrait = data.resolve("faces").resolve(InventedPerson.all().getFirst().portrait());
      List<MemorySegment> pictures = pictures(desk, portrait, setting.scratch());
      Enrolment.Enrolled enrolled = enrolled(desk, portrait, memory);
      Hall hall = Hall.of(DemoTerminal.profileWithoutWorld(data).terminal());
      Toolkit toolkit = Toolkit.onDisplay(data.resolve("fonts"));
      try (PreviewMeter meter =
          PreviewMeter.open(
              toolkit,
              hall,
              PortraitStudio.LIVE_WIDTH,
              PortraitStudio.LIVE_HEIGHT,
              setting.clock())) {
        var comparing = new Comparing(desk, enrolled);
        setting.progress().accept("warming up, " + WARMING + " s");
        var _ = play(meter, pictures, WARMING, comparing);
        setting.progress().accept("the bare preview, " + seconds + " s");
        List<Integer> bare = play(meter, pictures, seconds, _ -> {});
        setting.progress().accept("while faces are compared, " + seconds + " s");
        int before = comparing.steps.get();
        List<Integer> compared = play(meter, pictures, seconds, comparing);
        setting.progress().accept(comparing.steps.get() - before + " pictures were compared");
        comparing.finish(setting.clock());
        return findings(bare, compared);
      } finally {
        toolkit.exit();
      }
    }
  }

  private static List<Integer> play(
      PreviewMeter meter, List<MemorySegment> pictures, int seconds, Consumer<Frame> also)
      throws InterruptedException {
    return meter.play(
        pictures, PortraitStudio.LIVE_WIDTH, PortraitStudio.LIVE_HEIGHT, seconds, also);
  }

  private static Findings findings(List<Integer> bare, List<Integer> compared) {
    Timing floor = Timing.of("a picture of the bare preview", nanosEach(bare));
    Timing ours = Timing.of("a picture while faces are compared", nanosEach(compared));
    return new Findings(
        List.of(floor, ours),
        List.of(
            new Criterion("bare: median, ms a picture (29 a second)", floor.median(), MOST_BARE_MS),
            new Criterion(
                "comparing: median, ms a picture (25 a second)", ours.median(), MOST_COMPARING_MS),
            new Criterion(
                "comparing: 95th percentile (25 a second)", ours.p95(), MOST_COMPARING_MS)));
  }

  private static List<Long> nanosEach(List<Integer> aSecond) {
    return aSecond.stream().map(count -> 1_000_000_000L / Math.max(1, count)).toList();
  }

  private static FaceDesk desk(Path data, Setting setting) throws CannotOpen, InterruptedException {
    return switch (FaceModels.load(data.resolve("models"))) {
      case FaceModels.Loading.Unusable(var file, var problem) ->
          throw new CannotOpen(file + ": " + problem, "run installer/data");
      case FaceModels.Loading.Loaded(var models) ->
          switch (FaceDesk.open(models, setting.clock())) {
            case FaceDesk.Opening.Opened(var opened) -> opened;
            case FaceDesk.Opening.Failed(var detail) ->
                throw new CannotOpen("the face nets: " + detail, "run installer/data");
          };
    };
  }

  private static List<MemorySegment> pictures(FaceDesk desk, Path portrait, Path scratch)
      throws IOException, InterruptedException {
    var _ = new PortraitStudio(desk).liveSequence(portrait, scratch, FRAMES, SEED);
    List<MemorySegment> pictures = new ArrayList<>();
    try (Stream<Path> files = Files.list(scratch)) {
      for (Path file : files.sorted().toList()) {
        pictures.add(MemorySegment.ofArray(bgr(ImageIO.read(file.toFile()))));
      }
    }
    return pictures;
  }

  private static byte[] bgr(BufferedImage picture) {
    byte[] bgr = new byte[3 * picture.getWidth() * picture.getHeight()];
    int at = 0;
    for (int y = 0; y < picture.getHeight(); y++) {
      for (int x = 0; x < picture.getWidth(); x++) {
        int rgb = picture.getRGB(x, y);
        bgr[at++] = (byte) rgb;
        bgr[at++] = (byte) (rgb >> 8);
        bgr[at++] = (byte) (rgb >> 16);
      }
    }
    return bgr;
  }

  private static Enrolment.Enrolled enrolled(FaceDesk desk, Path portrait, ErasableMemory memory)
      throws IOException, InterruptedException, CannotOpen {
    var photo = new ChipPhoto("image/jpeg", memory.absorb(Files.readAllBytes(portrait)));
    return switch (desk.enrol(photo, memory)) {
      case Enrolment.Enrolled there -> there;
      case Enrolment.Refused(var fault) ->
          throw new CannotOpen(portrait + ": " + fault.code(), "run installer/data");
      case Enrolment.Unavailable(var detail) ->
          throw new CannotOpen("the face nets: " + detail, "run installer/data");
    };
  }

  /** Gives the nets the newest frame whenever they are free, as a visit does. */
  private static final class Comparing implements Consumer<Frame> {
    private final FaceDesk desk;
    private final Enrolment.Enrolled enrolled;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger steps = new AtomicInteger();
    private volatile IdentityCheck check;

    Comparing(FaceDesk desk, Enrolment.Enrolled enrolled) {
      this.desk = desk;
      this.enrolled = enrolled;
      this.check = begun();
    }

    private IdentityCheck begun() {
      FacePolicy usual = FacePolicy.standard();
      var policy =
          new FacePolicy(
              usual.threshold(),
              usual.attempts(),
              usual.framesPerAttempt(),
              usual.betweenAttempts(),
              usual.limit(),
              usual.gates(),
              ChallengePolicy.none());
      return desk.check(enrolled, policy, RandomGenerator.getDefault());
    }

    @Override
    public void accept(Frame frame) {
      if (busy.compareAndSet(false, true)) {
        MemorySegment own = Arena.ofAuto().allocate(frame.bgr().byteSize());
        own.copyFrom(frame.bgr());
        var copy =
            new Frame(
                frame.sequence(), frame.capturedAtNanos(), frame.width(), frame.height(), own);
        Thread.ofVirtual().name("compare").start(() -> step(copy));
      }
    }

    /** Waits for the last picture. */
    void finish(HallClock clock) throws InterruptedException {
      while (!busy.compareAndSet(false, true)) {
        clock.sleep(LOOK);
      }
      check.close();
    }

    private void step(Frame frame) {
      try {
        if (!(check.step(frame) instanceof Step.Prompt)) {
          check.close();
          check = begun();
        }
        steps.incrementAndGet();
      } catch (InterruptedException ends) {
        Thread.currentThread().interrupt();
      } finally {
        busy.set(false);
      }
    }
  }
}
