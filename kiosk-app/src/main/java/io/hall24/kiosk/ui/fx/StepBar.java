package io.hall24.kiosk.ui.fx;

import io.hall24.kiosk.ui.VisitStep;
import io.hall24.kiosk.ui.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/**
 * Where in the visit a screen stands: a name under every bar, or, with letters too large for that,
 * the name of the current step and its number.
 */
final class StepBar extends Region {
  private static final double BETWEEN = 14;
  private static final double BAR = 12;
  private static final double UNDER = 8;

  private final List<Region> bars = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();
  private final Label current;

  StepBar(VisitStep now, Labels labels) {
    for (VisitStep step : VisitStep.values()) {
      Region bar = new Region();
      bar.getStyleClass().add("bar");
      Label name = labels.first(step.words(), "step");
      name.setWrapText(false);
      if (step.compareTo(now) <= 0) {
        bar.getStyleClass().add("done");
        name.getStyleClass().add(step == now ? "now" : "done");
      }
      bars.add(bar);
      names.add(name);
    }
    this.current =
        labels.first(
            Words.of(
                "screen.step",
                List.of(VisitStep.values()).indexOf(now) + 1,
                names.size(),
                now.words()),
            "step",
            "now");
    getChildren().addAll(bars);
    getChildren().addAll(names);
    getChildren().add(current);
    setMinHeight(USE_PREF_SIZE);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    return BAR + UNDER + current.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double each = (getWidth() + BETWEEN) / bars.size() - BETWEEN;
    boolean room = names.stream().allMatch(name -> name.prefWidth(-1) <= each + BETWEEN / 2);
    for (int place = 0; place < bars.size(); place++) {
      double left = place * (each + BETWEEN);
      bars.get(place).resizeRelocate(left, 0, each, BAR);
      Label name = names.get(place);
      name.setVisible(room);
      name.resizeRelocate(left, BAR + UNDER, each + BETWEEN / 2, name.prefHeight(-1));
    }
    current.setVisible(!room);
    current.resizeRelocate(0, BAR + UNDER, getWidth(), current.prefHeight(getWidth()));
  }
}
