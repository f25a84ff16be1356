package io.hall24.kiosk.demo.face;

/**
 * What a face does, bent out of a portrait: the head as half an ellipsoid with a nose that is
 * turned, lids drawn over the eyes, a lower jaw let down. Lengths are in eye distances from the
 * middle between the eyes, right and down. It moves the points that the nets find; it is no model
 * of a real person's movement.
 *
 * @param turnDegrees of the head; positive towards the picture's right
 * @param lids 0 open to 1 closed
 * @param jaw 0 closed to 1 wide open
 */
record Grimace(double turnDegrees, double lids, double jaw) {
  static final Grimace NONE = new Grimace(0, 0, 0);

  private static final double HALF_WIDTH = 1.25;
  private static final double HALF_HEIGHT = 2.1;
  private static final double MIDDLE = 0.55;
  private static final double DEPTH = 0.9;
  private static final double NOSE_TIP = 0.57;
  private static final double NOSE = 0.6;
  private static final double MOUTH = 1.16;
  private static final double HALF_MOUTH = 0.36;
  private static final double GAP = 0.42;
  private static final double CHIN = 1.1;
  private static final double MOUTH_LIGHT = 0.2;
  private static final double HALF_EYE = 0.27;
  private static final double UPPER_LID = -0.12;
  private static final double LASHES = 0.06;
  private static final double LASHES_THICK = 0.035;
  private static final double LASHES_LIGHT = 0.25;
  private static final double CHEEK = 0.17;
  private static final double CHEEK_HEIGHT = 0.08;

  /**
   * Where the colour of a place comes from, and how much of its light.
   *
   * @param light 0 dark to 1 as in the portrait
   */
  record Origin(double u, double v, double light) {}

  Origin origin(double u, double v) {
    double before = unturned(u, v);
    double alongMouth = before / HALF_MOUTH;
    double gap = GAP * jaw * Math.sqrt(Math.max(0, 1 - alongMouth * alongMouth));
    if (gap > 0 && v > MOUTH && v < MOUTH + CHIN) {
      return v < MOUTH + gap
          ? new Origin(before, v, MOUTH_LIGHT)
          : new Origin(before, MOUTH + (v - MOUTH - gap) * CHIN / (CHIN - gap), 1);
    }
    double alongEye = (Math.abs(before) - 0.5) / HALF_EYE;
    double reach = 1 - alongEye * alongEye;
    return reach > 0 && lids > 0 ? lidded(before, v, reach) : new Origin(before, v, 1);
  }

  /** A lid of the cheek's skin, and its lashes. */
  private Origin lidded(double u, double v, double reach) {
    double top = UPPER_LID * Math.sqrt(reach);
    double edge = top + (LASHES * reach - top) * lids;
    if (v < top || v > edge + LASHES_THICK) {
      return new Origin(u, v, 1);
    }
    double down = (v - top) / (edge + LASHES_THICK - top);
    return new Origin(u, CHEEK + CHEEK_HEIGHT * (1 - down), v < edge ? 1 : LASHES_LIGHT);
  }

  /** Solves u' = u + shift(u) by repeated insertion; the shift changes slowly. */
  private double unturned(double turned, double v) {
    double u = turned;
    for (int i = 0; i < 5; i++) {
      u = turned - shift(u, v);
    }
    return u;
  }

  private double shift(double u, double v) {
    double across = u / HALF_WIDTH;
    double along = (v - MIDDLE) / HALF_HEIGHT;
    double inside = 1 - across * across - along * along;
    if (inside <= 0) {
      return 0;
    }
    double depth = DEPTH * Math.sqrt(inside) + NOSE * bump(u / 0.2) * bump((v - NOSE_TIP) / 0.3);
    double angle = Math.toRadians(turnDegrees);
    // Towards the outline the shift fades, so that the background stays where it is.
    return (u * (Math.cos(angle) - 1) + depth * Math.sin(angle)) * Math.min(1, 3 * inside);
  }

  private static double bump(double x) {
    return Math.exp(-x * x / 2);
  }
}
