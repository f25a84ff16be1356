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
import io.hall24.kiosk.identity.face.BareInferences;
import io.hall24.kiosk.identity.face.FaceModels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * From a card's small photo and one frame of 640x480 to a decision, as a visit does it, beside the
 * bare inferences of the same nets in the same run; and what that leaves in memory.
 */
final class FaceBench implements Benchmark {
  private static final int DECISIONS = 300;
  private static final int WARM_UP = 100;

  /** How often memory is looked at. */
  private static final int LOOKS = 20;

  private static final int TRIES = 20;
  private static final double MEGA = 1024.0 * 1024.0;

  @Override
  public String name() {
    return "face";
  }

  @Override
  public String summary() {
    return "card photo and one frame to a decision (--size, default " + DECISIONS + ")";
  }

  @Override
  public Findings run(Setting setting) throws CannotOpen, IOException, InterruptedException {
    HallClock clock = setting.clock();
    FaceModels models = new ModelsOption().load();
    try (FaceDesk desk = ModelsOption.open(models, clock);
        BareInferences bare = new BareInferences(models);
        ErasableMemory memory = new ErasableMemory()) {
      Person person = Person.at(desk, setting.scratch(), memory);
      List<Long> floor = new ArrayList<>();
      List<Long> whole = new ArrayList<>();
      times(WARM_UP, desk, person, bare, clock, floor, whole);
      floor.clear();
      whole.clear();
      List<HeldMemory> held = new ArrayList<>(List.of(HeldMemory.now()));
      int decisions = Math.max(LOOKS, setting.size().orElse(DECISIONS));
      setting.progress().accept(decisions + " decisions, each beside its bare inferences");
      for (int look = 1; look <= LOOKS; look++) {
        times(decisions / LOOKS, desk, person, bare, clock, floor, whole);
        held.add(HeldMemory.now());
        setting.progress().accept(whole.size() + " decisions: " + held.getLast());
      }
      return findings(Timing.of("bare inferences", floor), Timing.of("", whole), held);
    }
  }

  private static Findings findings(Timing floor, Timing whole, List<HeldMemory> held) {
    return new Findings(
        List.of(
            floor,
            new Timing(
                "card photo and frame to a decision", whole.n(), whole.median(), whole.p95())),
        List.of(
            new Criterion("decision, as multiple of the inferences", whole.ratioTo(floor), 1.3),
            new Criterion(
                String.format(Locale.ROOT, "heap, MiB more than after %d decisions", WARM_UP),
                (held.getLast().heap() - held.getFirst().heap()) / MEGA,
                2),
            new Criterion(
                String.format(
                    Locale.ROOT, "outside the heap, MiB more than after %d decisions", WARM_UP),
                (held.getLast().outside() - held.getFirst().outside()) / MEGA,
                32),
            new Criterion(
                "outside the heap, MiB that the second half added",
                HeldMemory.trendOfSecondHalf(held) / MEGA,
                2)));
  }

  private static void times(
      int times,
      FaceDesk desk,
      Person person,
      BareInferences bare,
      HallClock clock,
      List<Long> floor,
      List<Long> whole)
      throws CannotOpen, InterruptedException {
    for (int i = 0; i < times; i++) {
      long begin = clock.nanoTime();
      bare.run();
      long between = clock.nanoTime();
      // On a busy machine the nets may not answer in their time: then there is no decision to time.
      for (int tries = 1; !decided(desk, person); tries++) {
        if (tries == TRIES) {
          throw new CannotOpen("the face nets do not answer", "look at what else runs here");
        }
        begin = clock.nanoTime();
        bare.run();
        between = clock.nanoTime();
      }
      floor.add(between - begin);
      whole.add(clock.nanoTime() - between);
    }
  }

  private static boolean decided(FaceDesk desk, Person person)
      throws CannotOpen, InterruptedException {
    try (ErasableMemory visit = new ErasableMemory()) {
      return switch (desk.enrol(person.photo(), visit)) {
        case Enrolment.Unavailable _ -> false;
        case Enrolment.Refused(var fault) ->
            throw new CannotOpen("the card photo: " + fault.code(), "fetch the portraits again");
        case Enrolment.Enrolled enrolled -> decided(desk, enrolled, person.frame());
      };
    }
  }

  private static boolean decided(FaceDesk desk, Enrolment.Enrolled enrolled, Frame frame)
      throws CannotOpen, InterruptedException {
    try (IdentityCheck check = desk.check(enrolled, ONE_FRAME, new Random(1))) {
      return switch (check.step(frame)) {
        case Step.Decided _ -> true;
        case Step.Unavailable _ -> false;
        case Step.Prompt _, Step.GaveUp _ ->
            throw new CannotOpen("one frame came to no decision", "fetch the portraits again");
      };
    }
  }

  private static final FacePolicy ONE_FRAME = oneFrame();

  private static FacePolicy oneFrame() {
    FacePolicy usual = FacePolicy.standard();
    return new FacePolicy(
        usual.threshold(),
        1,
        1,
        usual.betweenAttempts(),
        usual.limit(),
        usual.gates(),
        ChallengePolicy.none());
  }

  /** Somebody invented, with a card and before a camera. */
  private record Person(ChipPhoto photo, Frame frame) {
    static Person at(FaceDesk desk, Path scratch, ErasableMemory memory)
        throws IOException, InterruptedException {
      Path portrait =
          DataHome.find().resolve("faces").resolve(InventedPerson.LIN_HAIJIE.portrait());
      var studio = new PortraitStudio(desk);
      byte[] card = studio.chipPhoto(portrait, 102, 126, 0.6f);
      studio.liveSequence(portrait, scratch, 1, 24);
      BufferedImage seen =
          ImageIO.read(scratch.resolve(PortraitStudio.SEQUENCE_PATTERN.formatted(1)).toFile());
      byte[] bgr = new byte[3 * seen.getWidth() * seen.getHeight()];
      int at = 0;
      for (int rgb :
          seen.getRGB(0, 0, seen.getWidth(), seen.getHeight(), null, 0, seen.getWidth())) {
        bgr[at++] = (byte) rgb;
        bgr[at++] = (byte) (rgb >> 8);
        bgr[at++] = (byte) (rgb >> 16);
      }
      return new Person(
          new ChipPhoto("image/jpeg", memory.absorb(card)),
          new Frame(0, 0, seen.getWidth(), seen.getHeight(), memory.absorb(bgr)));
    }
  }
}
