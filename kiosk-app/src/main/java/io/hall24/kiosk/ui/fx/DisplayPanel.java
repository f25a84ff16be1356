package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Appearance.Scheme;
import io.hall24.kiosk.ui.Appearance.TextSize;
import io.hall24.kiosk.ui.Words;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** Where a person chooses how large letters are and which colours the screens have. */
final class DisplayPanel {
  private static final double GAP = 20;
  private static final double PADDING = 46;

  private final Appearance appearance;
  private final Labels labels;
  private final Consumer<UnaryOperator<Appearance>> change;
  private final double width;

  /**
   * In an appearance.
   *
   * @param width of what is inside, in pixels
   */
  DisplayPanel(Appearance appearance, double width, Consumer<UnaryOperator<Appearance>> change) {
    this.appearance = appearance;
    this.labels = new Labels(appearance);
    this.change = change;
    this.width = width;
  }

  /** Two rows of four; two columns where letters are large or the panel is narrow. */
  Region choices() {
    TilePane sizes = tiles();
    for (TextSize size : TextSize.values()) {
      sizes
          .getChildren()
          .add(tile(key("size", size), size == appearance.size(), look -> look.sized(size)));
    }
    TilePane schemes = tiles();
    for (Scheme scheme : Scheme.values()) {
      schemes
          .getChildren()
          .add(
              tile(
                  key("scheme", scheme),
                  scheme == appearance.scheme(),
                  look -> look.coloured(scheme)));
    }
    return new VBox(
        GAP,
        labels.first(Words.of("screen.display.size"), "title"),
        sizes,
        labels.first(Words.of("screen.display.scheme"), "title"),
        schemes);
  }

  private static String key(String kind, Enum<?> choice) {
    return "screen.display." + kind + "." + choice.name().toLowerCase(Locale.ROOT);
  }

  private TilePane tiles() {
    TilePane tiles = new TilePane(GAP, GAP);
    tiles.setPrefColumns(columns());
    tiles.setPrefTileWidth(tileWidth());
    return tiles;
  }

  private int columns() {
    return appearance.shape() == Appearance.Shape.LANDSCAPE ? 4 : 2;
  }

  private double tileWidth() {
    return Math.floor((width - GAP * (columns() - 1)) / columns());
  }

  private Button tile(String key, boolean chosen, UnaryOperator<Appearance> how) {
    Words name = Words.of(key);
    VBox face = new VBox(labels.first(name, "first"));
    face.setAlignment(Pos.CENTER);
    Button tile =
        labels.button(
            face, name, chosen ? "main" : "even", tileWidth(), PADDING, () -> change.accept(how));
    tile.setId(key.substring("screen.display.".length()).replace('.', '-'));
    tile.setAccessibleText(
        (chosen ? Words.of("screen.display.chosen", name) : name).in(labels.texts()));
    return tile;
  }
}
