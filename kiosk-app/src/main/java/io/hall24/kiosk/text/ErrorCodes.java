package io.hall24.kiosk.text;

import java.util.Map;

/**
 * Short codes of what keeps a terminal from serving, for the telephone and for technicians: the
 * first digit says where to look (1 a device, 2 the far side, 3 the terminal itself).
 */
public final class ErrorCodes {
  private static final Map<String, String> CODES =
      Map.of(
          "DOCUMENT_READER", "E-101",
          "CAMERA", "E-102",
          "PRINTER", "E-103",
          "PAPER", "E-104",
          "POWER", "E-105",
          "HOUSING", "E-106",
          "REGISTRY", "E-201",
          "RECORD", "E-301");

  private ErrorCodes() {}

  /**
   * The code of a part that does not work.
   *
   * @param part its stable name, e.g. {@code PRINTER}
   */
  public static String of(Enum<?> part) {
    String code = CODES.get(part.name());
    if (code == null) {
      throw new IllegalArgumentException("no error code for " + part);
    }
    return code;
  }
}
