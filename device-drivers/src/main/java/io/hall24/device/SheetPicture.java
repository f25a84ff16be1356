package io.hall24.device;

/** A grey picture of one sheet. */
public final class SheetPicture {
  private final int width;
  private final int height;
  private final int dpi;
  private final byte[] grey;

  /**
   * Takes over the array, which must not be changed afterwards.
   *
   * @param width pixels
   * @param height pixels
   * @param dpi resolution
   * @param grey {@code height * width} bytes, rows top down, 0 black to 255 white
   */
  public SheetPicture(int width, int height, int dpi, byte[] grey) {
    if (grey.length != width * height) {
      throw new IllegalArgumentException(width + "x" + height + " in " + grey.length + " bytes");
    }
    this.width = width;
    this.height = height;
    this.dpi = dpi;
    this.grey = grey;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public int dpi() {
    return dpi;
  }

  /** The pixels themselves, not a copy. */
  public byte[] grey() {
    return grey;
  }

  @Override
  public String toString() {
    return "SheetPicture[" + width + "x" + height + " at " + dpi + " dpi]";
  }
}
