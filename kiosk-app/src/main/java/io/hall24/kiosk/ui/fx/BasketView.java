package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.journey.Question.FillBasket.Offer;
import io.hall24.kiosk.ui.Basket;
import io.hall24.kiosk.ui.QuestionPages;
import io.hall24.kiosk.ui.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Licences, each of which is taken or put back by touching it. */
final class BasketView extends VBox {
  private static final double PADDING = 96;

  private final Basket basket;
  private final Labels labels;
  private final Runnable changed;
  private final int lines;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Of a basket.
   *
   * @param width in pixels
   * @param lines how many facts a licence says of itself: 2 and whether it is taken, or fewer
   * @param changed is called when something was taken or put back
   */
  BasketView(Basket basket, Labels labels, double width, double gap, int lines, Runnable changed) {
    this.basket = basket;
    this.labels = labels;
    this.changed = changed;
    this.lines = lines;
    setSpacing(gap);
    for (Offer offer : basket.offers()) {
      rows.add(new Row(offer, width));
    }
    rows.forEach(row -> getChildren().add(row.button));
    rows.forEach(Row::refresh);
  }

  private boolean brief() {
    return lines < 2;
  }

  /** One licence. */
  private final class Row {
    private final Offer offer;
    private final Words name;
    private final Label title;
    private final Label mark;
    private final Button button;

    Row(Offer offer, double width) {
      this.offer = offer;
      this.name = QuestionPages.nameOf(offer.order());
      this.title = labels.first(name, "title");
      this.mark = labels.first(Words.of("screen.basket.free"), "mark");
      List<Words> all = QuestionPages.facts(offer);
      VBox facts = new VBox(6, title);
      all.subList(all.size() - lines, all.size())
          .forEach(fact -> facts.getChildren().add(labels.first(fact, "soft")));
      HBox.setHgrow(facts, Priority.ALWAYS);
      mark.setMinWidth(USE_PREF_SIZE);
      HBox face = brief() ? new HBox(facts) : new HBox(24, facts, mark);
      face.setAlignment(Pos.CENTER_LEFT);
      button = labels.button(face, name, "choice", width, PADDING, this::press);
      button.setId("offer-" + basket.offers().indexOf(offer));
    }

    private void press() {
      basket.turn(offer);
      rows.forEach(Row::refresh);
      changed.run();
    }

    void refresh() {
      boolean taken = basket.has(offer);
      mark.setText(
          Words.of(taken ? "screen.basket.taken" : "screen.basket.free").in(labels.texts()));
      String said = name.in(labels.texts());
      title.setText(brief() && taken ? "✓ " + said : said);
      button.setAccessibleText(said + ", " + mark.getText());
      button.getStyleClass().remove("good");
      if (taken) {
        button.getStyleClass().add("good");
      }
      button.setDisable(!basket.open(offer));
    }
  }
}
