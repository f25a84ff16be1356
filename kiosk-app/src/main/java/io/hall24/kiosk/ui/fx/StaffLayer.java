package io.hall24.kiosk.ui.fx;

import io.hall24.device.Frame;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.HiddenGesture;
import io.hall24.kiosk.ui.MirrorPicture;
import io.hall24.kiosk.ui.StaffScreen;
import io.hall24.kiosk.ui.StaffState;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.MouseEvent;

/** The surface for staff over the panel, and the gesture that asks for it. */
final class StaffLayer implements StaffScreen {
  private final StaffView view;
  private final Consumer<Runnable> post;
  private final HiddenGesture gesture;
  private final MirrorPicture scaled = new MirrorPicture(StaffPreview.WIDTH, StaffPreview.HEIGHT);
  private final int[] argb = new int[StaffPreview.WIDTH * StaffPreview.HEIGHT];
  private final AtomicBoolean pictureWaits = new AtomicBoolean();
  private final AtomicReference<Optional<StaffState>> waiting =
      new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Runnable>> wanted =
      new AtomicReference<>(Optional.empty());

  /**
   * On a panel.
   *
   * @param post leaves work for the toolkit's thread
   */
  StaffLayer(Appearance appearance, Consumer<Runnable> post) {
    this.view = new StaffView(appearance.shape(), appearance.language());
    this.post = post;
    this.gesture = new HiddenGesture(appearance.shape().width(), HallClock.system());
    view.setVisible(false);
  }

  StaffView view() {
    return view;
  }

  /** Who hears that somebody made the gesture. */
  void onGesture(Runnable asked) {
    wanted.set(Optional.of(asked));
  }

  /**
   * Watches for the gesture.
   *
   * @param scale of the panel in the scene
   */
  void watch(Scene scene, double scale) {
    scene.addEventFilter(
        MouseEvent.MOUSE_PRESSED,
        touch -> {
          if (gesture.pressed(touch.getSceneX() / scale, touch.getSceneY() / scale)) {
            touch.consume();
            wanted.get().ifPresent(Runnable::run);
          }
        });
    scene.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        touch -> gesture.released(touch.getSceneX() / scale, touch.getSceneY() / scale));
  }

  @Override
  public void show(StaffState state) {
    if (waiting.getAndSet(Optional.of(state)).isEmpty()) {
      post.accept(() -> {
        Optional<StaffState> next = waiting.getAndSet(Optional.empty());
        next.ifPresent(view::show);
        view.setVisible(next.isPresent() || view.isVisible());
      });
    }
  }

  @Override
  public void preview(Frame frame) {
    if (pictureWaits.compareAndSet(false, true)) {
      scaled.draw(frame, argb);
      post.accept(() -> {
        view.preview(argb);
        pictureWaits.set(false);
      });
    }
  }

  @Override
  public void endPreview() {
    scaled.wipe();
    post.accept(() -> {
      Arrays.fill(argb, 0);
      view.wipe();
      pictureWaits.set(false);
    });
  }

  @Override
  public void leave() {
    waiting.set(Optional.empty());
    post.accept(() -> {
      waiting.set(Optional.empty());
      view.setVisible(false);
      view.clear();
    });
  }
}
