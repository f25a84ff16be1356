package io.hall24.kiosk.identity.face;

import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;

import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * What a resident identity card would hold of a picture: 102 x 126 pixels, the head upright, the
 * eyes 26 pixels apart on line 60, and a JPEG of quality 60 in between. It stands in for a card's
 * own portrait where labelled pairs have none; the card's real codec is not published.
 */
final class CardPortrait {
  private static final int WIDTH = 102;
  private static final int HEIGHT = 126;
  private static final int EYE_LINE = 60;
  private static final int EYE_DISTANCE = 26;
  private static final int QUALITY = 60;

  private static final FaceAligner ALIGNER =
      new FaceAligner(
          WIDTH,
          HEIGHT,
          List.of(
              new Point((WIDTH - EYE_DISTANCE) / 2.0, EYE_LINE),
              new Point((WIDTH + EYE_DISTANCE) / 2.0, EYE_LINE)));

  private CardPortrait() {}

  /**
   * The portrait of a face.
   *
   * @param face found in the picture
   */
  static Mat of(Mat picture, FaceMeasures face, Scratch scratch) {
    Mat upright = ALIGNER.align(picture, List.of(face.leftEye(), face.rightEye()), scratch);
    BytePointer file = new BytePointer();
    imencode(".jpg", upright, file, new IntPointer(IMWRITE_JPEG_QUALITY, QUALITY));
    Mat bytes = scratch.face(new Mat(1, Math.toIntExact(file.limit()), opencv_core.CV_8UC1));
    Pointer.memcpy(bytes.data(), file, file.limit());
    Pointer.memset(file, 0, file.limit());
    return scratch.face(imdecode(bytes, IMREAD_COLOR));
  }
}
