package io.hall24.device.lds;

/**
 * Where the first face picture lies in data group 2 (ICAO Doc 9303 part 10, 4.7.2; ISO/IEC
 * 19794-5:2005, 5).
 *
 * @param mimeType {@code image/jpeg} or {@code image/jp2}
 * @param start first byte in the data group
 * @param end after its last byte
 */
record FacePicture(String mimeType, int start, int end) {
  private static final int FILE = 0x75;
  private static final int GROUP_TEMPLATE = 0x7F61;
  private static final int TEMPLATE = 0x7F60;
  private static final int PLAIN_DATA = 0x5F2E;
  private static final int CONSTRUCTED_DATA = 0x7F2E;
  private static final int FORMAT_FACE = 0x46414300; // "FAC\0"
  private static final int RECORD_HEADER = 14;
  private static final int FACE_INFORMATION = 20;
  private static final int FEATURE_POINT = 8;
  private static final int IMAGE_INFORMATION = 12;

  static FacePicture find(byte[] dataGroup2) throws MalformedFileException {
    Tlv template =
        Tlv.file(dataGroup2, FILE).child(dataGroup2, GROUP_TEMPLATE).child(dataGroup2, TEMPLATE);
    Tlv block = biometricData(dataGroup2, template);
    if (block.end() - block.start() < RECORD_HEADER + FACE_INFORMATION + IMAGE_INFORMATION
        || number(dataGroup2, block.start(), 4) != FORMAT_FACE) {
      throw new MalformedFileException("data group 2 holds no ISO/IEC 19794-5 face record");
    }
    int face = block.start() + RECORD_HEADER;
    int length = number(dataGroup2, face, 4);
    int points = number(dataGroup2, face + 4, 2);
    int image = face + FACE_INFORMATION + points * FEATURE_POINT;
    int start = image + IMAGE_INFORMATION;
    if (length < 0 || length > block.end() - face || start >= face + length) {
      throw new MalformedFileException("face record is longer than what holds it");
    }
    return new FacePicture(mimeType(number(dataGroup2, image + 1, 1)), start, face + length);
  }

  private static Tlv biometricData(byte[] bytes, Tlv template) throws MalformedFileException {
    for (int offset = template.start(); offset < template.end(); ) {
      Tlv object = Tlv.at(bytes, offset, template.end());
      if (object.tag() == PLAIN_DATA || object.tag() == CONSTRUCTED_DATA) {
        return object;
      }
      offset = object.end();
    }
    throw new MalformedFileException("data group 2 holds no biometric data");
  }

  private static String mimeType(int imageDataType) throws MalformedFileException {
    return switch (imageDataType) {
      case 0 -> "image/jpeg";
      case 1 -> "image/jp2";
      default -> throw new MalformedFileException("image data type " + imageDataType);
    };
  }

  private static int number(byte[] bytes, int offset, int size) {
    int value = 0;
    for (int i = 0; i < size; i++) {
      value = (value << 8) | (bytes[offset + i] & 0xFF);
    }
    return value;
  }
}
