package io.hall24.kiosk.licence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A finished PDF document. The same content gives the same bytes. */
public final class Pdf {
  private final byte[] bytes;

  Pdf(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A copy of the document's bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Length in bytes. */
  public int size() {
    return bytes.length;
  }

  /** SHA-256 over the bytes, lower-case hex. */
  public String sha256() {
    return sha256(bytes);
  }

  /** Writes the document, replacing a file that is there. */
  public void write(Path file) throws IOException {
    Files.write(file, bytes);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public String toString() {
    return "Pdf[" + bytes.length + " bytes]";
  }
}
