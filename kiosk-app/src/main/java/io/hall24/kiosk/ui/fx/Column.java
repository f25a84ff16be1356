package io.hall24.kiosk.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * Parts under each other in a given height. When they need more room than there is, pictures get
 * smaller first, then hints give way, the least needed first, and only then texts are folded.
 * Letters never get smaller, and nothing is cut.
 */
final class Column extends Region {
  private static final double NOTHING = 0.5;
  private static final int NEXT = 10;

  private final double gap;
  private final List<Part> parts = new ArrayList<>();
  private Optional<Region> leftOut = Optional.empty();

  Column(double gap) {
    this.gap = gap;
    setMinSize(0, 0);
  }

  /** What a part does with room. */
  private enum Kind {
    /** As high as it likes. */
    FIXED,
    /** Between its least height and what it likes. */
    TEXT,
    /** From its least height on. */
    PICTURE,
    /** Takes what nobody else wants. */
    EMPTY
  }

  /**
   * One part.
   *
   * @param least height at which hints give way; not less than a column's or a text's own
   * @param rank zero: always there; otherwise the highest one gives way first
   * @param shorter what stands there when it gave way, from the longest on
   */
  private record Part(Region node, Kind kind, double least, int rank, List<Region> shorter) {
    double liked(double width) {
      return Math.max(node.minHeight(width), node.prefHeight(width));
    }

    /** What is left of it when it gives way. */
    Optional<Part> lean() {
      return shorter.isEmpty() ? Optional.empty() : Optional.of(versions(shorter, rank - NEXT));
    }

    static Part versions(List<Region> nodes, int rank) {
      return new Part(
          nodes.getFirst(),
          Kind.FIXED,
          0,
          nodes.size() > 1 ? rank : 0,
          nodes.subList(1, nodes.size()));
    }

    double least(double width) {
      return switch (node) {
        case Column column when kind != Kind.FIXED -> Math.max(least, column.leastHeight(width));
        case Folded folded -> folded.tightHeight(width);
        default -> kind == Kind.FIXED ? liked(width) : least;
      };
    }

    double floor(double width) {
      return kind == Kind.TEXT ? Math.min(least, least(width)) : least(width);
    }

    boolean empty() {
      return kind == Kind.EMPTY;
    }
  }

  /** Always there, as high as it likes. */
  Column keep(Region node) {
    return add(new Part(node, Kind.FIXED, 0, 0, List.of()));
  }

  /** Gives way when there is no room. */
  Column hint(Region node, int rank) {
    return add(new Part(node, Kind.FIXED, 0, rank, List.of()));
  }

  /** Gives way to something shorter, from the longest to what is always there. */
  Column versions(List<Region> nodes, int rank) {
    getChildren().addAll(nodes.subList(1, nodes.size()));
    return add(Part.versions(List.copyOf(nodes), rank));
  }

  /** Takes what is left; gives way when that is less than its least height. */
  Column picture(Region node, double least, int rank) {
    return add(new Part(node, Kind.PICTURE, least, rank, List.of()));
  }

  /** Folded to this height at the least, when all hints are gone and there still is no room. */
  Column text(Folded node, double floor) {
    return add(new Part(node, Kind.TEXT, floor, 0, List.of()));
  }

  /** Empty room, which takes its share of what is left. */
  Column rest() {
    return add(new Part(new Region(), Kind.EMPTY, 0, 0, List.of()));
  }

  /** Leaves one part out. */
  void without(Optional<? extends Region> part) {
    leftOut = part.map(node -> node);
  }

  private Column add(Part part) {
    parts.add(part);
    getChildren().add(part.node());
    return this;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefWidth(double height) {
    return parts.stream().mapToDouble(part -> part.node().prefWidth(-1)).max().orElse(0);
  }

  @Override
  protected double computePrefHeight(double width) {
    return new Plan(inner(width)).liked() + edges();
  }

  /** How high it is without hints, its pictures as small as they may be. */
  double leastHeight(double width) {
    var plan = new Plan(inner(width));
    plan.dropHints(0);
    return plan.needed() + edges();
  }

  private double inner(double width) {
    return width - snappedLeftInset() - snappedRightInset();
  }

  private double edges() {
    return snappedTopInset() + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    double height = getHeight() - edges();
    var plan = new Plan(inner(getWidth()));
    plan.dropHints(height);
    getChildren().forEach(child -> child.setVisible(false));
    plan.place(height);
  }

  /** Which parts are shown at one width, and how high. */
  private final class Plan {
    private final double width;
    private final List<Part> shown;

    Plan(double width) {
      this.width = width;
      this.shown =
          parts.stream()
              .filter(part -> leftOut.filter(part.node()::equals).isEmpty())
              .collect(Collectors.toCollection(ArrayList::new));
    }

    private double gaps() {
      return Math.max(0, shown.stream().filter(part -> !part.empty()).count() - 1) * gap;
    }

    double liked() {
      return shown.stream().mapToDouble(part -> part.empty() ? 0 : part.liked(width)).sum()
          + gaps();
    }

    double needed() {
      return shown.stream().mapToDouble(part -> part.least(width)).sum() + gaps();
    }

    void dropHints(double height) {
      int rank = shown.stream().mapToInt(Part::rank).max().orElse(0);
      while (rank > 0 && needed() > height + NOTHING) {
        drop(shown.stream().map(Part::rank).toList().indexOf(rank));
        rank = shown.stream().mapToInt(Part::rank).max().orElse(0);
      }
    }

    private void drop(int place) {
      Optional<Part> lean = shown.get(place).lean();
      if (lean.isPresent()) {
        shown.set(place, lean.get());
      } else {
        shown.remove(place);
      }
    }

    void place(double height) {
      double[] heights = shown.stream().mapToDouble(part -> part.least(width)).toArray();
      double left = height - needed();
      if (left < 0) {
        fold(heights, -left);
      } else {
        spread(heights, left);
      }
      double top = snappedTopInset();
      for (int place = 0; place < heights.length; place++) {
        Part part = shown.get(place);
        part.node().setVisible(true);
        part.node().resizeRelocate(snappedLeftInset(), snapPositionY(top), width, heights[place]);
        top += heights[place] + (part.empty() ? 0 : gap);
      }
    }

    private void fold(double[] heights, double missing) {
      double left = missing;
      for (int place = 0; place < heights.length && left > 0; place++) {
        double less = Math.min(left, heights[place] - shown.get(place).floor(width));
        heights[place] -= less;
        left -= less;
      }
    }

    /** Texts get what they like, then pictures take everything before empty room gets any. */
    private void spread(double[] heights, double room) {
      double left = room;
      for (int place = 0; place < heights.length; place++) {
        if (shown.get(place).kind() == Kind.TEXT) {
          double more = Math.min(left, shown.get(place).liked(width) - heights[place]);
          heights[place] += more;
          left -= more;
        }
      }
      Kind taker =
          shown.stream().anyMatch(part -> part.kind() == Kind.PICTURE) ? Kind.PICTURE : Kind.EMPTY;
      long takers = shown.stream().filter(part -> part.kind() == taker).count();
      for (int place = 0; place < heights.length; place++) {
        if (shown.get(place).kind() == taker) {
          heights[place] += left / takers;
        }
      }
    }
  }
}
