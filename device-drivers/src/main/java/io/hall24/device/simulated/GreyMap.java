package io.hall24.device.simulated;

import io.hall24.device.SheetPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads binary grey maps (Netpbm's PGM, {@code P5}, 8 bits). */
final class GreyMap {
  private static final int LONGEST_HEADER = 64;
  private static final Pattern HEADER =
      Pattern.compile("P5\\s+([0-9]{1,5})\\s+([0-9]{1,5})\\s+255\\s");

  private GreyMap() {}

  /**
   * Reads one.
   *
   * @throws IOException when it is none, or not whole
   */
  static SheetPicture read(byte[] file, int dpi) throws IOException {
    String start =
        new String(file, 0, Math.min(file.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
    Matcher header = HEADER.matcher(start);
    if (!header.lookingAt()) {
      throw new IOException("not an 8-bit PGM");
    }
    int width = Integer.parseInt(header.group(1));
    int height = Integer.parseInt(header.group(2));
    if (file.length - header.end() != (long) width * height) {
      throw new IOException(
          width + "x" + height + " pixels in " + (file.length - header.end()) + " bytes");
    }
    return new SheetPicture(
        width, height, dpi, Arrays.copyOfRange(file, header.end(), file.length));
  }
}
