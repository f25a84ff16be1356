package io.hall24.kiosk.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.identity.face.FaceModels;
import io.hall24.kiosk.identity.face.PictureFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaceDeskTest {
  private static final List<String> PEOPLE =
      List.of(
          "ali-pazani",
          "atikh",
          "brooke-cagle",
          "christian",
          "fezbot",
          "michael",
          "team-1",
          "team-2",
          "team-3",
          "team-4",
          "team-5");

  @Test
  void differentPeopleStayFarBelowTheThreshold() throws Exception {
    try (ErasableMemory memory = new ErasableMemory()) {
      List<Enrolment.Enrolled> faces = new ArrayList<>();
      for (String person : PEOPLE) {
        faces.add(OpenFaceDesk.enrolled(person, memory));
      }
      for (int a = 0; a < faces.size(); a++) {
        for (int b = 0; b < a; b++) {
          double score = faces.get(a).template().scoreAgainst(faces.get(b).template());
          assertTrue(score < 0.30, PEOPLE.get(a) + " and " + PEOPLE.get(b) + ": " + score);
        }
      }
    }
  }

  @Test
  void theSamePictureMatchesItselfExactly() throws Exception {
    try (ErasableMemory memory = new ErasableMemory()) {
      Enrolment.Enrolled once = OpenFaceDesk.enrolled("fezbot", memory);
      Enrolment.Enrolled again = OpenFaceDesk.enrolled("fezbot", memory);
      assertEquals(1.0, once.template().scoreAgainst(again.template()), 1e-6);
    }
  }

  @Test
  void faceHiddenByItsPoseIsRefused() throws Exception {
    try (ErasableMemory memory = new ErasableMemory()) {
      byte[] picture = Files.readAllBytes(OpenFaceDesk.portrait("alejandro-escamilla"));
      assertEquals(
          new Enrolment.Refused(PictureFault.NO_FACE), OpenFaceDesk.enrol(picture, memory));
    }
  }

  @Test
  void virtualThreadsMayAskAtTheSameTime() throws Exception {
    try (ErasableMemory memory = new ErasableMemory();
        var asking = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers = new ArrayList<java.util.concurrent.Future<Enrolment.Enrolled>>();
      for (int i = 0; i < 4; i++) {
        answers.add(asking.submit(() -> OpenFaceDesk.enrolled("christian", memory)));
      }
      for (var answer : answers) {
        assertEquals(
            1.0, answer.get().template().scoreAgainst(answers.getFirst().get().template()), 1e-6);
      }
    }
  }

  @Test
  void closedDeskSaysThatItIsUnavailable() throws Exception {
    var loaded =
        assertInstanceOf(
            FaceModels.Loading.Loaded.class,
            FaceModels.load(OpenFaceDesk.data().resolve("models")));
    var opened =
        assertInstanceOf(
            FaceDesk.Opening.Opened.class, FaceDesk.open(loaded.models(), HallClock.system()));
    opened.desk().close();
    opened.desk().close();
    try (ErasableMemory memory = new ErasableMemory()) {
      var photo = new io.hall24.device.ChipPhoto("image/jpeg", memory.allocate(10));
      assertInstanceOf(Enrolment.Unavailable.class, opened.desk().enrol(photo, memory));
    }
  }

  @Test
  void alteredOrMissingModelIsNamed(@TempDir Path folder) throws IOException {
    var missing = assertInstanceOf(FaceModels.Loading.Unusable.class, FaceModels.load(folder));
    assertTrue(missing.problem().contains("fr_detect.onnx is missing"), missing.problem());

    Files.write(folder.resolve("fr_detect.onnx"), new byte[] {1, 2, 3});
    var altered = assertInstanceOf(FaceModels.Loading.Unusable.class, FaceModels.load(folder));
    assertEquals(folder.resolve("fr_detect.onnx"), altered.file());
    assertTrue(
        altered.problem().contains("instead of 6c0256ccd3164f844736a401faf936ec"),
        altered.problem());
  }

  @Test
  void whoAsksWhileTheNetsLoadWaitsForThem() throws Exception {
    var mayLoad = new CountDownLatch(1);
    try (FaceDesk desk = FaceDesk.opening(() -> whenAllowed(mayLoad), HallClock.system());
        ErasableMemory memory = new ErasableMemory()) {
      var answer =
          CompletableFuture.supplyAsync(() -> enrolled(desk, memory), Thread.ofVirtual()::start);
      assertFalse(answer.isDone());
      mayLoad.countDown();
      assertInstanceOf(Enrolment.Enrolled.class, answer.get());
    }
  }

  @Test
  void netsThatDoNotComeMakeEveryAnswerUnavailableWithTheReason() throws Exception {
    Path nowhere = Path.of("nowhere");
    FaceDesk desk = FaceDesk.opening(() -> FaceModels.load(nowhere), HallClock.system());
    try (ErasableMemory memory = new ErasableMemory()) {
      var answer = assertInstanceOf(Enrolment.Unavailable.class, enrolled(desk, memory));
      assertTrue(answer.detail().contains("nowhere"), answer.detail());
      assertInstanceOf(FaceDesk.Opening.Failed.class, desk.opened());
    }
  }

  private static FaceModels.Loading whenAllowed(CountDownLatch allowed) {
    try {
      allowed.await();
    } catch (InterruptedException ends) {
      throw new IllegalStateException(ends);
    }
    return FaceModels.load(OpenFaceDesk.data().resolve("models"));
  }

  private static Enrolment enrolled(FaceDesk desk, ErasableMemory memory) {
    try {
      byte[] portrait = Files.readAllBytes(OpenFaceDesk.portrait("fezbot"));
      return desk.enrol(new ChipPhoto("image/jpeg", memory.absorb(portrait)), memory);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
