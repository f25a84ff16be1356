package io.hall24.kiosk.identity.face;

import io.hall24.device.ErasableMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.FloatBuffer;

/**
 * What the embedding net makes of an aligned face: 512 numbers of length one, off the heap, gone
 * when its {@link ErasableMemory} is closed. Biometric data: never logged, stored or sent.
 */
public final class FaceTemplate {
  static final int DIMENSIONS = 512;
  private final MemorySegment vector;

  private FaceTemplate(MemorySegment vector) {
    this.vector = vector;
  }

  /** Normalises the net's output to length one. */
  static FaceTemplate normalised(FloatBuffer raw, ErasableMemory memory) {
    if (raw.remaining() != DIMENSIONS) {
      throw new IllegalArgumentException("a template of " + raw.remaining() + " numbers");
    }
    double squares = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      squares += (double) raw.get(i) * raw.get(i);
    }
    if (!(squares > 0) || Double.isInfinite(squares)) {
      throw new IllegalStateException("the embedding net gave no direction");
    }
    double length = Math.sqrt(squares);
    MemorySegment vector = memory.allocate(DIMENSIONS * (long) Float.BYTES);
    for (int i = 0; i < DIMENSIONS; i++) {
      vector.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) (raw.get(i) / length));
    }
    return new FaceTemplate(vector);
  }

  /** The comparison score: cosine of the angle between two templates, -1 to 1, greater is alike. */
  public double scoreAgainst(FaceTemplate other) {
    double sum = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      sum +=
          (double) vector.getAtIndex(ValueLayout.JAVA_FLOAT, i)
              * other.vector.getAtIndex(ValueLayout.JAVA_FLOAT, i);
    }
    return Math.clamp(sum, -1.0, 1.0);
  }

  /** A copy that lives as long as another memory. */
  public FaceTemplate copiedTo(ErasableMemory memory) {
    return new FaceTemplate(memory.allocate(vector.byteSize()).copyFrom(vector));
  }

  @Override
  public String toString() {
    return "FaceTemplate[...]";
  }
}
