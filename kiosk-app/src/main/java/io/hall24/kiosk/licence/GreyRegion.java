package io.hall24.kiosk.licence;

import com.google.zxing.LuminanceSource;
import io.hall24.device.SheetPicture;

/** A rectangle of a picture, read in place. */
final class GreyRegion extends LuminanceSource {
  private final SheetPicture picture;
  private final int left;
  private final int top;

  /** The part of the rectangle that lies in the picture; at least one pixel of it must. */
  GreyRegion(SheetPicture picture, int left, int top, int width, int height) {
    super(
        Math.min(left + width, picture.width()) - Math.max(0, left),
        Math.min(top + height, picture.height()) - Math.max(0, top));
    this.picture = picture;
    this.left = Math.max(0, left);
    this.top = Math.max(0, top);
  }

  static GreyRegion whole(SheetPicture picture) {
    return new GreyRegion(picture, 0, 0, picture.width(), picture.height());
  }

  int left() {
    return left;
  }

  int top() {
    return top;
  }

  @Override
  public byte[] getRow(int y, byte[] row) {
    byte[] target = row != null && row.length >= getWidth() ? row : new byte[getWidth()];
    System.arraycopy(picture.grey(), (top + y) * picture.width() + left, target, 0, getWidth());
    return target;
  }

  @Override
  public byte[] getMatrix() {
    byte[] matrix = new byte[getWidth() * getHeight()];
    for (int y = 0; y < getHeight(); y++) {
      System.arraycopy(
          picture.grey(), (top + y) * picture.width() + left, matrix, y * getWidth(), getWidth());
    }
    return matrix;
  }

  int brightness(int x, int y) {
    return picture.grey()[(top + y) * picture.width() + left + x] & 0xFF;
  }

  /** The same picture at half the resolution, each pixel the mean of four. */
  static SheetPicture halved(SheetPicture picture) {
    int width = picture.width() / 2;
    int height = picture.height() / 2;
    byte[] from = picture.grey();
    byte[] grey = new byte[width * height];
    for (int y = 0; y < height; y++) {
      int at = 2 * y * picture.width();
      int below = at + picture.width();
      for (int x = 0; x < width; x++, at += 2, below += 2) {
        int sum =
            (from[at] & 0xFF)
                + (from[at + 1] & 0xFF)
                + (from[below] & 0xFF)
                + (from[below + 1] & 0xFF);
        grey[y * width + x] = (byte) (sum / 4);
      }
    }
    return new SheetPicture(width, height, picture.dpi() / 2, grey);
  }
}
