package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.licence.FaceItem;
import io.hall24.kiosk.licence.LicenceFace;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.FaceCaptions;
import io.hall24.kiosk.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * A licence as it will be printed, in letters that can be read and with 样本 across it. A caption
 * stands beside its value; over it when letters are large.
 */
final class SheetView extends StackPane {
  private static final double CAPTION_WIDTH = 236;

  private static final double EVERY = 640;
  private static final int MOST_MARKS = 6;
  private static final double TILT = -24;

  private final Labels labels;
  private final boolean large;
  private final boolean wide;
  private final GridPane rows;
  private final List<Label> explanations = new ArrayList<>();
  private final Button explain;
  private boolean explained;
  private int column;

  SheetView(LicenceFace face, Appearance appearance, Labels labels) {
    this.labels = labels;
    this.large = appearance.size().factor() > 1;
    this.wide = !large && appearance.shape() == Appearance.Shape.LANDSCAPE;
    this.rows = new GridPane(18, 4);
    this.explain = explain();
    constrain();
    Label title = Labels.plain(Words.of("screen.sheet.title").in(labels.texts()), "sheet-title");
    Words code = Words.of("screen.sheet.code");
    HBox header = header(title);
    add(code, face.uscc(), "code", true, false);
    for (FaceItem item : face.items().keySet()) {
      add(
          FaceCaptions.of(face.entityType(), item),
          face.items().get(item),
          item.name().toLowerCase(Locale.ROOT),
          item == FaceItem.NAME || item == FaceItem.PERSON,
          shortItem(item));
    }
    add(Words.of("screen.sheet.authority"), face.authority(), "authority", false, true);
    face.issueDate()
        .ifPresent(date -> add(Words.of("screen.sheet.issued"), date, "issued", false, true));
    VBox sheet = new VBox(header, rows);
    sheet.setAlignment(Pos.TOP_CENTER);
    sheet.getStyleClass().add("sheet");
    getChildren().addAll(sheet, new Sample());
  }

  /** Items of which two stand side by side on a wide sheet, as on the paper. */
  private static boolean shortItem(FaceItem item) {
    return switch (item) {
      case TYPE, PERSON, COMPOSITION, CAPITAL, ESTABLISHED -> true;
      case NAME, PLACE, BUSINESS_SCOPE -> false;
    };
  }

  private void constrain() {
    ColumnConstraints captions =
        wide ? new ColumnConstraints() : new ColumnConstraints(CAPTION_WIDTH);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    if (large) {
      rows.getColumnConstraints().add(values);
    } else if (wide) {
      captions.setPercentWidth(21);
      values.setPercentWidth(29);
      rows.getColumnConstraints().addAll(captions, values, captions, values);
    } else {
      rows.getColumnConstraints().addAll(captions, values);
    }
  }

  /** Across every part of the paper, so that no leaf of it is without. */
  private final class Sample extends Pane {
    private final List<Text> marks = new ArrayList<>();

    Sample() {
      String word = Words.of("screen.sheet.sample").in(labels.texts());
      for (int place = 0; place < MOST_MARKS; place++) {
        Text mark = new Text(word);
        mark.getStyleClass().add("sample");
        mark.setRotate(TILT);
        marks.add(mark);
      }
      getChildren().addAll(marks);
      setMouseTransparent(true);
      setMinSize(0, 0);
      setPrefSize(0, 0);
      Rectangle paper = new Rectangle();
      paper.widthProperty().bind(widthProperty());
      paper.heightProperty().bind(heightProperty());
      setClip(paper);
    }

    @Override
    protected void layoutChildren() {
      double shown = Math.clamp(Math.round(getHeight() / EVERY), 1, MOST_MARKS);
      for (int place = 0; place < MOST_MARKS; place++) {
        Text mark = marks.get(place);
        mark.setVisible(place < shown);
        double width = mark.prefWidth(-1);
        double height = mark.prefHeight(-1);
        double middle = getHeight() * (place + 0.5) / shown;
        mark.relocate((getWidth() - width) / 2, middle - height / 2);
      }
    }
  }

  private HBox header(Label title) {
    Region between = new Region();
    HBox.setHgrow(between, Priority.ALWAYS);
    title.setMinWidth(USE_PREF_SIZE);
    HBox header = new HBox(18, title, between, explain);
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private void add(Words caption, String value, String explained, boolean strong, boolean half) {
    Label name = labels.first(caption, "item-name");
    Label text = Labels.plain(value);
    if (strong) {
      text.getStyleClass().add("bold");
    }
    Label explanation = labels.first(Words.of("screen.explain." + explained), "soft");
    explanations.add(explanation);
    shown(explanation, false);
    VBox both = new VBox(text, explanation);
    GridPane.setValignment(name, VPos.TOP);
    GridPane.setHalignment(name, HPos.LEFT);
    if (large) {
      rows.addRow(rows.getRowCount(), new VBox(name, both));
    } else if (wide) {
      addWide(name, both, half);
    } else {
      rows.addRow(rows.getRowCount(), name, both);
    }
  }

  private static void shown(Label explanation, boolean shown) {
    explanation.setVisible(shown);
    explanation.setManaged(shown);
  }

  /** What is touched; taken out, to stand elsewhere. */
  Region takeExplain() {
    ((HBox) explain.getParent()).getChildren().remove(explain);
    explain.setMaxWidth(Double.MAX_VALUE);
    return explain;
  }

  /** Says under every item what it is, or leaves that out again. */
  private Button explain() {
    Button button = new Button();
    button.setId("explain");
    button.getStyleClass().addAll("turn", "explain");
    button.setMinWidth(USE_PREF_SIZE);
    Runnable name =
        () ->
            button.setText(
                Words.of(explained ? "screen.explain.less" : "screen.explain.more")
                    .in(labels.texts()));
    button.setOnAction(_ -> {
      explained = !explained;
      explanations.forEach(explanation -> shown(explanation, explained));
      name.run();
    });
    name.run();
    return button;
  }

  private void addWide(Label name, Region text, boolean half) {
    int row = column == 0 || !half ? rows.getRowCount() : rows.getRowCount() - 1;
    int at = half ? column : 0;
    rows.add(name, at, row);
    rows.add(text, at + 1, row, half ? 1 : 3, 1);
    column = half && column == 0 ? 2 : 0;
  }
}
