package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.catalogue.ServiceItem;
import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A list of services, as many as there is room for, and two buttons that lead on and back. Its rows
 * are made once and take on other services, so that a list of thousands costs what a short one
 * does.
 */
final class ServiceRows extends Region {
  private static final int MOST_ROWS = 10;
  private static final double GAP = 14;
  private static final double BETWEEN = 20;
  private static final double PADDING = 96;
  private static final double NOTHING = 1;

  private final Labels labels;
  private final List<Row> rows = new ArrayList<>();
  private final Deque<Integer> before = new ArrayDeque<>();
  private final Button back;
  private final Button forth;
  private final Label count = Labels.plain("", "soft");
  private final Consumer<ServiceItem> chosen;
  private final IntConsumer opened;
  private final boolean touched;
  private final boolean turning;
  private List<ServiceItem> items = List.of();
  private int first;
  private int shown;

  /**
   * An empty list.
   *
   * @param width in pixels
   * @param touched whether a row is chosen by touching it; otherwise rows are numbered
   * @param turning whether it can be turned; otherwise the first are all there is
   * @param opened hears at which place the list is open
   */
  ServiceRows(
      Labels labels,
      double width,
      boolean touched,
      boolean turning,
      Consumer<ServiceItem> chosen,
      IntConsumer opened) {
    this.labels = labels;
    this.chosen = chosen;
    this.opened = opened;
    this.touched = touched;
    this.turning = turning;
    for (int number = 1; number <= MOST_ROWS; number++) {
      rows.add(new Row(number, width));
    }
    this.back = turn("screen.fold.back", this::goBack);
    this.forth = turn("screen.fold.forth", this::goForth);
    back.setId("rows-back");
    forth.setId("rows-forth");
    count.setWrapText(false);
    rows.forEach(row -> getChildren().add(row.node));
    getChildren().addAll(back, count, forth);
    setMinSize(0, 0);
  }

  /** One service. */
  private final class Row {
    private final Label title = Labels.plain("", "title");
    private final Label line = Labels.plain("", "soft");
    private final VBox face = new VBox(2, title, line);
    private final String number;
    private final Region node;

    Row(int number, double width) {
      this.number = touched ? "" : number + "  ";
      if (touched) {
        Button button = new Pressable(face, width, PADDING, this::press);
        button.getStyleClass().addAll("choice", "service-row");
        button.setId("service-" + number);
        button.accessibleTextProperty().bind(title.textProperty());
        node = button;
      } else {
        face.getStyleClass().addAll("card", "service-row");
        node = face;
      }
      node.setVisible(false);
    }

    private void press() {
      chosen.accept(items.get(first + rows.indexOf(this)));
    }

    /** Takes on a service; how high it is with it. */
    double take(ServiceItem item, double width) {
      title.setText(number + titleOf(item, labels.texts()));
      line.setText(lineOf(item).in(labels.texts()));
      node.getStyleClass().remove("good");
      if (item.here().isPresent()) {
        node.getStyleClass().add("good");
      }
      node.setVisible(true);
      node.applyCss();
      return node.prefHeight(width);
    }
  }

  private static String titleOf(ServiceItem item, Texts texts) {
    return texts.language().equals(Locale.SIMPLIFIED_CHINESE)
        ? item.title()
        : item.titleEn().orElse(item.title());
  }

  /** What this terminal can do is marked in words as well. */
  private static Words lineOf(ServiceItem item) {
    if (item.here().isPresent()) {
      return Words.of("screen.find.row.here");
    }
    return Words.of(item.idCardOnly() ? "screen.find.row.card" : "screen.find.row.window");
  }

  private Button turn(String key, Runnable press) {
    Button button = new Button(Words.of(key).in(labels.texts()));
    button.getStyleClass().add("turn");
    button.setWrapText(true);
    button.setOnAction(_ -> press.run());
    return button;
  }

  /** Shows other services, from a place on. */
  void show(List<ServiceItem> newItems, int newFirst) {
    items = newItems;
    first = Math.max(0, Math.min(newFirst, newItems.size() - 1));
    before.clear();
    requestLayout();
  }

  /** The service with a number; nothing when there is none. */
  void choose(int number) {
    if (number <= shown) {
      chosen.accept(items.get(first + number - 1));
    }
  }

  /** How many services are to be seen, once it has been laid out. */
  int shown() {
    return shown;
  }

  private void goBack() {
    open(before.isEmpty() ? Math.max(0, first - shown) : before.pop());
  }

  private void goForth() {
    before.push(first);
    open(first + shown);
  }

  private void open(int place) {
    first = place;
    opened.accept(place);
    requestLayout();
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** It takes what there is. */
  @Override
  protected double computePrefHeight(double width) {
    return 10_000;
  }

  @Override
  protected void layoutChildren() {
    boolean whole = first == 0 && fill(getHeight()) == items.size();
    List.of(back, forth, count).forEach(node -> node.setVisible(!whole && turning));
    if (!whole && turning) {
      double line = Math.max(back.minHeight(-1), back.prefHeight(-1));
      fill(getHeight() - line - GAP);
      turns(line);
    }
  }

  /** Places rows while there is room, at least one; how many there are now. */
  private int fill(double room) {
    double top = 0;
    shown = 0;
    for (Row row : rows) {
      int place = first + shown;
      double height = place < items.size() ? row.take(items.get(place), getWidth()) : 0;
      boolean fits = place < items.size() && (top + height <= room + NOTHING || shown == 0);
      row.node.setVisible(fits);
      if (!fits) {
        break;
      }
      row.node.resizeRelocate(0, top, getWidth(), height);
      top += height + GAP;
      shown++;
    }
    rows.stream().skip(shown).forEach(row -> row.node.setVisible(false));
    return shown;
  }

  private void turns(double line) {
    back.setDisable(first == 0);
    forth.setDisable(first + shown >= items.size());
    count.setText((first + 1) + "–" + (first + shown) + " / " + items.size());
    double middle = count.prefWidth(-1);
    double width = (getWidth() - middle - 2 * BETWEEN) / 2;
    double top = getHeight() - line;
    back.resizeRelocate(0, top, width, line);
    forth.resizeRelocate(getWidth() - width, top, width, line);
    double text = count.prefHeight(-1);
    count.resizeRelocate(width + BETWEEN, top + (line - text) / 2, middle, text);
  }
}
