package io.hall24.kiosk.identity.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.ErasableMemory;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.OpenFaceDesk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other nets than the usual ones, by configuration alone. */
class OtherModelsTest {
  private static final int SIDE = 96;
  private static final String DETECTOR =
      """
      detector:
        file: fr_detect.onnx
        sha256: 6c0256ccd3164f844736a401faf936ec2930764a87ae39442180887d0c5c8854
        width: 320
        height: 240
        colours: rgb
        mean: 127
        scale: 0.0078125
        scores: scores
        boxes: boxes
        least: %s
      """;

  @TempDir Path folder;
  private byte[] net = AveragingNet.onnx(SIDE);

  @BeforeEach
  void usualModelsLieThere() throws IOException {
    for (FaceModel model : FaceModel.values()) {
      Path usual = OpenFaceDesk.data().resolve("models").resolve(model.fileName());
      Files.createSymbolicLink(folder.resolve(model.fileName()), usual);
    }
  }

  private FaceModels.Loading loading(String yaml) throws Exception {
    Files.write(folder.resolve("averaging.onnx"), net);
    Files.writeString(folder.resolve("models.yaml"), yaml);
    return FaceModels.load(folder);
  }

  private FaceModels loaded(String yaml) throws Exception {
    return assertInstanceOf(FaceModels.Loading.Loaded.class, loading(yaml)).models();
  }

  private String problem(String yaml) throws Exception {
    return assertInstanceOf(FaceModels.Loading.Unusable.class, loading(yaml)).problem();
  }

  private String whyNotOpened(String yaml) throws Exception {
    var opening = FaceDesk.open(loaded(yaml), HallClock.system());
    return assertInstanceOf(FaceDesk.Opening.Failed.class, opening).detail();
  }

  private String sha256() throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(net));
  }

  private String recogniser(String output, int size) throws Exception {
    return """
    recogniser:
      file: averaging.onnx
      sha256: %s
      side: %d
      colours: rgb
      mean: 127.5
      scale: 0.0078125
      output: %s
      size: %d
    """
        .formatted(sha256(), SIDE, output, size);
  }

  private static Sighting.FaceFound look(FaceEngine engine, String portrait, ErasableMemory memory)
      throws IOException {
    var picture = memory.absorb(Files.readAllBytes(OpenFaceDesk.portrait(portrait)));
    return assertInstanceOf(
        Sighting.FaceFound.class, engine.lookAtPicture(picture, SightingRules.STILL, memory));
  }

  @Test
  void anotherRecogniserComparesByConfigurationAlone() throws Exception {
    FaceModels models = loaded(recogniser("averages", AveragingNet.size(SIDE)));
    try (var engine = new FaceEngine(models);
        var memory = new ErasableMemory()) {
      FaceTemplate one = look(engine, "fezbot", memory).template();
      FaceTemplate same = look(engine, "fezbot", memory).template();
      FaceTemplate other = look(engine, "christian", memory).template();
      assertEquals(
          "averaging-" + sha256().substring(0, 8) + "/similarity-5/cosine-1", one.algorithm());
      assertEquals(1, one.scoreAgainst(same), 1e-6);
      assertTrue(one.scoreAgainst(other) < 0.95, () -> "" + one.scoreAgainst(other));
    }
  }

  @Test
  void anotherDetectorFindsByItsOwnRules() throws Exception {
    FaceModels usual = loaded(DETECTOR.formatted("0.65"));
    try (var engine = new FaceEngine(usual);
        var memory = new ErasableMemory()) {
      look(engine, "fezbot", memory);
    }
    try (var engine = new FaceEngine(loaded(DETECTOR.formatted("1")));
        var memory = new ErasableMemory()) {
      var picture = memory.absorb(Files.readAllBytes(OpenFaceDesk.portrait("fezbot")));
      assertEquals(
          new Sighting.NoFace(), engine.lookAtPicture(picture, SightingRules.STILL, memory));
    }
  }

  @Test
  void recordsNameADetectorThatIsNotTheUsualOne() throws Exception {
    String usual = "fr-feature-87aacdfe/similarity-5/cosine-1";
    assertEquals(usual, loaded("{}\n").algorithm());
    assertEquals(usual + "/fr-detect-6c0256cc", loaded(DETECTOR.formatted("0.5")).algorithm());
  }

  @Test
  void whatIsWrongWithANetIsSaid() throws Exception {
    assertEquals(
        "the face models do not serve: averaging.onnx gives templates of 432 numbers instead of 400",
        whyNotOpened(recogniser("averages", 400)));
    String output = whyNotOpened(recogniser("fc1", 432));
    assertTrue(output.contains("the net has no outputs [fc1] for this input"), output);
    net = "no net at all, whatever its name says".getBytes(StandardCharsets.US_ASCII);
    String none = whyNotOpened(recogniser("averages", 432));
    assertTrue(none.contains("no ONNX net that can be read"), none);
  }

  @Test
  void whatIsWrongWithTheFileThatNamesThemIsSaidWithItsLine() throws Exception {
    String wrongSum = recogniser("averages", 432).replaceFirst("sha256: .", "sha256: 0");
    String sum = problem(wrongSum);
    assertTrue(sum.contains("averaging.onnx has SHA-256") || sha256().startsWith("0"), sum);
    String colours = problem(recogniser("averages", 432).replace("rgb", "grey"));
    assertTrue(colours.contains("models.yaml:5"), colours);
    String unknown = problem(recogniser("averages", 432) + "  layout: nchw\n");
    assertTrue(unknown.contains("models.yaml:10"), unknown);
    String path = problem(recogniser("averages", 432).replace("averaging.onnx", "../other.onnx"));
    assertTrue(path.contains("models.yaml:2"), path);
  }
}
