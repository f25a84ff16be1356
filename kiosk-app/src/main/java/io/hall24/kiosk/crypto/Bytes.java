package io.hall24.kiosk.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An immutable string of bytes. Comparison takes the same time wherever the difference lies, and
 * {@link #toString} tells only the length, because the content may be personal or secret.
 */
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0]);
  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** Copies an array. */
  public static Bytes of(byte[] content) {
    return new Bytes(content.clone());
  }

  /** The UTF-8 form of a text. */
  public static Bytes utf8(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads hexadecimal digits of either case.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Bytes fromHex(String hex) {
    return new Bytes(HexFormat.of().parseHex(hex));
  }

  /**
   * Reads base64 of RFC 4648, section 4.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static Bytes fromBase64(String text) {
    return new Bytes(Base64.getDecoder().decode(text));
  }

  /** A run of zero bytes. */
  public static Bytes zeros(int size) {
    return new Bytes(new byte[size]);
  }

  /** The parts, one after the other. */
  public static Bytes join(Bytes... parts) {
    int size = Arrays.stream(parts).mapToInt(Bytes::size).sum();
    byte[] joined = new byte[size];
    int at = 0;
    for (Bytes part : parts) {
      System.arraycopy(part.content, 0, joined, at, part.content.length);
      at += part.content.length;
    }
    return new Bytes(joined);
  }

  public int size() {
    return content.length;
  }

  /**
   * Part of these bytes.
   *
   * @param from first index
   * @param to index after the last
   */
  public Bytes slice(int from, int to) {
    return new Bytes(Arrays.copyOfRange(content, from, to));
  }

  /** A copy that the caller may change. */
  public byte[] toArray() {
    return content.clone();
  }

  /** Lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(content);
  }

  /** Base64 with padding (RFC 4648, section 4). */
  public String base64() {
    return Base64.getEncoder().encodeToString(content);
  }

  /** What these bytes say as UTF-8. */
  public String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && MessageDigest.isEqual(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return "Bytes[" + content.length + "]";
  }
}
