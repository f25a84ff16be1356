package io.hall24.kiosk.ui.fx;

import static io.hall24.kiosk.ui.fx.Drawing.styled;

import io.hall24.kiosk.ui.Appearance.Shape;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Rotate;
import javafx.scene.transform.Translate;

/**
 * The preview. The picture is drawn one to one and without any effect or clip on it, which the
 * software renderer could not keep up with; the oval is only a line on top.
 */
final class MirrorView extends StackPane {
  private static final double FULL = 360;
  private static final int RADIUS = 28;

  private final int width;
  private final int height;
  private final Arc done;
  private final ImageView image = new ImageView();
  private final IntBuffer pixels;
  private final PixelBuffer<IntBuffer> buffer;

  MirrorView(Shape shape, double progress) {
    this.width = widthOn(shape);
    this.height = heightOn(shape);
    this.pixels = IntBuffer.allocate(width * height);
    this.buffer = new PixelBuffer<>(width, height, pixels, PixelFormat.getIntArgbPreInstance());
    image.setImage(new WritableImage(buffer));
    image.setVisible(false);
    double radiusY = height * 0.4;
    double radiusX = radiusY * 0.79;
    double middleY = height * 0.46;
    done = new Arc(width / 2.0, middleY, radiusX, radiusY, 90, 0);
    done.setType(ArcType.OPEN);
    Pane field = new Pane();
    field.getChildren().add(styled(new Rectangle(width, height), "night"));
    field.getChildren().addAll(Motifs.silhouette(width, height));
    field.getChildren().add(image);
    field
        .getChildren()
        .addAll(
            styled(new Ellipse(width / 2.0, middleY, radiusX, radiusY), "oval"),
            styled(done, "oval-done"));
    field.getChildren().addAll(corners());
    getStyleClass().add("mirror");
    getChildren().add(field);
    setMinSize(width, height);
    setMaxSize(width, height);
    progress(progress);
  }

  /** Round corners, painted over the picture: a clip would cost too much time. */
  private List<SVGPath> corners() {
    String corner =
        "M-1 -1 h"
            + (RADIUS + 1)
            + " v1 a"
            + RADIUS
            + " "
            + RADIUS
            + " 0 0 0 -"
            + RADIUS
            + " "
            + RADIUS
            + " h-1 z";
    List<SVGPath> all = new ArrayList<>();
    for (int turn = 0; turn < 4; turn++) {
      SVGPath path = styled(new SVGPath(), "corner");
      path.setContent(corner);
      boolean right = turn == 1 || turn == 2;
      boolean bottom = turn >= 2;
      path.getTransforms()
          .addAll(new Translate(right ? width : 0, bottom ? height : 0), new Rotate(90.0 * turn));
      all.add(path);
    }
    return all;
  }

  static int widthOn(Shape shape) {
    return shape == Shape.PORTRAIT ? 968 : 960;
  }

  static int heightOn(Shape shape) {
    return shape == Shape.PORTRAIT ? 800 : 580;
  }

  /** Moves the line around the oval. */
  void progress(double share) {
    done.setVisible(share > 0);
    done.setLength(-FULL * share);
  }

  /** Shows a picture of the preview's size. */
  void picture(int[] argb) {
    buffer.updateBuffer(_ -> {
      pixels.put(0, argb);
      return null;
    });
    image.setVisible(true);
  }

  /**
   * Overwrites the picture. The toolkit keeps a copy of what it drew last, which is only
   * overwritten when the picture is drawn once more: whoever shows what is returned sees nothing,
   * and the copy is gone.
   */
  Node wipe() {
    buffer.updateBuffer(_ -> {
      Arrays.fill(pixels.array(), 0);
      return null;
    });
    image.setVisible(false);
    ImageView trace = new ImageView(image.getImage());
    trace.setViewport(new Rectangle2D(0, 0, 1, 1));
    trace.setManaged(false);
    return trace;
  }
}
