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
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * From a card's small photo and one frame of 640x480 to a decision, as a visit does it, beside the
 * bare inferences of the same nets in the same run; and what that leaves in memory.
 */
final class FaceBench implements Benchmark {
  private static final int DECISIONS = 300;
  private static final int WARM_UP = 100;
  private static final double MEGA = 1024.0 * 1024.0;

  @Override
  public String name() {
    return "face";
  }

  @Override
  public String summary() {
    return "card photo and one frame to a decision (--size, default " + DECISIONS + ")";
  }

  /**
   * What the process holds, in bytes.
   *
   * @param heap used, after a collection
   * @param outside resident outside the heap, whose own size is the collector's business
   */
  private record Held(long heap, long outside) {
    private static final Pattern ADDRESS = Pattern.compile("0x([0-9a-f]{6,16})");
    private static final Pattern MAPPING = Pattern.compile("([0-9a-f]+)-([0-9a-f]+) .*");
    private static final Pattern RESIDENT = Pattern.compile("Rss: +([0-9]+) kB");

    static Held now() throws IOException {
      System.gc();
      System.gc();
      return new Held(
          ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), outside(bounds()));
    }

    private record Range(long from, long to) {
      boolean holds(long address) {
        return Long.compareUnsigned(address, from) >= 0 && Long.compareUnsigned(address, to) < 0;
      }
    }

    private static long outside(Range heap) throws IOException {
      long sum = 0;
      boolean counts = false;
      for (String line : Files.readAllLines(Path.of("/proc/self/smaps"))) {
        Matcher mapping = MAPPING.matcher(line);
        Matcher resident = RESIDENT.matcher(line);
        if (mapping.matches()) {
          counts = !heap.holds(Long.parseUnsignedLong(mapping.group(1), 16));
        } else if (counts && resident.matches()) {
          sum += Long.parseLong(resident.group(1)) * 1024;
        }
      }
      return sum;
    }

    /** From the lowest to the highest address that the collector names. */
    private static Range bounds() throws IOException {
      try {
        Object told =
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcHeapInfo",
                    new Object[] {new String[0]},
                    new String[] {String[].class.getName()});
        // Metaspace comes last and has no place in the heap.
        String heap = told.toString().split("Metaspace", -1)[0];
        long[] bounds =
            ADDRESS
                .matcher(heap)
                .results()
                .mapToLong(bound -> Long.parseUnsignedLong(bound.group(1), 16))
                .sorted()
                .toArray();
        return new Range(bounds[0], bounds[bounds.length - 1]);
      } catch (JMException impossible) {
        throw new IOException("the collector does not say where the heap is", impossible);
      }
    }
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
      Held after = Held.now();
      int decisions = setting.size().orElse(DECISIONS);
      setting.progress().accept(decisions + " decisions, each beside its bare inferences");
      times(decisions, desk, person, bare, clock, floor, whole);
      return findings(Timing.of("bare inferences", floor), Timing.of("", whole), after, Held.now());
    }
  }

  private static Findings findings(Timing floor, Timing whole, Held before, Held after) {
    return new Findings(
        List.of(
            floor,
            new Timing(
                "card photo and frame to a decision", whole.n(), whole.median(), whole.p95())),
        List.of(
            new Criterion("decision, as multiple of the inferences", whole.ratioTo(floor), 1.3),
            new Criterion(
                String.format(Locale.ROOT, "heap, MiB more than after %d decisions", WARM_UP),
                (after.heap() - before.heap()) / MEGA,
                2),
            new Criterion(
                String.format(
                    Locale.ROOT, "outside the heap, MiB more than after %d decisions", WARM_UP),
                (after.outside() - before.outside()) / MEGA,
                32)));
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
      decide(desk, person);
      floor.add(between - begin);
      whole.add(clock.nanoTime() - between);
    }
  }

  private static void decide(FaceDesk desk, Person person) throws CannotOpen, InterruptedException {
    try (ErasableMemory visit = new ErasableMemory()) {
      if (!(desk.enrol(person.photo(), visit) instanceof Enrolment.Enrolled enrolled)) {
        throw new CannotOpen("the card photo shows no face", "fetch the portraits again");
      }
      try (IdentityCheck check = desk.check(enrolled, ONE_FRAME, new Random(1))) {
        if (!(check.step(person.frame()) instanceof Step.Decided)) {
          throw new CannotOpen("one frame came to no decision", "fetch the portraits again");
        }
      }
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
