package io.hall24.device.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A file by what is in it.
 *
 * @param path where it lies
 * @param sha256 64 hexadecimal digits
 */
public record VerifiedFile(Path path, String sha256) {
  public VerifiedFile {
    sha256 = sha256.toLowerCase(Locale.ROOT);
  }

  /**
   * Its content.
   *
   * @throws IOException when it cannot be read or is another one; the message tells both digests
   */
  public byte[] read() throws IOException {
    byte[] content = Files.readAllBytes(path);
    String found = digest(content);
    if (!found.equals(sha256)) {
      throw new IOException(path + " has SHA-256 " + found + ", the configuration names " + sha256);
    }
    return content;
  }

  /** The SHA-256 of bytes, as a configuration names it. */
  public static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Java without SHA-256", impossible);
    }
  }
}
