package io.hall24.device.page;

/** A patch of ink that hangs together, by its box in pixels. */
record Blob(int x, int y, int width, int height) {
  double centreX() {
    return x + width / 2.0;
  }

  double centreY() {
    return y + height / 2.0;
  }
}
