package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.catalogue.Candidate;
import io.hall24.kiosk.ui.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Characters for what was typed, side by side, and keys that lead to more; or a hint. */
final class CandidateRow extends Region {
  private static final double HIGH = 124;
  private static final double LEAST_WIDTH = 124;
  private static final int MOST_KEYS = 7;

  private final double gap;
  private final Consumer<Candidate> taken;
  private final List<Button> keys = new ArrayList<>();
  private final Deque<Integer> before = new ArrayDeque<>();
  private final Button back;
  private final Button forth;
  private final Label hint;
  private final Label shortHint;
  private List<Candidate> offered = List.of();
  private int first;
  private int shown;

  CandidateRow(Labels labels, double gap, Consumer<Candidate> taken) {
    this.gap = gap;
    this.taken = taken;
    for (int place = 0; place < MOST_KEYS; place++) {
      int mine = place;
      Button key = new Button();
      key.getStyleClass().addAll("key", "candidate");
      key.setId("candidate-" + place);
      key.setOnAction(_ -> this.taken.accept(offered.get(first + mine)));
      keys.add(key);
    }
    this.back = turn("‹", "screen.find.key.fewer", labels, this::goBack);
    this.forth = turn("›", "screen.find.key.more", labels, this::goForth);
    this.hint = labels.first(Words.of("screen.find.key.hint"), "soft");
    this.shortHint = labels.first(Words.of("screen.find.key.hint.short"), "soft");
    getChildren().addAll(keys);
    getChildren().addAll(back, forth, hint, shortHint);
    setMinSize(0, HIGH);
    setPrefHeight(HIGH);
  }

  private static Button turn(String sign, String name, Labels labels, Runnable press) {
    Button turn = new Button(sign);
    turn.getStyleClass().addAll("key", "word");
    turn.setAccessibleText(Words.of(name).in(labels.texts()));
    turn.setOnAction(_ -> press.run());
    return turn;
  }

  /** Offers other characters. */
  void show(List<Candidate> candidates) {
    offered = candidates;
    first = 0;
    before.clear();
    requestLayout();
  }

  private void goForth() {
    before.push(first);
    first += shown;
    requestLayout();
  }

  private void goBack() {
    first = before.isEmpty() ? 0 : before.pop();
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    boolean none = offered.isEmpty();
    boolean all = hint.prefHeight(getWidth()) <= getHeight();
    hint.setVisible(none && all);
    shortHint.setVisible(none && !all);
    hint.resizeRelocate(0, 0, getWidth(), getHeight());
    shortHint.resizeRelocate(0, 0, getWidth(), getHeight());
    double room = getWidth() - 2 * (LEAST_WIDTH + gap);
    double left = 0;
    shown = 0;
    for (Button key : keys) {
      int place = first + shown;
      boolean there = place < offered.size();
      if (there) {
        key.setText(offered.get(place).text());
        key.setVisible(true);
        key.applyCss();
      }
      double width = Math.max(LEAST_WIDTH, there ? key.prefWidth(-1) : 0);
      boolean fits = there && (left + width <= room || shown == 0);
      if (!fits) {
        break;
      }
      key.resizeRelocate(left, 0, Math.min(width, room), HIGH);
      left += width + gap;
      shown++;
    }
    keys.stream().skip(shown).forEach(key -> key.setVisible(false));
    turns(none);
  }

  private void turns(boolean none) {
    back.setVisible(!none);
    forth.setVisible(!none);
    back.setDisable(first == 0);
    forth.setDisable(first + shown >= offered.size());
    double place = getWidth() - 2 * LEAST_WIDTH - gap;
    back.resizeRelocate(place, 0, LEAST_WIDTH, HIGH);
    forth.resizeRelocate(place + LEAST_WIDTH + gap, 0, LEAST_WIDTH, HIGH);
  }
}
