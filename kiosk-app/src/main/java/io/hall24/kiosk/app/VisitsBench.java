package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.wear.Belongings;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.Host;
import io.hall24.kiosk.ui.Kiosk;
import io.hall24.kiosk.ui.fx.Toolkit;
import io.hall24.kiosk.ui.fx.WillingVisitor;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One visit after the other on the panel, page by page, without a device behind it: how fast the
 * panel follows, and what the visits leave behind.
 */
final class VisitsBench implements Benchmark {
  private static final int VISITS = 10_000;
  private static final int NOTES = 60;
  private static final long MORE_KILOBYTES = 8 * 1024;
  private static final long MORE_FILES = 2;
  private static final long MORE_THREADS = 1;

  /**
   * One object left by every tenth visit of a third of them: the page that stands differs by as
   * many.
   */
  private static final int VISITS_AN_OBJECT = 30;

  private static final long PAGES_DIFFER = 100;

  private static final double THIRTY_A_SECOND_MS = 1000.0 / 30;

  @Override
  public String name() {
    return "visits";
  }

  @Override
  public String summary() {
    return "visits on the panel: frames while pages come, and what is left behind; --size visits ("
        + VISITS
        + ")";
  }

  @Override
  public Findings run(Setting setting) throws CannotOpen, IOException, InterruptedException {
    int visits = Math.max(NOTES, setting.size().orElse(VISITS));
    var data = DataHome.find();
    Profile profile = DemoTerminal.profileWithoutWorld(data);
    Hall hall = Hall.of(profile.terminal());
    Toolkit toolkit =
        System.getenv("DISPLAY") == null
            ? Toolkit.headless(data.resolve("fonts"))
            : Toolkit.onDisplay(data.resolve("fonts"));
    var tour = new Tour(DemoScreens.orders());
    var belongings = new Belongings();
    List<Long> frames = new ArrayList<>();
    List<Long> objects = new ArrayList<>();
    try (WillingVisitor visitor = WillingVisitor.open(toolkit, hall)) {
      var kiosk =
          new Kiosk(visitor, tour, hall, profile.visit(), new UnhurriedClock(setting.clock()));
      visitor.connect(kiosk);
      Thread people = Thread.ofVirtual().name("visits").start(() -> serve(kiosk));
      int each = visits / NOTES;
      for (int visit = 1; visit <= visits; visit++) {
        var _ = tour.outcomes.take();
        if (visit % each == 0) {
          objects.add(LiveObjects.ours());
          belongings.note();
          frames.addAll(visitor.frames());
          setting.progress().accept(visit + " of " + visits + " visits");
        }
      }
      kiosk.stop();
      people.interrupt();
      people.join();
    }
    return findings(visits, frames, belongings, objects);
  }

  private static Findings findings(
      int visits, List<Long> frames, Belongings belongings, List<Long> objects) {
    Timing frame = Timing.of("a frame while a page comes", frames);
    int third = objects.size() / 3;
    long more = middle(objects, objects.size() - third) - middle(objects, third);
    return new Findings(
        List.of(frame),
        List.of(
            new Criterion("95th percentile of the frames, ms", frame.p95(), THIRTY_A_SECOND_MS),
            new Criterion(
                "our objects and listeners more",
                more,
                Math.max(PAGES_DIFFER, visits / VISITS_AN_OBJECT)),
            new Criterion(
                "resident kB more after " + visits + " visits",
                belongings.trend(Belongings.Note::kilobytes),
                MORE_KILOBYTES),
            new Criterion("open files more", belongings.trend(Belongings.Note::files), MORE_FILES),
            new Criterion(
                "threads more", belongings.trend(Belongings.Note::threads), MORE_THREADS)));
  }

  /** The median of the third that begins there. */
  private static long middle(List<Long> notes, int from) {
    return notes.subList(from, from + notes.size() / 3).stream()
        .sorted()
        .skip(notes.size() / 6)
        .findFirst()
        .orElseThrow();
  }

  private static void serve(Kiosk kiosk) {
    try {
      kiosk.run();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** Nobody stands before it: what a person would only read passes at once. */
  private record UnhurriedClock(HallClock system) implements HallClock {
    private static final Duration READ = Duration.ofSeconds(5);
    private static final Duration GLANCE = Duration.ofMillis(5);

    @Override
    public long nanoTime() {
      return system.nanoTime();
    }

    @Override
    public Instant wallTime() {
      return system.wallTime();
    }

    @Override
    public void sleep(Duration duration) throws InterruptedException {
      system.sleep(
          duration.compareTo(READ) > 0 || duration.compareTo(GLANCE) < 0 ? duration : GLANCE);
    }
  }

  /** A visit with every kind of page and no terminal. */
  private static final class Tour implements Host {
    private final LinkedBlockingQueue<VisitOutcome> outcomes = new LinkedBlockingQueue<>();
    private final List<Order> orders;
    private volatile Thread serving = Thread.currentThread();

    Tour(List<Order> orders) {
      this.orders = orders;
    }

    @Override
    public Conditions conditions() {
      return new Conditions(LocalTime.NOON, Conditions.Network.ONLINE, Optional.empty());
    }

    @Override
    public void serve(Purpose purpose, Dialogue ask) {
      serving = Thread.currentThread();
      VisitOutcome outcome;
      try {
        outcome = story(ask);
      } catch (InterruptedException left) {
        outcome = new VisitOutcome.Abandoned(VisitOutcome.Why.CANCELLED);
      }
      ask.show(new Moment.Ended(outcome));
      outcomes.add(outcome);
    }

    private VisitOutcome story(Dialogue ask) throws InterruptedException {
      var _ = ask.ask(new Question.Consent());
      var _ = ask.ask(new Question.EnterCan(false));
      ask.show(new Moment.ReadingDocument(true));
      ask.show(new Moment.AskingRegistry());
      Order order = ask.ask(new Question.ChooseOrder(orders));
      var _ = ask.ask(new Question.ConfirmOrder(order));
      var copy = new Copy.Original();
      for (var stage : Moment.Printing.Stage.values()) {
        ask.show(new Moment.Printing(copy, 1, 1, stage));
      }
      ask.show(new Moment.TakeSheet(copy, 1, 1));
      var collected = List.of(new VisitOutcome.CollectedCopy(copy, "ZB000001"));
      var handed = new Question.ConfirmReceipt.Handed(order.caseNumber(), collected);
      var _ = ask.ask(new Question.ConfirmReceipt(List.of(handed)));
      return new VisitOutcome.Collected(order.caseNumber(), collected);
    }

    @Override
    public void rate(Dialogue ask) {
      try {
        var _ = ask.ask(new Question.Rate());
      } catch (InterruptedException wouldRatherNot) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void leave(VisitOutcome.Why why) {
      serving.interrupt();
    }
  }
}
