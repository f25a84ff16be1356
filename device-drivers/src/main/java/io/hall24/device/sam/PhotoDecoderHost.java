package io.hall24.device.sam;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import io.hall24.device.host.HostLine;
import io.hall24.device.host.VendorCode;
import io.hall24.device.host.VerifiedFile;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The child in which a vendor's photo decoder works: one frame in, the coded photo; one frame out,
 * empty or the media type, a zero byte and the picture. Ends with its parent.
 */
final class PhotoDecoderHost {
  private static final int NOT_OFFERED = 4;

  /** The system property by which a decoder is told where its verified native library lies. */
  static final String LIBRARY = "hall24.decoder.library";

  private PhotoDecoderHost() {}

  /**
   * Serves until its parent hangs up.
   *
   * @param arguments the decoder's name, its jar and that one's SHA-256, perhaps its library and
   *     that one's, and the socket
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length > 4) {
      var library = new VerifiedFile(Path.of(arguments[3]), arguments[4]);
      Arrays.fill(library.read(), (byte) 0);
      System.setProperty(LIBRARY, library.path().toString());
    }
    List<CardPhotoDecoder> offered =
        VendorCode.load(
            new VerifiedFile(Path.of(arguments[1]), arguments[2]), CardPhotoDecoder.class);
    Optional<CardPhotoDecoder> decoder =
        offered.stream().filter(one -> one.name().equals(arguments[0])).findFirst();
    if (decoder.isEmpty()) {
      System.exit(NOT_OFFERED);
    }
    try (HostLine line = HostLine.to(Path.of(arguments[arguments.length - 1]))) {
      line.write(decoder.get().name().getBytes(StandardCharsets.UTF_8));
      for (var asked = line.read(); asked.isPresent(); asked = line.read()) {
        byte[] answer = decode(decoder.get(), asked.get());
        line.write(answer);
        Arrays.fill(answer, (byte) 0);
      }
    }
  }

  private static byte[] decode(CardPhotoDecoder decoder, byte[] coded) {
    try (var memory = new ErasableMemory()) {
      return decoder
          .decode(memory.absorb(coded), memory)
          .map(PhotoDecoderHost::answer)
          .orElseGet(() -> new byte[0]);
    }
  }

  private static byte[] answer(ChipPhoto photo) {
    byte[] type = photo.mimeType().getBytes(StandardCharsets.US_ASCII);
    byte[] picture = photo.bytes().toArray(ValueLayout.JAVA_BYTE);
    byte[] answer = Arrays.copyOf(type, type.length + 1 + picture.length);
    System.arraycopy(picture, 0, answer, type.length + 1, picture.length);
    Arrays.fill(picture, (byte) 0);
    return answer;
  }
}
