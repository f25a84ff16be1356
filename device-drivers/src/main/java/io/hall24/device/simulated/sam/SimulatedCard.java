package io.hall24.device.simulated.sam;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;

/** What an invented card holds. */
public final class SimulatedCard {
  /** Bytes of the text. */
  public static final int TEXT = 256;

  /** Bytes of the photo, and of fingerprints. */
  public static final int PICTURE = 1024;

  private final byte[] text;
  private final byte[] photo;
  private final Optional<String> newAddress;

  /**
   * A card.
   *
   * @param text 256 bytes
   * @param photo 1024 bytes
   * @param newAddress what was written into it later
   */
  public SimulatedCard(byte[] text, byte[] photo, Optional<String> newAddress) {
    if (text.length != TEXT || photo.length != PICTURE) {
      throw new IllegalArgumentException("text " + text.length + ", photo " + photo.length);
    }
    this.text = text.clone();
    this.photo = photo.clone();
    this.newAddress = newAddress;
  }

  byte[] text() {
    return text.clone();
  }

  byte[] photo() {
    return photo.clone();
  }

  Optional<byte[]> newAddress() {
    return newAddress.map(address -> new Text(70).put(0, 70, address).bytes());
  }

  /**
   * What is printed on a resident card.
   *
   * @param name at most 15 characters
   * @param sex 1 male, 2 female
   * @param ethnicity two digits
   * @param birth date of birth
   * @param address at most 35 characters
   * @param number 18 characters
   * @param authority at most 15 characters
   * @param validFrom first day
   * @param validTo last day, empty for ever
   */
  public record Resident(
      String name,
      int sex,
      String ethnicity,
      LocalDate birth,
      String address,
      String number,
      String authority,
      LocalDate validFrom,
      Optional<LocalDate> validTo) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    /** The text of such a card. */
    public byte[] text() {
      return new Text(TEXT)
          .put(0, 30, name)
          .put(30, 2, Integer.toString(sex))
          .put(32, 4, ethnicity)
          .put(36, 16, DATE.format(birth))
          .put(52, 70, address)
          .put(122, 36, number)
          .put(158, 30, authority)
          .put(188, 16, DATE.format(validFrom))
          .put(204, 16, validTo.map(DATE::format).orElse("长期"))
          .bytes();
    }
  }

  /** Text as cards hold it: UTF-16, least byte first, padded with spaces. */
  public static final class Text {
    private final byte[] bytes;

    /** Nothing but spaces. */
    public Text(int length) {
      bytes = new byte[length];
      for (int i = 0; i < length; i += 2) {
        bytes[i] = ' ';
      }
    }

    /**
     * Writes a field.
     *
     * @param offset in bytes
     * @param length in bytes
     */
    public Text put(int offset, int length, String content) {
      byte[] field = content.getBytes(StandardCharsets.UTF_16LE);
      if (field.length > length) {
        throw new IllegalArgumentException("does not fit into " + length + " bytes");
      }
      System.arraycopy(field, 0, bytes, offset, field.length);
      return this;
    }

    /** All of it. */
    public byte[] bytes() {
      return Arrays.copyOf(bytes, bytes.length);
    }
  }
}
