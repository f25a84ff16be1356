package io.hall24.kiosk.identity.face;

import java.util.List;
import java.util.Random;

/**
 * A net with the twelve outputs of YuNet, and nothing learnt: each cell of a grid is judged by its
 * mean colour, by weights that a seed gives.
 */
final class CellNet {
  private static final List<Integer> CELLS = List.of(8, 16, 32);

  private CellNet() {}

  static byte[] onnx(int width, int height, long seed) {
    Random random = new Random(seed);
    Message graph =
        new Message().text(2, "cells").message(11, Message.value("input", 1, 3, height, width));
    for (int cell : CELLS) {
      String pooled = "mean" + cell;
      graph.message(
          1,
          Message.node("AveragePool", List.of("input"), pooled)
              .message(5, Message.attribute("kernel_shape", cell, cell))
              .message(5, Message.attribute("strides", cell, cell)));
      int cells = (width / cell) * (height / cell);
      output(graph, pooled, "cls_" + cell, cells, 1, true, random);
      output(graph, pooled, "obj_" + cell, cells, 1, true, random);
      output(graph, pooled, "bbox_" + cell, cells, 4, false, random);
      output(graph, pooled, "kps_" + cell, cells, 10, false, random);
    }
    return Message.model(graph);
  }

  private static void output(
      Message graph,
      String pooled,
      String name,
      int cells,
      int columns,
      boolean share,
      Random random) {
    float[] weights = new float[3 * columns];
    float[] offsets = new float[columns];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (random.nextFloat() - 0.5f) / 60;
    }
    for (int i = 0; i < columns; i++) {
      offsets[i] = random.nextFloat() - 0.5f;
    }
    graph
        .message(5, Message.floats(name + "_w", weights, columns, 3, 1, 1))
        .message(5, Message.floats(name + "_b", offsets, columns))
        .message(5, Message.integers(name + "_s", 1, cells, columns))
        .message(
            1,
            Message.node("Conv", List.of(pooled, name + "_w", name + "_b"), name + "_raw")
                .message(5, Message.attribute("kernel_shape", 1, 1)));
    String last = name + "_raw";
    if (share) {
      graph.message(1, Message.node("Sigmoid", List.of(last), name + "_share"));
      last = name + "_share";
    }
    graph
        .message(
            1,
            Message.node("Transpose", List.of(last), name + "_rows")
                .message(5, Message.attribute("perm", 0, 2, 3, 1)))
        .message(1, Message.node("Reshape", List.of(name + "_rows", name + "_s"), name))
        .message(12, Message.value(name, 1, cells, columns));
  }
}
