package io.hall24.kiosk.identity.face;

import io.hall24.device.ErasableMemory;
import java.nio.FloatBuffer;

/** Templates of a wanted likeness, for tests of what is decided by scores. */
public final class Templates {
  private Templates() {}

  /** A template whose score against {@code scoring(1, ...)} is the given one. */
  public static FaceTemplate scoring(double score, ErasableMemory memory) {
    FloatBuffer raw = FloatBuffer.allocate(512);
    raw.put(0, (float) score);
    raw.put(1, (float) Math.sqrt(1 - score * score));
    return FaceTemplate.normalised(raw, "test", memory);
  }
}
