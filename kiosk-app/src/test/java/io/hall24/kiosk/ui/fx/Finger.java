package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.fail;

import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;

/**
 * A person's finger and eyes at whatever window is open: it waits until something can be seen, and
 * presses where it is seen.
 */
public final class Finger {
  private static final Duration LONG = Duration.ofSeconds(90);
  private static final Duration LOOK = Duration.ofMillis(15);

  private final Toolkit toolkit;
  private final FxRobot robot = new FxRobot();

  public Finger(Toolkit toolkit) {
    this.toolkit = toolkit;
  }

  private <T> T on(Callable<T> work) throws InterruptedException {
    return toolkit.call(work);
  }

  /** Presses and lets go. */
  public void tap(String selector) throws InterruptedException {
    robot.clickOn(await(selector), Motion.DIRECT);
  }

  /** Presses and lets go twice, as fast as a nervous finger. */
  public void tapTwice(String selector) throws InterruptedException {
    robot.doubleClickOn(await(selector), Motion.DIRECT);
  }

  /** Presses, and stays there. */
  public void hold(String selector) throws InterruptedException {
    robot.moveTo(await(selector), Motion.DIRECT);
    robot.press(MouseButton.PRIMARY);
  }

  /**
   * Draws a line on something.
   *
   * @param fromX where it begins, as a share of the width
   * @param fromY the same of the height
   * @param toX where it ends
   * @param toY the same of the height
   */
  void draws(String selector, double fromX, double fromY, double toX, double toY)
      throws InterruptedException {
    Node field = await(selector);
    javafx.geometry.Bounds at = on(() -> field.localToScreen(field.getLayoutBounds()));
    robot.moveTo(
        at.getMinX() + fromX * at.getWidth(), at.getMinY() + fromY * at.getHeight(), Motion.DIRECT);
    robot.press(MouseButton.PRIMARY);
    robot.moveTo(
        at.getMinX() + toX * at.getWidth(), at.getMinY() + toY * at.getHeight(), Motion.DIRECT);
    robot.release(MouseButton.PRIMARY);
  }

  /** Lets go. */
  public void letGo() {
    robot.release(MouseButton.PRIMARY);
  }

  /** Types on the keypad of the screen. */
  public void type(String digits) throws InterruptedException {
    for (int index = 0; index < digits.length(); index++) {
      tap("#digit-" + digits.charAt(index));
    }
  }

  /** Waits until something can be seen and pressed. */
  public Node await(String selector) throws InterruptedException {
    Patience patience = Patience.of(LONG, HallClock.system());
    do {
      Optional<Node> there = on(() -> find(selector));
      if (there.isPresent()) {
        return there.get();
      }
    } while (patience.pause(LOOK));
    return fail("never on the screen: " + selector + "; there is " + words());
  }

  /** Waits until a headline contains words. */
  public void awaitHeadline(String words) throws InterruptedException {
    awaitWords(".headline", words);
  }

  /** Waits until a label of a kind contains words. */
  public void awaitWords(String selector, String words) throws InterruptedException {
    Patience patience = Patience.of(LONG, HallClock.system());
    do {
      if (on(() -> all(selector).stream().anyMatch(text -> text.contains(words)))) {
        return;
      }
    } while (patience.pause(LOOK));
    fail("never said: " + words + "; there is " + words());
  }

  /** Waits until so many digits stand on the screen, hidden as dots. */
  void awaitDigits(int count) throws InterruptedException {
    Patience patience = Patience.of(LONG, HallClock.system());
    do {
      if (on(() -> all(".place-box .label").stream().filter("●"::equals).count() == count)) {
        return;
      }
    } while (patience.pause(LOOK));
    fail("never " + count + " digits; there is " + words());
  }

  /** Whether something can be seen and pressed now. */
  public boolean sees(String selector) throws InterruptedException {
    return on(() -> find(selector).isPresent());
  }

  /** Every word that can be seen. */
  public String words() throws InterruptedException {
    return on(() -> all(".label").stream().collect(Collectors.joining(" | ")));
  }

  /** What can be seen and pressed now; asked on the toolkit's thread. */
  Optional<Node> find(String selector) {
    return roots()
        .flatMap(root -> root.lookupAll(selector).stream())
        .filter(Finger::usable)
        .findFirst();
  }

  private static List<String> all(String selector) {
    List<String> texts = new ArrayList<>();
    roots()
        .flatMap(root -> root.lookupAll(selector).stream())
        .filter(Finger::seen)
        .forEach(node -> {
          if (node instanceof Label label) {
            texts.add(label.getText());
          }
        });
    return texts;
  }

  private static java.util.stream.Stream<Parent> roots() {
    return Window.getWindows().stream().filter(Window::isShowing).map(w -> w.getScene().getRoot());
  }

  private static boolean usable(Node node) {
    return seen(node) && !node.isDisabled() && node.getLayoutBounds().getWidth() > 0;
  }

  private static boolean seen(Node node) {
    return node.isVisible() && (node.getParent() == null || seen(node.getParent()));
  }
}
