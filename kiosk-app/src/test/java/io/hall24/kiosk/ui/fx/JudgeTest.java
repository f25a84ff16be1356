package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;

/** The judge finds what is planted, and nothing where nothing is. */
class JudgeTest {
  private static final Toolkit TOOLKIT = Panels.toolkit();
  private static final Judge.Measure MEASURE = new Judge.Measure(28, 0);
  private static final String STYLE = "-fx-font-size: 30px; -fx-text-fill: black;";

  private static List<Judge.Fault> judged(Judge.Measure measure, Node... nodes)
      throws InterruptedException {
    return TOOLKIT.call(() -> {
      Pane root = new Pane(nodes);
      root.setStyle("-fx-background-color: white");
      new Scene(root, 900, 900);
      root.applyCss();
      root.layout();
      return Judge.faults(root, measure).stream().map(Judge.Finding::fault).toList();
    });
  }

  private static List<Judge.Fault> judged(Node... nodes) throws InterruptedException {
    return judged(MEASURE, nodes);
  }

  private static Label label(String text) {
    Label label = new Label(text);
    label.setStyle(STYLE);
    label.setWrapText(true);
    return label;
  }

  private static Button button(double size) {
    Button button = new Button("开始");
    button.setStyle(STYLE);
    button.setMinSize(size, size);
    return button;
  }

  @Test
  void nothingIsFoundWhereNothingIsWrong() throws InterruptedException {
    Button button = button(130);
    button.relocate(0, 200);
    assertEquals(List.of(), judged(label("请取走正本"), button));
  }

  @Test
  void aWordThatIsShortenedIsFound() throws InterruptedException {
    Label cut = label("请取走正本，不要忘记您的证件");
    cut.setMaxSize(150, 45);
    assertEquals(List.of(Judge.Fault.SHORTENED, Judge.Fault.CUT), judged(cut));
  }

  @Test
  void wordsBeyondTheEdgeAreFound() throws InterruptedException {
    Label below = label("请取走正本");
    below.relocate(0, 890);
    Label gone = label("请取走正本");
    gone.relocate(0, 2000);
    assertEquals(List.of(Judge.Fault.OUTSIDE, Judge.Fault.OUTSIDE), judged(below, gone));
  }

  @Test
  void aLineThatALeafCutsIsFound() throws InterruptedException {
    Pane leaf = new Pane(label("请取走正本"));
    leaf.setClip(new Rectangle(900, 20));
    assertEquals(List.of(Judge.Fault.OUTSIDE), judged(leaf));
  }

  @Test
  void aWordThatIsDividedIsFound() throws InterruptedException {
    Label narrow = label("internationalisation");
    narrow.setPrefWidth(120);
    narrow.setMinHeight(Region.USE_PREF_SIZE);
    narrow.setMaxWidth(120);
    assertEquals(List.of(Judge.Fault.BROKEN_WORD), judged(narrow));
  }

  @Test
  void wordsOnWordsAreFound() throws InterruptedException {
    Label second = label("正本");
    second.relocate(20, 10);
    assertEquals(List.of(Judge.Fault.OVERLAP), judged(label("请取走正本"), second));
  }

  @Test
  void faintWordsAreFound() throws InterruptedException {
    Label faint = label("请取走正本");
    faint.setStyle("-fx-font-size: 30px; -fx-text-fill: #777777;");
    Label enough = label("请取走正本");
    enough.setStyle("-fx-font-size: 30px; -fx-text-fill: #767676;");
    enough.relocate(0, 100);
    assertEquals(List.of(Judge.Fault.FAINT), judged(faint, enough));
  }

  @Test
  void wordsOnAGroundOfTheirOwnColourAreFound() throws InterruptedException {
    Pane dark = new Pane(label("请取走正本"));
    dark.setStyle("-fx-background-color: #333333");
    assertEquals(List.of(Judge.Fault.FAINT), judged(dark));
  }

  @Test
  void smallLettersAreFound() throws InterruptedException {
    Label small = label("请取走正本");
    small.setStyle("-fx-font-size: 27px; -fx-text-fill: black;");
    assertEquals(List.of(Judge.Fault.SMALL_LETTERS), judged(small));
  }

  @Test
  void aTargetForASmallFingerIsFound() throws InterruptedException {
    assertEquals(List.of(Judge.Fault.SMALL_TARGET), judged(button(120)));
  }

  @Test
  void aTargetThatIsTooHighForAPersonWhoSitsIsFound() throws InterruptedException {
    assertEquals(
        List.of(Judge.Fault.OUT_OF_REACH), judged(new Judge.Measure(28, 450), button(130)));
  }

  @Test
  void aButtonWithoutANameIsFound() throws InterruptedException {
    Button nameless = button(130);
    nameless.setText("");
    nameless.setGraphic(new Rectangle(20, 20));
    assertEquals(List.of(Judge.Fault.NO_NAME), judged(nameless));
  }
}
