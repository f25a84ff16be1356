package io.hall24.kiosk.demo.face;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.ErasableMemory;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.OpenFaceDesk;
import io.hall24.kiosk.identity.SurfacePolicy;
import io.hall24.kiosk.identity.face.PictureLiveness;
import io.hall24.kiosk.identity.face.SurfaceCues;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rendered prints and screens against the cues that look for them. */
class SpeciesPressTest {
  private static final long SEED = 5;
  @TempDir Path folder;

  private List<String> press(Path into) throws Exception {
    return new SpeciesPress(new PortraitStudio(OpenFaceDesk.desk()))
        .press(OpenFaceDesk.portrait("christian"), into, 2, SEED);
  }

  private SurfaceCues cues(String file) throws Exception {
    try (var memory = new ErasableMemory()) {
      var looked =
          OpenFaceDesk.desk().liveness(memory.absorb(Files.readAllBytes(folder.resolve(file))));
      var answer = assertInstanceOf(FaceDesk.Liveness.Looked.class, looked).answer();
      return assertInstanceOf(PictureLiveness.Scored.class, answer).cues();
    }
  }

  @Test
  void printsAndScreensAreToldFromPeople() throws Exception {
    SurfacePolicy policy = SurfacePolicy.standard();
    List<String> lines = press(folder);
    assertEquals(6, lines.size());
    for (String line : lines) {
      SurfaceCues cues = cues(line.split(",", -1)[0]);
      assertEquals(
          !line.endsWith(",live"),
          policy.suspects(cues.pattern(), cues.edges()),
          () -> line + " " + cues);
    }
  }

  @Test
  void aSheetOfPaperHasEdgesAllAroundTheFace() throws Exception {
    press(folder);
    assertTrue(cues("christian-print-01.jpg").edges() > cues("christian-live-01.jpg").edges());
  }

  @Test
  void theSameSeedRendersTheSamePictures() throws Exception {
    Path again = folder.resolve("again");
    assertEquals(press(folder), press(again));
    String file = "christian-screen-02.jpg";
    assertArrayEquals(
        Files.readAllBytes(folder.resolve(file)), Files.readAllBytes(again.resolve(file)));
  }
}
