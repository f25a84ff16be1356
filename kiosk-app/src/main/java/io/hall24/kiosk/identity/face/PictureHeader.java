package io.hall24.kiosk.identity.face;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/**
 * What an encoded picture says of itself before anything decodes it, so that a decoder is never
 * given a picture that is too large, cut off, or none of the formats that a chip or an operator
 * uses.
 *
 * @param format how it is encoded
 * @param width pixels
 * @param height pixels
 * @param complete whether the end that the format demands is there
 */
record PictureHeader(Format format, long width, long height, boolean complete) {
  /** The formats that are read. */
  enum Format {
    JPEG,
    PNG,
    JPEG_2000
  }

  private static final int JPEG_START = 0xFFD8;
  private static final int JPEG_END = 0xD9;
  private static final int JPEG_SCAN = 0xDA;
  private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int PNG_END = 0x49454E44;
  private static final long JP2_SIGNATURE = 0x0000000C6A502020L;
  private static final int JPEG2000_START = 0xFF4FFF51;
  private static final int JPEG2000_END = 0xFFD9;

  /** Reads JPEG (ITU-T T.81), PNG (ISO/IEC 15948) and JPEG 2000 (ITU-T T.800, JP2 or bare). */
  static Optional<PictureHeader> of(MemorySegment bytes) {
    Reader in = new Reader(bytes);
    if (in.u16(0) == JPEG_START) {
      return jpeg(in);
    }
    if (in.u64(0) == PNG_SIGNATURE) {
      return png(in);
    }
    if (in.u64(0) == JP2_SIGNATURE || in.u32(0) == JPEG2000_START) {
      return jpeg2000(in);
    }
    return Optional.empty();
  }

  private static Optional<PictureHeader> jpeg(Reader in) {
    Optional<PictureHeader> size = Optional.empty();
    long at = 2;
    while (at < in.length()) {
      if (in.u8(at) != 0xFF) {
        return size;
      }
      int marker = in.u8(at + 1);
      if (marker == 0xFF) {
        at++;
      } else if (marker == JPEG_END) {
        return size.map(found -> new PictureHeader(Format.JPEG, found.width, found.height, true));
      } else {
        if (isFrameHeader(marker)) {
          size = Optional.of(new PictureHeader(Format.JPEG, in.u16(at + 7), in.u16(at + 5), false));
        }
        at += 2 + in.u16(at + 2);
        if (marker == JPEG_SCAN) {
          at = nextMarker(in, at);
        }
      }
    }
    return size;
  }

  private static boolean isFrameHeader(int marker) {
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
  }

  // In coded data FF is followed by 00 (a stuffed byte) or a restart marker D0..D7.
  private static long nextMarker(Reader in, long from) {
    for (long at = from; at + 1 < in.length(); at++) {
      if (in.u8(at) == 0xFF) {
        int next = in.u8(at + 1);
        if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
          return at;
        }
      }
    }
    return in.length();
  }

  private static Optional<PictureHeader> png(Reader in) {
    long width = in.u32(16) & 0xFFFFFFFFL;
    long height = in.u32(20) & 0xFFFFFFFFL;
    long at = 8;
    while (at + 12 <= in.length()) {
      if (in.u32(at + 4) == PNG_END) {
        return Optional.of(new PictureHeader(Format.PNG, width, height, true));
      }
      at += 12 + (in.u32(at) & 0xFFFFFFFFL);
    }
    return Optional.of(new PictureHeader(Format.PNG, width, height, false));
  }

  private static Optional<PictureHeader> jpeg2000(Reader in) {
    for (long at = 0; at + 24 <= in.length() && at < 4096; at++) {
      if (in.u32(at) == JPEG2000_START) {
        long width = (in.u32(at + 8) & 0xFFFFFFFFL) - (in.u32(at + 16) & 0xFFFFFFFFL);
        long height = (in.u32(at + 12) & 0xFFFFFFFFL) - (in.u32(at + 20) & 0xFFFFFFFFL);
        return Optional.of(new PictureHeader(Format.JPEG_2000, width, height, endsAsJpeg2000(in)));
      }
    }
    return Optional.empty();
  }

  // A chip's file may be padded with zeros behind the end.
  private static boolean endsAsJpeg2000(Reader in) {
    long end = in.length();
    while (end > 2 && in.u8(end - 1) == 0) {
      end--;
    }
    return in.u16(end - 2) == JPEG2000_END;
  }

  /** Big-endian numbers; what lies outside the bytes reads as zero. */
  private record Reader(MemorySegment bytes) {
    long length() {
      return bytes.byteSize();
    }

    int u8(long at) {
      return at < 0 || at >= length() ? 0 : bytes.get(ValueLayout.JAVA_BYTE, at) & 0xFF;
    }

    int u16(long at) {
      return u8(at) << 8 | u8(at + 1);
    }

    int u32(long at) {
      return u16(at) << 16 | u16(at + 2);
    }

    long u64(long at) {
      return (long) u32(at) << 32 | (u32(at + 4) & 0xFFFFFFFFL);
    }
  }
}
