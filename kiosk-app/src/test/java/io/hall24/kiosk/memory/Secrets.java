package io.hall24.kiosk.memory;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What must not be found. It is kept scrambled, every byte turned, so that a search through this
 * very process does not find the list of what it looks for.
 */
public final class Secrets {
  static final int TURN = 0x5A;
  private static final HexFormat HEX = HexFormat.of();
  private static final int SHORTEST = 6;

  private final Map<String, byte[]> scrambled = new LinkedHashMap<>();

  /** A text in every form in which a program may keep it. */
  public Secrets text(String label, String text) {
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16BE,
            StandardCharsets.UTF_16LE,
            Charset.forName("GB18030"))) {
      bytes(label + " " + charset, text.getBytes(charset));
    }
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    for (int offset = 0; offset < 3; offset++) {
      byte[] shifted = new byte[offset + utf8.length];
      System.arraycopy(utf8, 0, shifted, offset, utf8.length);
      String coded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
      String core = coded.substring(offset == 0 ? 0 : offset + 1, coded.length() - 1);
      bytes(label + " base64+" + offset, core.getBytes(StandardCharsets.ISO_8859_1));
    }
    return this;
  }

  /** Bytes as they are; fewer than six say too little to be looked for. */
  public Secrets bytes(String label, byte[] bytes) {
    if (bytes.length >= SHORTEST) {
      scrambled.put(label, turned(bytes));
    }
    return this;
  }

  static byte[] turned(byte[] bytes) {
    byte[] turned = new byte[bytes.length];
    for (int index = 0; index < bytes.length; index++) {
      turned[index] = (byte) (bytes[index] ^ TURN);
    }
    return turned;
  }

  Map<String, byte[]> scrambled() {
    return scrambled;
  }

  /** One line a secret; still scrambled. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    scrambled.forEach((label, bytes) -> lines.add(HEX.formatHex(bytes) + " " + label));
    return lines;
  }

  /** Adds what {@link #lines} gave. */
  public Secrets read(List<String> lines) {
    for (String line : lines) {
      int space = line.indexOf(' ');
      scrambled.put(line.substring(space + 1), HEX.parseHex(line.substring(0, space)));
    }
    return this;
  }
}
