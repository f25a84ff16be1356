package io.hall24.kiosk.ui.fx;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** A small picture of the camera; without one, nobody's silhouette. */
final class StaffPreview extends StackPane {
  static final int WIDTH = 280;
  static final int HEIGHT = 210;

  private final ImageView image = new ImageView();
  private final IntBuffer pixels = IntBuffer.allocate(WIDTH * HEIGHT);
  private final PixelBuffer<IntBuffer> buffer =
      new PixelBuffer<>(WIDTH, HEIGHT, pixels, PixelFormat.getIntArgbPreInstance());

  StaffPreview() {
    image.setImage(new WritableImage(buffer));
    image.setVisible(false);
    Pane field = new Pane();
    field.getChildren().add(Drawing.styled(new Rectangle(WIDTH, HEIGHT), "night"));
    field.getChildren().addAll(Motifs.silhouette(WIDTH, HEIGHT));
    field.getChildren().add(image);
    getChildren().add(field);
    setMinSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    setId("preview");
  }

  /** Whether a picture is shown. */
  boolean shows() {
    return image.isVisible();
  }

  /** Shows a picture of this size. */
  void picture(int[] argb) {
    buffer.updateBuffer(_ -> {
      pixels.put(0, argb);
      return null;
    });
    image.setVisible(true);
  }

  /** Overwrites the picture. */
  void wipe() {
    buffer.updateBuffer(_ -> {
      Arrays.fill(pixels.array(), 0);
      return null;
    });
    image.setVisible(false);
  }
}
