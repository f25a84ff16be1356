package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Picture;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** Short ways on, in a grid, some of them closed. */
final class TilesView extends GridPane {
  private static final double PADDING = 64;
  private static final double TIGHT_PADDING = 32;

  /**
   * Tiles.
   *
   * @param width of all of them, in pixels
   * @param columns how many stand side by side
   * @param second whether the other language stands under the first
   */
  TilesView(
      List<Picture.Tile> tiles,
      Labels labels,
      double width,
      int columns,
      double gap,
      boolean second) {
    setHgap(gap);
    setVgap(gap);
    double each = Math.floor((width + gap) / columns - gap);
    for (int place = 0; place < tiles.size(); place++) {
      Button tile = tile(tiles.get(place), labels, each, second);
      tile.setId("tile-" + place);
      add(tile, place % columns, place / columns);
    }
  }

  private static Button tile(Picture.Tile tile, Labels labels, double width, boolean second) {
    VBox face = new VBox(2, labels.first(tile.title(), "title"));
    face.setAlignment(Pos.CENTER_LEFT);
    if (second && !tile.closed()) {
      face.getChildren().add(labels.second(tile.title()));
    }
    Button button =
        labels.button(
            face, tile.title(), "tile", width, second ? PADDING : TIGHT_PADDING, tile.press());
    button.setDisable(tile.closed());
    return button;
  }
}
