package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.licence.FaceItem;
import io.hall24.kiosk.licence.LicenceFace;
import io.hall24.kiosk.ui.FaceCaptions;
import io.hall24.kiosk.ui.Words;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;

/** A licence as it will be printed, in letters that can be read and with 样本 across it. */
final class SheetView extends StackPane {
  private static final double CAPTION_WIDTH = 250;

  private final Labels labels;
  private final GridPane rows = new GridPane(28, 16);

  SheetView(LicenceFace face, Labels labels) {
    this.labels = labels;
    Label title = Labels.plain(Words.of("screen.sheet.title").in(labels.texts()), "sheet-title");
    ColumnConstraints captions = new ColumnConstraints(CAPTION_WIDTH);
    ColumnConstraints values = new ColumnConstraints();
    values.setHgrow(Priority.ALWAYS);
    rows.getColumnConstraints().addAll(captions, values);
    add(Words.of("screen.sheet.code"), face.uscc(), true);
    for (FaceItem item : face.items().keySet()) {
      add(
          FaceCaptions.of(face.entityType(), item),
          face.items().get(item),
          item == FaceItem.NAME || item == FaceItem.PERSON);
    }
    add(Words.of("screen.sheet.authority"), face.authority(), false);
    face.issueDate().ifPresent(date -> add(Words.of("screen.sheet.issued"), date, false));
    VBox sheet = new VBox(title, rows);
    sheet.setAlignment(Pos.TOP_CENTER);
    sheet.getStyleClass().add("sheet");
    Text sample = new Text(Words.of("screen.sheet.sample").in(labels.texts()));
    sample.getStyleClass().add("sample");
    sample.setRotate(-24);
    sample.setManaged(false);
    StackPane over = new StackPane(sample);
    over.setMouseTransparent(true);
    sample.layoutXProperty().bind(over.widthProperty().subtract(600).divide(2));
    sample.layoutYProperty().bind(over.heightProperty().divide(2).add(100));
    getChildren().addAll(sheet, over);
  }

  private void add(Words caption, String value, boolean strong) {
    Label name = labels.first(caption, "caption");
    Label text = Labels.plain(value);
    if (strong) {
      text.getStyleClass().add("bold");
    }
    GridPane.setValignment(name, VPos.TOP);
    GridPane.setHalignment(name, HPos.LEFT);
    rows.addRow(rows.getRowCount(), name, text);
  }
}
