package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.Frame;
import io.hall24.device.Medium;
import io.hall24.device.lds.ZoneField;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.Hands;
import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.SheetRange;
import io.hall24.kiosk.issuance.TwoPersons;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.memory.Secrets;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.Kiosk;
import io.hall24.kiosk.ui.LeapingClock;
import io.hall24.kiosk.ui.MirrorPicture;
import io.hall24.kiosk.ui.Screen;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.fx.Finger;
import io.hall24.kiosk.ui.fx.KioskWindow;
import io.hall24.kiosk.ui.fx.Toolkit;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A whole terminal with its panel on the real toolkit; the world around it, with all that is known
 * of the person, is another process.
 */
final class PanelStage implements AutoCloseable {
  private static final int PIECE = 24;
  private static final int SLOWNESS = 2;
  private static final int MOST_FRAMES = 4;
  private static final Duration COLLECTED_WITHIN = Duration.ofSeconds(5);
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofMillis(50);

  private final FarWorld world;
  private final Profile profile;
  private final Terminal terminal;
  private final Toolkit toolkit;
  private final KioskWindow window;
  private final Kiosk kiosk;
  private final Thread people;
  private final LeapingClock clock = LeapingClock.slowed(SLOWNESS);
  private final LinkedBlockingQueue<VisitOutcome> outcomes = new LinkedBlockingQueue<>();
  private final Sight sight = new Sight();

  PanelStage(Path directory) throws IOException, InterruptedException {
    world = new FarWorld(directory);
    profile = patient(DemoTerminal.profile("demo-simulated", world.facts()));
    terminal = open(directory, profile);
    toolkit = Toolkit.headless(DataHome.find().resolve("fonts"));
    Hall hall = Hall.of(profile.terminal());
    window = KioskWindow.open(toolkit, hall, Appearance.usual(Appearance.Shape.PORTRAIT), () -> {});
    var host =
        new DemoHost(
            new TerminalHost(
                terminal,
                HallClock.system(),
                Optional::empty,
                (outcome, _) -> outcomes.add(outcome)),
            new FarHands());
    kiosk = new Kiosk(sight, host, hall, profile.visit(), clock);
    window.connect(kiosk);
    people = Thread.ofVirtual().name("visits").start(this::receive);
  }

  /** As shipped, but a sheet that nobody takes is taken back soon, and clerks are always there. */
  private static Profile patient(Profile shipped) {
    return VisitStage.with(
        shipped, COLLECTED_WITHIN, shipped.visit().document(), VisitStage.CLERKS_ALWAYS);
  }

  private Terminal open(Path directory, Profile profile) throws InterruptedException {
    var setup =
        new TerminalSetup(profile, directory, () -> "stage".toCharArray(), HallClock.system());
    return switch (Terminal.open(setup)) {
      case TerminalOpening.Opened(var opened) -> {
        for (Medium medium : Medium.values()) {
          String[] sheets = world.facts().getOrDefault(medium.name(), "").split(" ", -1);
          var range =
              new SheetRange(
                  new SheetNumber(sheets[0]), new SheetNumber(sheets[sheets.length - 1]));
          var _ = opened.stock().load(medium, range, new TwoPersons("a", "b"));
        }
        yield opened;
      }
      case TerminalOpening.Failed(var problem, var remedy) ->
          throw new IllegalStateException(problem + "; " + remedy);
    };
  }

