package io.hall24.kiosk.identity;

import io.hall24.kiosk.identity.face.SurfaceCues;
import java.util.List;

/**
 * From when on the frames of a visit look like a print or a screen. The numbers are read off
 * rendered prints and screens: advisory, until they are measured on the terminal's own camera.
 *
 * @param pattern median strength of a fine pattern, a ratio of amplitudes
 * @param edges median share of the face's sides with an edge beside it, 0 to 1
 */
public record SurfacePolicy(double pattern, double edges) {
  /** Read off half of the rendered people. */
  public static SurfacePolicy standard() {
    return new SurfacePolicy(12, 1);
  }

  /** Whether either cue is there. */
  public boolean suspects(double seenPattern, double seenEdges) {
    return seenPattern >= pattern || seenEdges >= edges;
  }

  /** The medians over the frames of a visit: one frame says little. */
  static SurfaceCues medians(List<SurfaceCues> frames) {
    return new SurfaceCues(
        median(frames.stream().map(SurfaceCues::pattern).sorted().toList()),
        median(frames.stream().map(SurfaceCues::edges).sorted().toList()));
  }

  private static double median(List<Double> sorted) {
    return sorted.get(sorted.size() / 2);
  }
}
