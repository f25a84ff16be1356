package io.hall24.kiosk.ui.fx;

import io.hall24.device.Frame;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.Page;
import io.hall24.kiosk.ui.Screen;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.Touches;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.scene.Node;
import javafx.scene.control.Button;

/**
 * One visitor after the other at a panel, who press on every page what leads on, as soon as it is
 * painted; some ask for help, look at it larger or in the other language first, and some leave in
 * the middle. Counts the frames in which the panel follows.
 */
public final class WillingVisitor implements Screen, AutoCloseable {
  private static final int DIGITS = 6;
  private static final int LEAVES = 7;
  private static final int ASKS_FOR_HELP = 5;
  private static final int CHANGES_LANGUAGE = 3;
  private static final int SEES_BADLY = 4;

  private final Toolkit toolkit;
  private final KioskWindow window;
  private final Meter meter = new Meter();
  private Optional<Page> before = Optional.empty();
  private int visits;

  private WillingVisitor(Toolkit toolkit, KioskWindow window) {
    this.toolkit = toolkit;
    this.window = window;
  }

  /** Opens an upright panel. */
  public static WillingVisitor open(Toolkit toolkit, Hall hall) throws InterruptedException {
    var window =
        KioskWindow.open(toolkit, hall, Appearance.usual(Appearance.Shape.PORTRAIT), () -> {});
    var visitor = new WillingVisitor(toolkit, window);
    toolkit.call(() -> {
      visitor.meter.start();
      return true;
    });
    return visitor;
  }

  /** Who hears of help and the way out. */
  public void connect(Touches connected) {
    window.connect(connected);
  }

  /** Notes when the panel is ready for its next frame, while a page is new. */
  private static final class Meter extends AnimationTimer {
    /** A page that is there after so many frames stands still. */
    private static final int NEW = 4;

    private final List<Long> frames = new ArrayList<>();
    private long last;
    private int left;

    void follow() {
      left = NEW;
    }

    @Override
    public void handle(long now) {
      if (left > 0 && last > 0) {
        frames.add(now - last);
        left--;
      }
      last = now;
    }
  }

  /** How long the panel took for each frame in which a page came up, in nanoseconds. */
  public List<Long> frames() throws InterruptedException {
    return toolkit.call(() -> {
      List<Long> taken = List.copyOf(meter.frames);
      meter.frames.clear();
      return taken;
    });
  }

  @Override
  public synchronized void show(ScreenState state) {
    Page page = state.page();
    boolean fresh = !before.equals(Optional.of(page));
    before = Optional.of(page);
    window.show(state);
    if (fresh && !presses(page).isEmpty()) {
      window.onceDrawn(drawn -> drawn.page().equals(page), () -> answer(page));
    }
  }

  /** On the toolkit's thread. */
  private void answer(Page page) {
    meter.follow();
    for (String what : presses(page)) {
      Node node = window.view().lookup(what);
      if (node instanceof Button button) {
        button.fire();
      }
    }
  }

  /** What is pressed on a page, one after the other. */
  private List<String> presses(Page page) {
    return switch (page.name()) {
      case "home" -> {
        visits++;
        yield List.of("#service");
      }
      case "consent" -> beforeConsent();
      case "enter-can" -> {
        List<String> keys = new ArrayList<>();
        for (int digit = 1; digit <= DIGITS; digit++) {
          keys.add("#digit-" + digit);
        }
        keys.add("#action-0");
        yield keys;
      }
      case "choose-order" -> List.of(visits % LEAVES == 0 ? "#way-out" : ".choice");
      case "confirm-order" -> List.of("#explain", "#action-1");
      case "confirm-receipt", "rate" -> List.of("#action-0");
      default -> page.name().startsWith("ended-") ? List.of("#action-0") : List.of();
    };
  }

  private List<String> beforeConsent() {
    List<String> keys = new ArrayList<>();
    if (visits % ASKS_FOR_HELP == 0) {
      keys.addAll(List.of("#help", "#close-help"));
    }
    if (visits % CHANGES_LANGUAGE == 0) {
      keys.add("#language");
    }
    if (visits % SEES_BADLY == 0) {
      keys.addAll(List.of("#elder", "#display", "#scheme-contrast_dark", "#close-display"));
    }
    keys.add("#action-0");
    return keys;
  }

  @Override
  public void mirror(Frame frame) {
    window.mirror(frame);
  }

  @Override
  public Locale language() {
    return window.language();
  }

  @Override
  public void wipe() {
    window.wipe();
  }

  @Override
  public void close() {
    window.close();
  }
}