  private void receive() {
    try {
      kiosk.run();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  /** What passes on its way to the window; small pieces of the pictures are kept, scrambled. */
  private final class Sight implements Screen {
    private final List<String> pages = new CopyOnWriteArrayList<>();
    private final Secrets pieces = new Secrets();
    private final AtomicInteger frames = new AtomicInteger();

    @Override
    public void show(ScreenState state) {
      pages.add(state.page().name());
      window.show(state);
    }

    @Override
    public void mirror(Frame frame) {
      if (frames.get() < MOST_FRAMES) {
        int number = pieces.lines().size();
        frames.incrementAndGet();
        long middle = (long) frame.width() * 3 * (frame.height() / 2) + frame.width() * 3L / 2;
        byte[] row = new byte[PIECE];
        for (int index = 0; index < PIECE; index++) {
          row[index] = frame.bgr().get(ValueLayout.JAVA_BYTE, middle + index);
        }
        pieces.bytes("camera picture " + number, row);
        preview(number, frame);
        java.util.Arrays.fill(row, (byte) 0);
      }
      window.mirror(frame);
    }

    private void preview(int number, Frame frame) {
      var drawn = new MirrorPicture(968, 800);
      int[] argb = new int[drawn.width() * drawn.height()];
      drawn.draw(frame, argb);
      ByteBuffer piece = ByteBuffer.allocate(PIECE);
      int middle = drawn.width() * (drawn.height() / 2) + drawn.width() / 2;
      for (int index = 0; index < PIECE / Integer.BYTES; index++) {
        piece.putInt(argb[middle + index]);
      }
      pieces.bytes("preview " + number, piece.array());
      drawn.wipe();
      java.util.Arrays.fill(argb, 0);
      java.util.Arrays.fill(piece.array(), (byte) 0);
    }

    @Override
    public Locale language() {
      return Locale.SIMPLIFIED_CHINESE;
    }

    @Override
    public void wipe() {
      frames.set(0);
      window.wipe();
    }
  }

  /** Hands in the other process. */
  private final class FarHands implements Hands {
    @Override
    public void placeDocument() {
      order("place-document");
    }

    @Override
    public void takeDocument() {
      order("take-document");
    }

    @Override
    public String readZone(ZoneField field) {
      throw new IllegalStateException("nobody types a zone at this panel");
    }

    @Override
    public void takeSheet() {
      order("take-sheet");
    }

    @Override
    public void perform(Challenge movement) {
      order("perform " + movement.name());
    }
  }

  /** Has the world do something, and waits until it is done. */
  String order(String command) {
    return world.order(command);
  }

  Finger finger() {
    return new Finger(toolkit);
  }

  /** Presses the digits of the document, which nobody here knows in the clear. */
  void typeCan(Finger finger) throws InterruptedException {
    for (char digit : world.can()) {
      finger.tap("#digit-" + digit);
    }
  }

  /** Everything that is known of the person and must not be found. */
  Secrets secrets() {
    return world.secrets().read(sight.pieces.lines());
  }

  /** The names of the pages shown since the last call. */
  List<String> pages() {
    List<String> shown = List.copyOf(sight.pages);
    sight.pages.clear();
    return shown;
  }

  /** How long a question waits. */
  Duration patience() {
    return profile.visit().question().plusSeconds(1);
  }

  /** Waits until the person sees themselves. */
  void awaitMirror() throws InterruptedException {
    Patience patience = Patience.of(LONG, HallClock.system());
    while (sight.frames.get() < MOST_FRAMES && patience.pause(LOOK)) {
      // The camera wakes.
    }
  }

  LeapingClock clock() {
    return clock;
  }

  Terminal terminal() {
    return terminal;
  }

  /** How the next visit that ends has ended. */
  VisitOutcome outcome() throws InterruptedException {
    VisitOutcome outcome = outcomes.poll(60, TimeUnit.SECONDS);
    if (outcome == null) {
      throw new IllegalStateException("the visit does not end");
    }
    return outcome;
  }

  /** A terminal that is ready for the first person. */
  static PanelStage set(Path directory) throws IOException, InterruptedException {
    return new PanelStage(directory);
  }

  @Override
  public void close() {
    kiosk.stop();
    people.interrupt();
    try {
      people.join();
      window.close();
      terminal.close();
      world.close();
    } catch (InterruptedException ends) {
      world.close();
      Thread.currentThread().interrupt();
    }
  }
}
