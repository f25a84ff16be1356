package io.hall24.kiosk.ui.fx;

import io.hall24.device.Frame;
import io.hall24.device.Keypad;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.KeyedPanel;
import io.hall24.kiosk.ui.MirrorPicture;
import io.hall24.kiosk.ui.Narrator;
import io.hall24.kiosk.ui.Screen;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.StaffScreen;
import io.hall24.kiosk.ui.Touches;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The panel in a window. The toolkit is reached through one thread, never from a virtual one; at
 * most one state and one picture wait for it.
 */
public final class KioskWindow implements Screen, KeyedPanel, AutoCloseable {
  /** Brings the operator's window of a demonstration, and takes it away. */
  public static final KeyCode TOGGLE = KeyCode.F9;

  private static final double FRAME = 90;
  private static final double SECOND = 1e9;

  private static final Logger LOG = LoggerFactory.getLogger(KioskWindow.class);

  private final ExecutorService mailbox =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("screens").factory());
  private final AtomicReference<Optional<ScreenState>> waiting =
      new AtomicReference<>(Optional.empty());
  private final AtomicBoolean pictureWaits = new AtomicBoolean();
  private final AtomicReference<Optional<Touches>> touches =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Narrator>> narrator =
      new AtomicReference<>(Optional.empty());
  private final List<Awaited> awaited = new CopyOnWriteArrayList<>();
  private final Drawn drawn = new Drawn();
  private final MirrorPicture mirror;
  private final int[] argb;
  private final Toolkit toolkit;
  private final KioskView view;
  private final StaffLayer staff;
  private final Stage stage;
  private double right;

  private KioskWindow(Toolkit toolkit, Hall hall, Appearance appearance, Runnable closed) {
    this.toolkit = toolkit;
    this.mirror =
        new MirrorPicture(
            MirrorView.widthOn(appearance.shape()), MirrorView.heightOn(appearance.shape()));
    this.argb = new int[mirror.width() * mirror.height()];
    this.view = new KioskView(hall, appearance, new Forwarded());
    this.staff = new StaffLayer(appearance, this::post);
    this.stage = new Stage();
    open(appearance.shape(), closed);
  }

  /** Passes touches on to whoever is connected. */
  private final class Forwarded implements Touches {
    @Override
    public void help(boolean open) {
      touches.get().ifPresent(connected -> connected.help(open));
    }

    @Override
    public void unhurried(boolean needed) {
      touches.get().ifPresent(connected -> connected.unhurried(needed));
    }

    @Override
    public void wayOut() {
      touches.get().ifPresent(Touches::wayOut);
    }
  }

  /**
   * Opens it: over the whole screen where the screen has the panel's size, else as large as there
   * is room.
   *
   * @param closed is called when somebody wants to close the window, which stays until {@link
   *     #close}
   */
  public static KioskWindow open(Toolkit toolkit, Hall hall, Appearance appearance, Runnable closed)
      throws InterruptedException {
    return toolkit.call(() -> new KioskWindow(toolkit, hall, appearance, closed));
  }

  private void open(Appearance.Shape shape, Runnable closed) {
    Rectangle2D bounds = javafx.stage.Screen.getPrimary().getBounds();
    boolean whole = bounds.getWidth() == shape.width() && bounds.getHeight() == shape.height();
    double scale =
        whole
            ? 1
            : Math.min(
                1,
                Math.min(
                    (bounds.getHeight() - FRAME) / shape.height(),
                    bounds.getWidth() / shape.width()));
    if (scale != 1) {
      view.getTransforms().add(new Scale(scale, scale));
      staff.view().getTransforms().add(new Scale(scale, scale));
    }
    Scene scene =
        new Scene(new Group(view, staff.view()), shape.width() * scale, shape.height() * scale);
    staff.watch(scene, scale);
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> typed(scene, event));
    stage.setScene(scene);
    right = bounds.getMinX() + shape.width() * scale;
    stage.setTitle("Hall24");
    stage.setResizable(false);
    stage.setOnCloseRequest(request -> {
      request.consume();
      closed.run();
    });
    if (whole) {
      stage.initStyle(StageStyle.UNDECORATED);
      stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
      stage.setFullScreenExitHint("");
      stage.setFullScreen(true);
    } else {
      stage.setX(bounds.getMinX());
      stage.setY(bounds.getMinY());
    }
    stage.show();
  }

  /** Keyboards have the keypad's keys, too. */
  private void typed(Scene scene, KeyEvent event) {
    if (staff.view().isVisible()) {
      return;
    }
    Keyboard.keyOf(event, scene.getFocusOwner())
        .ifPresent(key -> {
          event.consume();
          if (narrator.get().isPresent()) {
            narrator.get().orElseThrow().typed(key);
          } else {
            view.press(key);
          }
        });
  }

  @Override
  public void listen(Narrator heard) {
    narrator.set(Optional.of(heard));
    post(() -> view.listen(heard));
  }

  @Override
  public void press(Keypad.Key key) {
    post(() -> view.press(key));
  }

  @Override
  public void caption(Optional<String> words) {
    post(() -> view.caption(words));
  }

  /** Who hears of help and the way out. */
  public void connect(Touches connected) {
    touches.set(Optional.of(connected));
  }

  /**
   * Tells once, on the toolkit's thread, that a state stands on the panel.
   *
   * @param which of the states to come
   */
  public void onceDrawn(Predicate<ScreenState> which, Runnable then) {
    awaited.add(new Awaited(which, then));
  }

  private record Awaited(Predicate<ScreenState> which, Runnable then) {}

  /** The surface for staff, which lies over everything else while it is shown. */
  public StaffScreen staff() {
    return staff;
  }

  /** Who hears that somebody made the gesture that asks for it. */
  public void onStaffGesture(Runnable asked) {
    staff.onGesture(asked);
  }

  @Override
  public void show(ScreenState state) {
    if (waiting.getAndSet(Optional.of(state)).isEmpty()) {
      post(() -> waiting.getAndSet(Optional.empty()).ifPresent(this::draw));
    }
  }

  private void draw(ScreenState state) {
    view.show(state);
    List<Awaited> met = awaited.stream().filter(listener -> listener.which().test(state)).toList();
    awaited.removeAll(met);
    met.forEach(listener -> Pulses.after(KioskView.PULSES_TO_PANEL, listener.then()));
  }

  @Override
  public Locale language() {
    return view.appearance().language();
  }

  @Override
  public void mirror(Frame frame) {
    if (pictureWaits.compareAndSet(false, true)) {
      mirror.draw(frame, argb);
      drawn.note(frame.capturedAtNanos());
      post(() -> {
        view.picture(argb);
        pictureWaits.set(false);
      });
    }
  }

  /** How many pictures were shown, and from when to when. Nothing of what is on them. */
  private static final class Drawn {
    private int pictures;
    private long first;
    private long last;

    synchronized void note(long nanos) {
      if (pictures++ == 0) {
        first = nanos;
      }
      last = nanos;
    }

    synchronized void report() {
      if (pictures > 1) {
        LOG.info(
            "preview: {} pictures at {} a second",
            pictures,
            Math.round((pictures - 1) * SECOND / Math.max(1, last - first)));
      }
      pictures = 0;
    }
  }

  @Override
  public void wipe() {
    drawn.report();
    mirror.wipe();
    post(() -> {
      Arrays.fill(argb, 0);
      view.wipe();
    });
  }

  private void post(Runnable work) {
    try {
      mailbox.execute(() -> Platform.runLater(work));
    } catch (RejectedExecutionException closing) {
      pictureWaits.set(false);
    }
  }

  /**
   * Does something whenever {@link #TOGGLE} is pressed, here or there. A demonstration's only: a
   * terminal without it does not know the key.
   */
  void onToggle(Scene there, Runnable then) {
    for (Scene scene : List.of(stage.getScene(), there)) {
      scene.getAccelerators().put(new KeyCodeCombination(TOGGLE), then);
    }
  }

  /** Does something on the toolkit's thread when its turn comes: when it never does, it hangs. */
  public void whenItsTurnComes(Runnable work) {
    post(work);
  }

  /**
   * Keeps a window that has not been shown yet above this one, even where this fills the screen.
   */
  void owns(Stage other) {
    other.initOwner(stage);
  }

  /** Where a second window would stand beside this one. */
  double right() {
    return right;
  }

  /** The panel, for tests. */
  KioskView view() {
    return view;
  }

  @Override
  public void close() {
    mailbox.shutdown();
    try {
      toolkit.call(() -> {
        stage.close();
        return true;
      });
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
  }
}
