package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.StaffState;
import io.hall24.kiosk.ui.Touches;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/**
 * Draws screens into PNG files, with or without a display. The preview shows a silhouette: pictures
 * of a camera never reach a file.
 */
public final class ScreenPictures {
  static final Touches NOBODY =
      new Touches() {
        @Override
        public void help(boolean open) {}

        @Override
        public void unhurried(boolean needed) {}

        @Override
        public void wayOut() {}
      };

  private final Toolkit toolkit;
  private final Hall hall;

  public ScreenPictures(Toolkit toolkit, Hall hall) {
    this.toolkit = toolkit;
    this.hall = hall;
  }

  /** Draws a state as it looks in an appearance. */
  public void write(ScreenState state, Appearance appearance, Path file)
      throws InterruptedException {
    keep(toolkit.call(() -> draw(state, appearance)), file);
  }

  /** Draws a state for staff as it looks on a panel, in a language. */
  public void write(StaffState state, Shape shape, Locale language, Path file)
      throws InterruptedException {
    keep(
        toolkit.call(() -> {
          StaffView view = new StaffView(shape, language);
          view.show(state);
          return picture(view, shape);
        }),
        file);
  }

  private static void keep(BufferedImage picture, Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }

  private BufferedImage draw(ScreenState state, Appearance appearance) {
    KioskView view = new KioskView(hall, appearance, NOBODY);
    view.show(state);
    return picture(view, appearance.shape());
  }

  private static BufferedImage picture(Parent view, Shape shape) {
    Scene scene = new Scene(view, shape.width(), shape.height());
    WritableImage image = scene.snapshot(null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] argb = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, argb, 0, width);
    return picture;
  }
}
