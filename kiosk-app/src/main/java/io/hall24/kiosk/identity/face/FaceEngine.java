package io.hall24.kiosk.identity.face;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.CV_64F;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_core.meanStdDev;
import static org.bytedeco.opencv.global.opencv_imgproc.Laplacian;

import io.hall24.device.ErasableMemory;
import io.hall24.device.Frame;
import io.hall24.kiosk.identity.face.FaceDetector.Detection;
import java.lang.foreign.MemorySegment;
import java.nio.DoubleBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * The nets and what is done between them. Belongs to the thread that made it: every other thread is
 * refused. Pixels, crops and net inputs are zeroed before a call returns; what the nets keep inside
 * is overwritten by {@link #forget()}.
 */
public final class FaceEngine implements AutoCloseable {
  private static final int SMALL_STILL = 400;

  private final Thread owner = Thread.currentThread();
  private final PictureDecoder decoder = new PictureDecoder();
  private final SurfaceEye surfaceEye = new SurfaceEye();
  private final FaceAligner aligner;
  private final FaceDetector detector;
  private final LandmarkNet landmarkNet;
  private final EmbeddingNet embeddingNet;
  private final EyeNet eyeNet;
  private final LivenessNet livenessNet;
  private final PoseNet poseNet;

  /** Loads all nets, which takes about 0.1 s, more the first time. */
  public FaceEngine(FaceModels models) {
    // More threads gain little here and would take the cores from preview and screens.
    opencv_core.setNumThreads(1);
    detector = new FaceDetector(models);
    landmarkNet = new LandmarkNet(models);
    embeddingNet = new EmbeddingNet(models);
    aligner = FaceAligner.of(embeddingNet.side());
    eyeNet = new EyeNet(models);
    livenessNet = new LivenessNet(models);
    poseNet = new PoseNet(models);
  }

  /**
   * Looks at an encoded picture: JPEG, PNG or JPEG 2000.
   *
   * @param memory takes the template
   */
  public Sighting lookAtPicture(MemorySegment encoded, SightingRules rules, ErasableMemory memory) {
    checkThread();
    try (Scratch scratch = new Scratch()) {
      return switch (decoder.decode(encoded, scratch)) {
        case PictureDecoder.Decoding.Failed(var reason) -> new Sighting.NoPicture(reason);
        case PictureDecoder.Decoding.Decoded(var bgr) -> lookAtStill(bgr, rules, memory, scratch);
      };
    }
  }

  /**
   * Looks at an encoded picture as if a card held it ({@link CardPortrait}).
   *
   * @param memory takes the template
   */
  public Sighting lookAtReducedPicture(MemorySegment encoded, ErasableMemory memory) {
    checkThread();
    try (Scratch scratch = new Scratch();
        ErasableMemory fullSize = new ErasableMemory()) {
      return switch (decoder.decode(encoded, scratch)) {
        case PictureDecoder.Decoding.Failed(var reason) -> new Sighting.NoPicture(reason);
        case PictureDecoder.Decoding.Decoded(var bgr) ->
            switch (look(bgr, SightingRules.STILL, fullSize, scratch)) {
              case Sighting.FaceFound(var face, var _) ->
                  lookAtStill(
                      CardPortrait.of(bgr, face, scratch), SightingRules.STILL, memory, scratch);
              case Sighting other -> other;
            };
      };
    }
  }

  /** Looks at a camera's frame. */
  public Sighting lookAtFrame(Frame frame, SightingRules rules, ErasableMemory memory) {
    checkThread();
    try (Scratch scratch = new Scratch()) {
      return look(decoder.copy(frame, scratch), rules, memory, scratch);
    }
  }

  /** The passive liveness score of the largest central face of an encoded picture. */
  public PictureLiveness livenessOfPicture(MemorySegment encoded) {
    checkThread();
    try (Scratch scratch = new Scratch();
        ErasableMemory template = new ErasableMemory()) {
      return switch (decoder.decode(encoded, scratch)) {
        case PictureDecoder.Decoding.Failed(var reason) -> new PictureLiveness.NotScored(reason);
        case PictureDecoder.Decoding.Decoded(var bgr) ->
            switch (look(bgr, SightingRules.STILL, template, scratch)) {
              case Sighting.FaceFound(var face, var _) ->
                  new PictureLiveness.Scored(
                      livenessNet.live(bgr, face.box(), scratch),
                      surfaceEye.look(bgr, face.box(), scratch),
                      face);
              case Sighting.NoFace() -> new PictureLiveness.NotScored(PictureFault.NO_FACE);
              case Sighting.SeveralFaces(var _) ->
                  new PictureLiveness.NotScored(PictureFault.SEVERAL_FACES);
              case Sighting.TooSmall(var _) ->
                  new PictureLiveness.NotScored(PictureFault.FACE_TOO_SMALL);
              case Sighting.NoPicture(var reason) -> new PictureLiveness.NotScored(reason);
            };
      };
    }
  }

  /** The passive liveness score of a face that was found in the frame, 0 (attack) to 1 (live). */
  public double liveness(Frame frame, FaceMeasures face) {
    checkThread();
    try (Scratch scratch = new Scratch()) {
      return livenessNet.live(decoder.copy(frame, scratch), face.box(), scratch);
    }
  }

  /** What the frame shows of a print or a screen that carries a face which was found in it. */
  public SurfaceCues cues(Frame frame, FaceMeasures face) {
    checkThread();
    try (Scratch scratch = new Scratch()) {
      return surfaceEye.look(decoder.copy(frame, scratch), face.box(), scratch);
    }
  }

  /** Which way the head of a face that was found in the frame is turned. */
  public HeadPose pose(Frame frame, FaceMeasures face) {
    checkThread();
    try (Scratch scratch = new Scratch()) {
      return poseNet.estimate(decoder.copy(frame, scratch), face.box(), scratch);
    }
  }

  // A portrait that fills its picture to the edge is sometimes missed; with a border it is not.
  private Sighting lookAtStill(
      Mat bgr, SightingRules rules, ErasableMemory memory, Scratch scratch) {
    Sighting first = look(bgr, rules, memory, scratch);
    if (!(first instanceof Sighting.NoFace) || Math.max(bgr.cols(), bgr.rows()) > SMALL_STILL) {
      return first;
    }
    int border = Math.max(bgr.cols(), bgr.rows()) / 4;
    Mat bordered = scratch.face();
    copyMakeBorder(
        bgr,
        bordered,
        border,
        border,
        border,
        border,
        BORDER_CONSTANT,
        new Scalar(255, 255, 255, 0));
    return look(bordered, rules, memory, scratch);
  }

  private Sighting look(Mat bgr, SightingRules rules, ErasableMemory memory, Scratch scratch) {
    List<Detection> faces = detector.detect(bgr, scratch);
    Optional<Detection> chosen = mostProminent(faces, bgr);
    if (chosen.isEmpty()) {
      return new Sighting.NoFace();
    }
    double rival = chosen.get().box().area() * rules.rivalShare();
    long counted = faces.stream().filter(f -> f.box().area() >= rival).count();
    if (counted > 1) {
      return new Sighting.SeveralFaces(Math.toIntExact(counted));
    }
    Landmarks landmarks = landmarkNet.locate(bgr, chosen.get().box(), scratch);
    if (landmarks.eyeDistance() < rules.minEyeDistance()) {
      return new Sighting.TooSmall(landmarks.eyeDistance());
    }
    Mat aligned = aligner.align(bgr, landmarks.five(), scratch);
    return new Sighting.FaceFound(
        measure(bgr, chosen.get(), landmarks, aligned, scratch),
        embeddingNet.embed(aligned, memory, scratch));
  }

  private static Optional<Detection> mostProminent(List<Detection> faces, Mat picture) {
    Point middle = new Point(picture.cols() / 2.0, picture.rows() / 2.0);
    return faces.stream()
        .max(
            Comparator.comparingDouble(face -> {
              double away = face.box().centre().distanceTo(middle);
              return face.box().area() - 2 * away * away;
            }));
  }

  private FaceMeasures measure(
      Mat bgr, Detection face, Landmarks landmarks, Mat aligned, Scratch scratch) {
    Mat grey = Pixels.grey(aligned, scratch);
    Mat edges = scratch.face();
    Laplacian(grey, edges, CV_64F);
    Spread light = spread(grey);
    return new FaceMeasures(
        face.box(),
        face.score(),
        landmarks.leftEye(),
        landmarks.rightEye(),
        bgr.cols(),
        bgr.rows(),
        landmarks.yaw(),
        landmarks.rollDegrees(),
        light.mean,
        light.deviation,
        Math.pow(spread(edges).deviation, 2),
        eyeNet.bothClosed(bgr, landmarks, scratch),
        landmarks.eyeOpening(),
        landmarks.mouthOpening());
  }

  private record Spread(double mean, double deviation) {}

  private static Spread spread(Mat grey) {
    Mat mean = new Mat();
    Mat deviation = new Mat();
    meanStdDev(grey, mean, deviation);
    DoubleBuffer first = mean.createBuffer();
    DoubleBuffer second = deviation.createBuffer();
    return new Spread(first.get(0), second.get(0));
  }

  /** Runs every net on an empty picture, so that nothing of the last face stays in them. */
  public void forget() {
    checkThread();
    try (Scratch scratch = new Scratch()) {
      Mat black = Mat.zeros(480, 640, opencv_core.CV_8UC3).asMat();
      Box middle = new Box(200, 120, 440, 360);
      detector.detect(black, scratch);
      Landmarks nowhere = landmarkNet.locate(black, middle, scratch);
      eyeNet.bothClosed(black, nowhere, scratch);
      livenessNet.live(black, middle, scratch);
      poseNet.estimate(black, middle, scratch);
      int side = embeddingNet.side();
      embeddingNet.run(Mat.zeros(side, side, opencv_core.CV_8UC3).asMat(), scratch);
    }
  }

  private void checkThread() {
    if (Thread.currentThread() != owner) {
      throw new IllegalStateException("the face engine belongs to thread " + owner.getName());
    }
  }

  @Override
  public void close() {
    checkThread();
    detector.close();
    landmarkNet.close();
    embeddingNet.close();
    eyeNet.close();
    livenessNet.close();
    poseNet.close();
  }
}
