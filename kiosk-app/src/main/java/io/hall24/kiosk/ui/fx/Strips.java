package io.hall24.kiosk.ui.fx;

import static io.hall24.kiosk.ui.fx.Drawing.styled;

import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.Page;
import io.hall24.kiosk.ui.Words;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Arc;
import javafx.scene.shape.ArcType;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;

/** The strips at the top and at the bottom, the same on every screen. */
final class Strips {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final double TOP = 132;
  private static final double BOTTOM = 204;
  private static final double FLAT_TOP = 104;
  private static final double FLAT_BOTTOM = 148;
  private static final double SIGN = 18;
  private static final int PLACES = 5;
  private static final double BETWEEN = 18;
  private static final double SIDES = 80;
  private static final double PLACE_PADDING = 16;

  private final Appearance appearance;
  private final Labels labels;
  private final Label network;
  private final Label clock = Labels.plain("", "soft", "small");
  private final Circle dot = new Circle(9);
  private final Button wayOut;
  private final Label wayOutWords;
  private final Region top;
  private final Region bottom;

  /**
   * For an appearance.
   *
   * @param change changes the appearance
   * @param help opens help
   * @param leave ends the visit
   */
  Strips(
      Hall hall,
      Appearance appearance,
      java.util.function.Consumer<UnaryOperator<Appearance>> change,
      Runnable help,
      Runnable leave) {
    this.appearance = appearance;
    this.labels = new Labels(appearance);
    this.network = Labels.plain("", "soft", "small");
    this.wayOutWords = Labels.plain("");
    this.wayOut = place(new Rectangle(24, 24), wayOutWords, leave);
    wayOut.setId("way-out");
    this.top = topStrip(hall, change);
    this.bottom = bottomStrip(change, help);
  }

  Region top() {
    return top;
  }

  Region bottom() {
    return bottom;
  }

  private HBox topStrip(Hall hall, java.util.function.Consumer<UnaryOperator<Appearance>> change) {
    StackPane badge = new StackPane(Labels.plain("24"));
    badge.getStyleClass().add("badge");
    boolean chinese = appearance.language().equals(Locale.SIMPLIFIED_CHINESE);
    VBox names =
        new VBox(
            Labels.plain(chinese ? hall.nameZh() : hall.nameEn(), "bold"),
            labels.first(Words.of("screen.subtitle", hall.terminal()), "small", "soft"));
    names.setAlignment(Pos.CENTER_LEFT);
    names.getChildren().forEach(name -> ((Label) name).setWrapText(false));
    HBox.setHgrow(names, Priority.ALWAYS);
    dot.getStyleClass().add("dot");
    network.setMinWidth(Region.USE_PREF_SIZE);
    clock.setMinWidth(Region.USE_PREF_SIZE);
    Button language =
        new Button(
            Words.of("screen.language").in(io.hall24.kiosk.text.Texts.of(appearance.other())));
    language.getStyleClass().add("language");
    language.setId("language");
    language.setMinWidth(Region.USE_PREF_SIZE);
    language.setOnAction(_ -> change.accept(Appearance::otherLanguage));
    HBox strip = new HBox(badge, names, dot, network, clock, language);
    strip.getStyleClass().add("top");
    strip.setMinHeight(upright() ? TOP : FLAT_TOP);
    strip.setFillHeight(false);
    return strip;
  }

  private HBox bottomStrip(
      java.util.function.Consumer<UnaryOperator<Appearance>> change, Runnable help) {
    Button ask = place(sign("?"), labels.first(Words.of("screen.strip.help")), help);
    ask.getStyleClass().add("help");
    ask.setId("help");
    boolean large = appearance.size() != Appearance.TextSize.MEDIUM;
    boolean plain = appearance.scheme() == Appearance.Scheme.LIGHT;
    boolean low = appearance.reach() == Appearance.Reach.LOW;
    boolean last = appearance.scheme() == Appearance.Scheme.CONTRAST_DARK;
    HBox strip =
        new HBox(
            ask,
            place(
                sign("大"),
                words(large ? "screen.strip.size.normal" : "screen.strip.size"),
                () -> change.accept(Appearance::otherSize)),
            place(
                halfDisc(),
                words(last && !plain ? "screen.strip.contrast.normal" : "screen.strip.contrast"),
                () -> change.accept(Appearance::nextScheme)),
            place(
                new Polygon(0, 8, 32, 8, 16, 32),
                words(low ? "screen.strip.reach.normal" : "screen.strip.reach"),
                () -> change.accept(Appearance::otherReach)),
            wayOut);
    strip.getStyleClass().add("bottom");
    strip.setMinHeight(upright() ? BOTTOM : FLAT_BOTTOM);
    return strip;
  }

  private Label words(String key) {
    return labels.first(Words.of(key));
  }

  private Node sign(String text) {
    return Labels.plain(text, "sign");
  }

  private static Node halfDisc() {
    Arc half = new Arc(0, 0, SIGN, SIGN, 90, 180);
    half.setType(ArcType.CHORD);
    Circle ring = styled(new Circle(SIGN), "glyph-line");
    return new javafx.scene.Group(ring, styled(half, "glyph"));
  }

  private Button place(Node sign, Label words, Runnable press) {
    if (sign instanceof javafx.scene.shape.Shape shape) {
      shape.getStyleClass().add("glyph");
    }
    words.setTextAlignment(TextAlignment.CENTER);
    StackPane top = new StackPane(sign);
    top.setMinHeight(48);
    top.setMaxHeight(48);
    Pane face = upright() ? new VBox(6, top, words) : new HBox(18, top, words);
    face.getStyleClass().add("face");
    double width = (appearance.shape().width() - SIDES - (PLACES - 1) * BETWEEN) / PLACES;
    Button button = new Pressable(face, width, PLACE_PADDING, press);
    button.getStyleClass().add("place");
    button.accessibleTextProperty().bind(words.textProperty());
    return button;
  }

  private boolean upright() {
    return appearance.shape() == Appearance.Shape.PORTRAIT;
  }

  /** How things stand now, and whether the visit can be left. */
  void show(Conditions now, Page.WayOut way) {
    network.setText(now.network().words().in(labels.texts()));
    dot.getStyleClass().remove("bad");
    if (now.network() != Conditions.Network.ONLINE) {
      dot.getStyleClass().add("bad");
    }
    clock.setText(CLOCK.format(now.time()));
    wayOut.setDisable(way != Page.WayOut.OPEN);
    wayOutWords.setText(
        Words.of(
                switch (way) {
                  case NONE -> "screen.strip.free";
                  case OPEN -> "screen.strip.leave";
                  case PRINTING -> "screen.strip.printing";
                })
            .in(labels.texts()));
  }
}
