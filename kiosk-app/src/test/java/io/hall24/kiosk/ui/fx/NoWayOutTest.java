package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Page;
import io.hall24.kiosk.ui.QuestionPages;
import io.hall24.kiosk.ui.Samples;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.Touches;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TouchEvent;
import javafx.scene.input.TouchPoint;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Curious hands at the panel: nothing that they press leads out of it, or does what nobody meant.
 */
class NoWayOutTest {
  private static final Toolkit TOOLKIT = Panels.toolkit();
  private static final int STORM = 400;
  private static final int FINGERS = 10;
  private static final long SEED = 24;

  private final List<Question.Consent.Answer> answers = new CopyOnWriteArrayList<>();
  private final AtomicInteger wayOuts = new AtomicInteger();
  private final AtomicInteger closings = new AtomicInteger();
  private KioskWindow window;
  private int others;

  @SuppressWarnings("NullAway.Init")
  NoWayOutTest() {}

  @BeforeEach
  void open() throws InterruptedException {
    window =
        KioskWindow.open(
            TOOLKIT,
            Samples.HALL,
            Appearance.usual(Appearance.Shape.PORTRAIT),
            closings::incrementAndGet);
    window.connect(new Counting());
    Page page = QuestionPages.of(new Question.Consent(), answers::add);
    var now = new Conditions(LocalTime.NOON, Conditions.Network.ONLINE, Optional.empty());
    window.show(new ScreenState(page, now, Optional.empty()));
    var _ = new Finger(TOOLKIT).await("#action-0");
    others = windows();
  }

  @AfterEach
  void close() {
    window.close();
  }

  private final class Counting implements Touches {
    @Override
    public void help(boolean open) {}

    @Override
    public void unhurried(boolean needed) {}

    @Override
    public void wayOut() {
      wayOuts.incrementAndGet();
    }
  }

  private Scene scene() {
    return window.view().getScene();
  }

  private static void type(Scene scene, KeyCode code, boolean control, boolean alt, boolean meta) {
    Node target = Optional.ofNullable(scene.getFocusOwner()).orElse(scene.getRoot());
    for (var kind : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Event.fireEvent(
          target, new KeyEvent(kind, "", code.getName(), code, false, control, alt, meta));
    }
  }

  @Test
  void keysThatLeaveOtherProgramsDoNothing() throws InterruptedException {
    TOOLKIT.call(() -> {
      Scene scene = scene();
      for (KeyCode code :
          List.of(KeyCode.F4, KeyCode.F11, KeyCode.F9, KeyCode.Q, KeyCode.W, KeyCode.DELETE)) {
        type(scene, code, false, false, false);
        type(scene, code, true, false, false);
        type(scene, code, false, true, false);
        type(scene, code, true, true, false);
        type(scene, code, false, false, true);
      }
      type(scene, KeyCode.WINDOWS, false, false, true);
      type(scene, KeyCode.TAB, false, true, false);
      type(scene, KeyCode.CONTEXT_MENU, false, false, false);
      type(scene, KeyCode.F10, true, true, false);
      type(scene, KeyCode.ESCAPE, false, false, false);
      return true;
    });
    assertStands();
    assertEquals(List.of(), answers);
    assertEquals(0, wayOuts.get(), "escape only leads to the way out");
  }

  @Test
  void aWindowManagersWishToCloseIsTheTerminalsToDecide() throws InterruptedException {
    TOOLKIT.call(() -> {
      Window stage = scene().getWindow();
      Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST));
      return true;
    });
    assertEquals(1, closings.get());
    assertStands();
  }

  /** The panel stands as it stood, and there is no other window. */
  private void assertStands() throws InterruptedException {
    assertEquals(others, windows());
    assertTrue(
        TOOLKIT.call(() -> scene().getWindow().isShowing() && scene().lookup("#action-0") != null));
  }

  private static int windows() throws InterruptedException {
    return TOOLKIT.call(() -> Window.getWindows().size());
  }

  /** Fingers of several hands at random places, through which no mouse is meant. */
  @Test
  void aStormOfFingersPressesNothing() throws InterruptedException {
    Random random = new Random(SEED);
    TOOLKIT.call(() -> {
      Scene scene = scene();
      List<Node> targets = new ArrayList<>(scene.getRoot().lookupAll(".button"));
      for (int touch = 0; touch < STORM; touch++) {
        List<TouchPoint> points = new ArrayList<>();
        for (int finger = 0; finger < FINGERS; finger++) {
          points.add(point(targets.get(random.nextInt(targets.size())), finger));
        }
        for (TouchPoint point : points) {
          Event.fireEvent(
              (Node) point.getTarget(),
              new TouchEvent(
                  point.getState() == TouchPoint.State.PRESSED
                      ? TouchEvent.TOUCH_PRESSED
                      : TouchEvent.TOUCH_RELEASED,
                  point,
                  points,
                  touch,
                  false,
                  false,
                  false,
                  false));
        }
      }
      return true;
    });
    assertStands();
    assertEquals(List.of(), answers, "only the first finger presses, as a mouse does");
    assertEquals(0, wayOuts.get());
  }

  private static TouchPoint point(Node target, int finger) {
    Bounds at = target.localToScene(target.getLayoutBounds());
    return new TouchPoint(
        finger + 1,
        finger % 2 == 0 ? TouchPoint.State.PRESSED : TouchPoint.State.RELEASED,
        at.getCenterX(),
        at.getCenterY(),
        at.getCenterX(),
        at.getCenterY(),
        target,
        null);
  }
}
