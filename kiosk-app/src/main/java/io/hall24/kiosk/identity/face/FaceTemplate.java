package io.hall24.kiosk.identity.face;

import io.hall24.device.ErasableMemory;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.FloatBuffer;

/**
 * What the embedding net makes of an aligned face: numbers that together have the length one, off
 * the heap, gone when its {@link ErasableMemory} is closed. Biometric data: never logged, stored or
 * sent.
 */
public final class FaceTemplate {
  private final MemorySegment vector;
  private final String algorithm;

  private FaceTemplate(MemorySegment vector, String algorithm) {
    this.vector = vector;
    this.algorithm = algorithm;
  }

  /** Normalises the net's output to length one. */
  static FaceTemplate normalised(FloatBuffer raw, String algorithm, ErasableMemory memory) {
    int dimensions = raw.remaining();
    double squares = 0;
    for (int i = 0; i < dimensions; i++) {
      squares += (double) raw.get(i) * raw.get(i);
    }
    if (!(squares > 0) || Double.isInfinite(squares)) {
      throw new IllegalStateException("the embedding net gave no direction");
    }
    double length = Math.sqrt(squares);
    MemorySegment vector = memory.allocate(dimensions * (long) Float.BYTES);
    for (int i = 0; i < dimensions; i++) {
      vector.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) (raw.get(i) / length));
    }
    return new FaceTemplate(vector, algorithm);
  }

  /** The comparison score: cosine of the angle between two templates, -1 to 1, greater is alike. */
  public double scoreAgainst(FaceTemplate other) {
    if (!algorithm.equals(other.algorithm)) {
      throw new IllegalArgumentException(algorithm + " against " + other.algorithm);
    }
    double sum = 0;
    for (int i = 0; i < vector.byteSize() / Float.BYTES; i++) {
      sum +=
          (double) vector.getAtIndex(ValueLayout.JAVA_FLOAT, i)
              * other.vector.getAtIndex(ValueLayout.JAVA_FLOAT, i);
    }
    return Math.clamp(sum, -1.0, 1.0);
  }

  /** Which nets and processing made it; templates of two algorithms cannot be compared. */
  public String algorithm() {
    return algorithm;
  }

  /** A copy that lives as long as another memory. */
  public FaceTemplate copiedTo(ErasableMemory memory) {
    return new FaceTemplate(memory.allocate(vector.byteSize()).copyFrom(vector), algorithm);
  }

  @Override
  public String toString() {
    return "FaceTemplate[...]";
  }
}
