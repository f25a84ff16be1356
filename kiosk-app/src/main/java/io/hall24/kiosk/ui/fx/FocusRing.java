package io.hall24.kiosk.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;

/**
 * Everything that can be pressed, in the order in which it is read, and one of it that is chosen
 * and looks so. Used on the toolkit's thread only.
 */
final class FocusRing {
  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final Supplier<List<Node>> roots;
  private Optional<ButtonBase> chosen = Optional.empty();

  /**
   * Nothing is chosen yet.
   *
   * @param roots under which things can be pressed now
   */
  FocusRing(Supplier<List<Node>> roots) {
    this.roots = roots;
  }

  /** What is chosen and still there. */
  Optional<ButtonBase> chosen() {
    return chosen.filter(all()::contains);
  }

  /** Chooses the next or, going back, the one before; around at the ends. */
  Optional<ButtonBase> move(int by) {
    List<ButtonBase> all = all();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int now = chosen.map(all::indexOf).orElse(-1);
    int next = now < 0 ? (by > 0 ? 0 : all.size() - 1) : Math.floorMod(now + by, all.size());
    return choose(all.get(next));
  }

  /** Chooses the first. */
  Optional<ButtonBase> first() {
    List<ButtonBase> all = all();
    if (all.isEmpty()) {
      forget();
      return Optional.empty();
    }
    return choose(all.getFirst());
  }

  /** Chooses what has an id, if it can be pressed now. */
  Optional<ButtonBase> named(String id) {
    return all().stream()
        .filter(button -> id.equals(button.getId()))
        .findFirst()
        .flatMap(this::choose);
  }

  private Optional<ButtonBase> choose(ButtonBase button) {
    forget();
    button.pseudoClassStateChanged(CHOSEN, true);
    button.requestFocus();
    chosen = Optional.of(button);
    return chosen;
  }

  /** Nothing is chosen any more. */
  void forget() {
    chosen.ifPresent(button -> button.pseudoClassStateChanged(CHOSEN, false));
    chosen = Optional.empty();
  }

  /** What something is called. */
  static String nameOf(ButtonBase button) {
    return Stream.of(
            Optional.ofNullable(button.getAccessibleText()), Optional.ofNullable(button.getText()))
        .flatMap(Optional::stream)
        .filter(name -> !name.isBlank())
        .findFirst()
        .orElseGet(() ->
            Stream.ofNullable(button.getGraphic())
                .flatMap(FocusRing::words)
                .collect(Collectors.joining(", ")));
  }

  private static Stream<String> words(Node node) {
    if (node instanceof Labeled label) {
      return Stream.ofNullable(label.getText()).filter(text -> !text.isBlank());
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .filter(Node::isVisible)
            .flatMap(FocusRing::words)
        : Stream.empty();
  }

  private List<ButtonBase> all() {
    List<ButtonBase> all = new ArrayList<>();
    roots.get().forEach(root -> collect(root, all));
    return all;
  }

  private static void collect(Node node, List<ButtonBase> into) {
    if (!node.isVisible() || !node.isManaged() || node.isDisabled()) {
      return;
    }
    if (node instanceof ButtonBase button) {
      into.add(button);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
    }
  }
}
