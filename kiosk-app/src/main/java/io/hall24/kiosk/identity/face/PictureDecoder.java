package io.hall24.kiosk.identity.face;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import io.hall24.device.Frame;
import java.lang.foreign.MemorySegment;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Makes pixels (8 bit, blue, green, red) of encoded pictures and of camera frames. Grey, CMYK and
 * transparent pictures become colour ones; a rotation that EXIF demands is carried out.
 */
final class PictureDecoder {
  /** 64 megapixels, 192 MB decoded: more than any telephone or passport scan. */
  private static final long MAX_PIXELS = 64_000_000;

  /** A chip photo has far less; the decoder of this format needs much memory a pixel. */
  private static final long MAX_JPEG_2000_PIXELS = 4_000_000;

  private static final int MIN_SIDE = 32;
  private static final int HALVE_ABOVE = 3000;

  private final Jpeg2000Decoder jpeg2000 = new Jpeg2000Decoder();

  /** A picture or the reason why there is none. */
  sealed interface Decoding {
    record Decoded(Mat bgr) implements Decoding {}

    record Failed(PictureFault reason) implements Decoding {}
  }

  /** Decodes a file's bytes; very large pictures come out at half or a quarter of their size. */
  Decoding decode(MemorySegment encoded, Scratch scratch) {
    Optional<PictureHeader> header = PictureHeader.of(encoded);
    if (header.isEmpty()) {
      return new Decoding.Failed(PictureFault.UNKNOWN_FORMAT);
    }
    Optional<PictureFault> fault = header.flatMap(PictureDecoder::fault);
    if (fault.isPresent()) {
      return new Decoding.Failed(fault.get());
    }
    if (header.get().format() == PictureHeader.Format.JPEG_2000) {
      return jpeg2000.decode(encoded, scratch);
    }
    Mat bytes = scratch.face(new Mat(1, Math.toIntExact(encoded.byteSize()), CV_8UC1));
    pixels(bytes).copyFrom(encoded);
    try {
      Mat decoded = scratch.face(imdecode(bytes, reduction(header.get())));
      return decoded.empty()
          ? new Decoding.Failed(PictureFault.DAMAGED)
          : new Decoding.Decoded(decoded);
    } catch (RuntimeException decoderGaveUp) {
      return new Decoding.Failed(PictureFault.DAMAGED);
    }
  }

  private static Optional<PictureFault> fault(PictureHeader header) {
    if (header.width() <= 0 || header.height() <= 0) {
      return Optional.of(PictureFault.DAMAGED);
    }
    // Each side is below 2^32, so the product can only overflow when a side alone is too large.
    if (header.width() > MAX_PIXELS
        || header.height() > MAX_PIXELS
        || header.width() * header.height() > maxPixels(header.format())) {
      return Optional.of(PictureFault.TOO_LARGE);
    }
    if (Math.min(header.width(), header.height()) < MIN_SIDE) {
      return Optional.of(PictureFault.TOO_SMALL);
    }
    return header.complete() ? Optional.empty() : Optional.of(PictureFault.TRUNCATED);
  }

  private static long maxPixels(PictureHeader.Format format) {
    return switch (format) {
      case JPEG, PNG -> MAX_PIXELS;
      case JPEG_2000 -> MAX_JPEG_2000_PIXELS;
    };
  }

  private static int reduction(PictureHeader header) {
    long side = Math.max(header.width(), header.height());
    if (side > 2 * HALVE_ABOVE) {
      return IMREAD_REDUCED_COLOR_4;
    }
    return side > HALVE_ABOVE ? IMREAD_REDUCED_COLOR_2 : IMREAD_COLOR;
  }

  /** A copy of a camera's frame, so that the camera may close at any time. */
  Mat copy(Frame frame, Scratch scratch) {
    Mat bgr = scratch.face(new Mat(frame.height(), frame.width(), opencv_core.CV_8UC3));
    pixels(bgr).copyFrom(frame.bgr());
    return bgr;
  }

  /** The picture's own pixels, not a copy. */
  static MemorySegment pixels(Mat picture) {
    long bytes = picture.total() * picture.elemSize();
    return MemorySegment.ofBuffer(picture.data().capacity(bytes).asByteBuffer());
  }
}
