package io.hall24.device.simulated.sam;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import io.hall24.device.sam.CardPhotoDecoder;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Photo decoder {@code demo}: understands what this demonstration itself has put where a card keeps
 * its photo, and nothing that any card holds: {@code DEMO}, two bytes of length (high first), and
 * so many bytes of a JPEG 2000 code stream (ITU-T T.800).
 */
public final class DemoPhotoDecoder implements CardPhotoDecoder {
  private static final ValueLayout.OfInt MARK_LAYOUT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfShort LENGTH_LAYOUT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final int MARK = 0x44454D4F; // "DEMO"
  private static final int HEAD = 6;

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public boolean simulated() {
    return true;
  }

  /**
   * The payload of a picture.
   *
   * @param codeStream at most 1018 bytes
   */
  public static byte[] encode(byte[] codeStream) {
    if (codeStream.length > SimulatedCard.PICTURE - HEAD) {
      throw new IllegalArgumentException(codeStream.length + " bytes do not fit");
    }
    byte[] payload = new byte[SimulatedCard.PICTURE];
    MemorySegment bytes = MemorySegment.ofArray(payload);
    bytes.set(MARK_LAYOUT, 0, MARK);
    bytes.set(LENGTH_LAYOUT, 4, (short) codeStream.length);
    System.arraycopy(codeStream, 0, payload, HEAD, codeStream.length);
    return payload;
  }

  @Override
  public Optional<ChipPhoto> decode(MemorySegment coded, ErasableMemory memory) {
    if (coded.byteSize() < HEAD || coded.get(MARK_LAYOUT, 0) != MARK) {
      return Optional.empty();
    }
    int length = Short.toUnsignedInt(coded.get(LENGTH_LAYOUT, 4));
    if (length == 0 || length > coded.byteSize() - HEAD) {
      return Optional.empty();
    }
    MemorySegment picture = memory.allocate(length);
    picture.copyFrom(coded.asSlice(HEAD, length));
    return Optional.of(new ChipPhoto("image/jp2", picture));
  }
}
