package io.hall24.kiosk.ui.fx;

import io.hall24.device.Frame;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.MomentPages;
import io.hall24.kiosk.ui.ScreenState;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Point2D;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;

/**
 * Counts the pictures of the preview that reach the screen: each carries a spot of another colour,
 * which is read back from the X server's frame buffer. It looks between two pieces of the toolkit's
 * work, so that it may miss a picture and never counts one too many.
 */
public final class PreviewMeter implements AutoCloseable {
  private static final Duration BETWEEN_FRAMES = Duration.ofNanos(33_333_333);
  private static final Duration LOOK = Duration.ofMillis(3);
  private static final Duration SETTLING = Duration.ofSeconds(2);
  private static final int SPOT = 24;
  private static final int SPOT_X = 60;
  private static final int SPOT_Y = 10;
  private static final int STEP = 37;
  private static final int COLOURS = 256;
  private static final long SECOND = 1_000_000_000L;

  private final KioskWindow window;
  private final Toolkit toolkit;
  private final HallClock clock;
  private final Robot robot;
  private final Point2D spot;

  private PreviewMeter(
      KioskWindow window, Toolkit toolkit, HallClock clock, Robot robot, Point2D spot) {
    this.window = window;
    this.toolkit = toolkit;
    this.clock = clock;
    this.robot = robot;
    this.spot = spot;
  }

  /**
   * Opens the panel with the face screen on it.
   *
   * @param width of the pictures to be shown, in pixels
   * @param height of the pictures to be shown
   */
  public static PreviewMeter open(
      Toolkit toolkit, Hall hall, int width, int height, HallClock clock)
      throws InterruptedException {
    KioskWindow window =
        KioskWindow.open(toolkit, hall, Appearance.usual(Appearance.Shape.PORTRAIT), () -> {});
    var page =
        new MomentPages(hall, () -> {}, _ -> {})
            .of(new Moment.LookAtCamera(Optional.empty(), 0, false));
    var now = new Conditions(LocalTime.NOON, Conditions.Network.ONLINE, Optional.empty());
    window.show(new ScreenState(page, now, Optional.empty()));
    clock.sleep(SETTLING);
    Point2D spot = toolkit.call(() -> spotOf(window.view(), width, height));
    return new PreviewMeter(window, toolkit, clock, toolkit.call(Robot::new), spot);
  }

  /** Where the middle of the spot comes to lie, as {@code MirrorPicture} cuts and mirrors. */
  private static Point2D spotOf(KioskView view, int width, int height) {
    MirrorView mirror = (MirrorView) view.lookup(".mirror");
    double across = mirror.getWidth();
    double down = mirror.getHeight();
    double scale = Math.min(width / across, height / down);
    double left = (width - across * scale) / 2;
    double top = (height - down * scale) / 2;
    double x = across - 1 - (SPOT_X + SPOT / 2.0 - left) / scale;
    double y = (SPOT_Y + SPOT / 2.0 - top) / scale;
    return mirror.localToScreen(x, y);
  }

  /**
   * Plays pictures at 30 a second for so long.
   *
   * @param pictures blue, green, red; played again and again
   * @param also is given every frame, as the face comparison is
   * @return how many different pictures stood on the screen in each whole second
   */
  public List<Integer> play(
      List<MemorySegment> pictures, int width, int height, int seconds, Consumer<Frame> also)
      throws InterruptedException {
    Thread feeding =
        Thread.ofVirtual().name("feed").start(() -> feed(pictures, width, height, also));
    try {
      return watch(seconds);
    } finally {
      feeding.interrupt();
      feeding.join();
      window.wipe();
    }
  }

  private void feed(List<MemorySegment> pictures, int width, int height, Consumer<Frame> also) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment picture = arena.allocate(3L * width * height);
      long due = clock.nanoTime();
      for (int sequence = 0; ; sequence++) {
        picture.copyFrom(pictures.get(sequence % pictures.size()));
        mark(picture, width, (byte) (sequence * STEP % COLOURS));
        var frame = new Frame(sequence, clock.nanoTime(), width, height, picture);
        window.mirror(frame);
        also.accept(frame);
        due += BETWEEN_FRAMES.toNanos();
        clock.sleep(Duration.ofNanos(Math.max(0, due - clock.nanoTime())));
      }
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  private static void mark(MemorySegment picture, int width, byte green) {
    for (int y = SPOT_Y; y < SPOT_Y + SPOT; y++) {
      for (int x = SPOT_X; x < SPOT_X + SPOT; x++) {
        long at = 3L * (y * width + x);
        picture.set(ValueLayout.JAVA_BYTE, at, (byte) 0);
        picture.set(ValueLayout.JAVA_BYTE, at + 1, green);
        picture.set(ValueLayout.JAVA_BYTE, at + 2, (byte) 0);
      }
    }
  }

  private List<Integer> watch(int seconds) throws InterruptedException {
    clock.sleep(SETTLING);
    List<Integer> counted = new ArrayList<>();
    Color last = colour();
    for (int second = 0; second < seconds; second++) {
      long end = clock.nanoTime() + SECOND;
      int seen = 0;
      while (clock.nanoTime() - end < 0) {
        Color now = colour();
        if (!now.equals(last)) {
          seen++;
          last = now;
        }
        clock.sleep(LOOK);
      }
      counted.add(seen);
    }
    return counted;
  }

  private Color colour() throws InterruptedException {
    return toolkit.call(() -> robot.getPixelColor(spot));
  }

  @Override
  public void close() {
    window.close();
  }
}
