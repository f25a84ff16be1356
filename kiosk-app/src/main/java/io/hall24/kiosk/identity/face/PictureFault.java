package io.hall24.kiosk.identity.face;

import java.util.Locale;

/** Why a picture gives no template. */
public enum PictureFault {
  /** Neither JPEG, PNG nor JPEG 2000. */
  UNKNOWN_FORMAT,
  /** The end of the file is missing. */
  TRUNCATED,
  /** More pixels than the terminal decodes. */
  TOO_LARGE,
  /** Too few pixels for a face. */
  TOO_SMALL,
  /** The decoder gives up on it. */
  DAMAGED,
  /** No face in it. */
  NO_FACE,
  /** More than one face of comparable size. */
  SEVERAL_FACES,
  /** A face of too few pixels. */
  FACE_TOO_SMALL;

  /** For tables and JSON, e.g. {@code no-face}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
