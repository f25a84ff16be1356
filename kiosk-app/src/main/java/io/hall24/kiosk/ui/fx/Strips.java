package io.hall24.kiosk.ui.fx;

import static io.hall24.kiosk.ui.fx.Drawing.styled;

import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.Page;
import io.hall24.kiosk.ui.Words;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.UnaryOperator;
import javafx.geometry.Insets;
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
  private static final double PLACE = 166;
  private static final double FLAT_TOP = 126;
  private static final double TARGET = 124;
  private static final double FLAT_EDGE = 11;
  private static final double SIGN = 18;
  private static final int PLACES = 5;
  private static final double BETWEEN = 18;
  private static final double SIDE = 40;
  private static final double NARROW = 0.4;
  private static final double PLACE_PADDING = 16;

  private final Appearance appearance;
  private final Touched touched;
  private final Labels labels;
  private final Label network;
  private final Label clock = Labels.plain("", "soft", "small");
  private final Circle dot = new Circle(9);
  private final Button wayOut;
  private final Label wayOutWords;
  private final Region top;
  private final Region bottom;

  /** What can be touched on the strips. */
  interface Touched {
    void change(UnaryOperator<Appearance> how);

    void help();

    void display();

    void leave();
  }

  /** For an appearance. */
  Strips(Hall hall, Appearance appearance, Touched touched) {
    this.appearance = appearance;
    this.touched = touched;
    this.labels = new Labels(appearance);
    this.network = Labels.plain("", "soft", "small");
    network.setId("network");
    this.wayOutWords = Labels.plain("");
    this.wayOut = place(new Rectangle(24, 24), wayOutWords, touched::leave);
    wayOut.setId("way-out");
    this.top = topStrip(hall);
    this.bottom = bottomStrip();
  }

  private boolean large() {
    return appearance.size().factor() > 1;
  }

  Region top() {
    return top;
  }

  Region bottom() {
    return bottom;
  }

  private HBox topStrip(Hall hall) {
    StackPane badge = new StackPane(Labels.plain("24"));
    badge.getStyleClass().add("badge");
    HBox strip =
        new HBox(badge, names(hall), conditions(), language(), strut(upright() ? TOP : FLAT_TOP));
    strip.getStyleClass().add("top");
    strip.setMinHeight(Region.USE_PREF_SIZE);
    strip.setFillHeight(false);
    return strip;
  }

  private VBox names(Hall hall) {
    boolean chinese = appearance.language().equals(Locale.SIMPLIFIED_CHINESE);
    Label name = Labels.plain(chinese ? hall.nameZh() : hall.nameEn(), "bold", "hall");
    VBox names = new VBox(name);
    names.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(names, Priority.ALWAYS);
    if (!large()) {
      names
          .getChildren()
          .add(labels.first(Words.of("screen.subtitle", hall.terminal()), "small", "soft"));
    }
    return names;
  }

  /** Network and clock; under each other where letters are large. */
  private Pane conditions() {
    dot.getStyleClass().add("dot");
    network.setMinWidth(Region.USE_PREF_SIZE);
    clock.setMinWidth(Region.USE_PREF_SIZE);
    HBox state = new HBox(12, dot, network);
    state.setAlignment(Pos.CENTER_RIGHT);
    if (large() && upright()) {
      VBox both = new VBox(state, clock);
      both.setAlignment(Pos.CENTER_RIGHT);
      return both;
    }
    HBox both = new HBox(20, state, clock);
    both.setAlignment(Pos.CENTER_RIGHT);
    return both;
  }

  private Button language() {
    Button language =
        new Button(Words.of("screen.language").in(Texts.of(appearance.nextLanguage())));
    language.getStyleClass().add("language");
    language.setId("language");
    language.setMinSize(Region.USE_PREF_SIZE, TARGET);
    language.setOnAction(_ -> touched.change(Appearance::otherLanguage));
    return language;
  }

  private HBox bottomStrip() {
    Button help = place(sign("?"), words("screen.strip.help"), touched::help);
    help.getStyleClass().add("help");
    help.setId("help");
    Button elder =
        place(
            sign("大"),
            words(appearance.elder() ? "screen.strip.elder.normal" : "screen.strip.elder"),
            () -> touched.change(Appearance::otherElder));
    elder.setId("elder");
    Button display = place(halfDisc(), words("screen.strip.contrast"), touched::display);
    display.setId("display");
    boolean low = appearance.reach() == Appearance.Reach.LOW;
    Button reach =
        place(
            low ? new Polygon(0, 32, 32, 32, 16, 8) : new Polygon(0, 8, 32, 8, 16, 32),
            words(low ? "screen.strip.reach.normal" : "screen.strip.reach"),
            () -> touched.change(Appearance::otherReach));
    reach.setId("reach");
    HBox strip =
        new HBox(between(), help, elder, display, reach, wayOut, strut(upright() ? PLACE : TARGET));
    strip.getStyleClass().add("bottom");
    strip.setPadding(
        new Insets(
            upright() ? BETWEEN : FLAT_EDGE, side(), upright() ? BETWEEN : FLAT_EDGE, side()));
    strip.setMinHeight(Region.USE_PREF_SIZE);
    return strip;
  }

  /** Keeps a strip from being lower than this, in pixels. */
  private static Region strut(double height) {
    Region strut = new Region();
    strut.setMinSize(0, height);
    strut.setMaxWidth(0);
    return strut;
  }

  private double between() {
    return large() ? BETWEEN * NARROW : BETWEEN;
  }

  private double side() {
    return large() ? SIDE * NARROW : SIDE;
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
    Pane face = upright() ? new VBox(6, words) : new HBox(18, words);
    boolean low = upright() && appearance.reach() == Appearance.Reach.LOW;
    if (!low || !large()) {
      face.getChildren().addFirst(top);
    }
    face.getStyleClass().add("face");
    double width =
        Math.floor((appearance.shape().width() - 2 * side() - (PLACES - 1) * between()) / PLACES);
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
