package io.hall24.kiosk.demo.face;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.identity.Challenge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The face before the simulated camera, which plays {@code face001.jpg} to {@code face030.jpg} of a
 * folder for ever. The files are links by way of the link {@code now}, so that the face moves when
 * that is led to other pictures; the camera notices no seam.
 *
 * @param folder where the pictures are
 * @param clock by which it moves
 */
public record StagedFace(Path folder, HallClock clock) {
  static final String REST = "rest";
  private static final String POSES = "poses";
  private static final String NOW = "now";
  private static final String COVERED = "covered";
  private static final String HAND = "hand-over-the-lens";
  private static final Duration STEP = Duration.ofMillis(50);
  private static final Duration HOLD = Duration.ofMillis(200);
  private static final double TURN_DEGREES = 32;

  /** Puts pictures into a folder of poses. */
  interface Painter {
    void paint(Path poses) throws IOException;
  }

  /** Makes the stage anew: each pose has as many pictures as the face at rest. */
  static void erect(Path folder, Painter painter) throws IOException {
    clear(folder);
    Path poses = Files.createDirectories(folder.resolve(POSES));
    painter.paint(poses);
    for (Challenge movement : Challenge.values()) {
      for (int number = 1; number <= movement(movement).size(); number++) {
        Path pose = poses.resolve(pose(movement, number));
        for (int frame = 2; frame <= PortraitStudio.FRAMES; frame++) {
          Files.createSymbolicLink(
              pose.resolve(PortraitStudio.file(frame)), Path.of(PortraitStudio.file(1)));
        }
      }
    }
    show(folder, REST);
    for (int frame = 1; frame <= PortraitStudio.FRAMES; frame++) {
      String file = PortraitStudio.file(frame);
      Files.createSymbolicLink(folder.resolve(file), Path.of(NOW, file));
    }
  }

  private static void clear(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path file : old.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
    Files.createDirectories(folder);
  }

  static String pose(Challenge movement, int number) {
    return movement.code() + "-" + number;
  }

  /** From rest to the end of a movement. */
  static List<Grimace> movement(Challenge movement) {
    Grimace end =
        switch (movement) {
          case TURN_LEFT -> new Grimace(TURN_DEGREES, 0, 0);
          case TURN_RIGHT -> new Grimace(-TURN_DEGREES, 0, 0);
          case BLINK -> new Grimace(0, 1, 0);
          case OPEN_MOUTH -> new Grimace(0, 0, 1);
        };
    return Stream.of(0.35, 0.7, 1.0)
        .map(share -> new Grimace(end.turnDegrees() * share, end.lids() * share, end.jaw() * share))
        .toList();
  }

  /** Makes a movement, and is at rest again when it returns. */
  public void perform(Challenge movement) throws IOException, InterruptedException {
    int poses = movement(movement).size();
    for (int number = 1; number < poses; number++) {
      hold(pose(movement, number), STEP);
    }
    hold(pose(movement, poses), HOLD);
    for (int number = poses - 1; number >= 1; number--) {
      hold(pose(movement, number), STEP);
    }
    show(folder, REST);
  }

  /** A hand lies over the lens: black pictures, whatever the face does. */
  public void cover() throws IOException {
    Path black = folder.resolve(POSES).resolve(COVERED);
    if (!Files.exists(black)) {
      Files.createDirectories(black);
      byte[] picture = PortraitStudio.black();
      for (int frame = 1; frame <= PortraitStudio.FRAMES; frame++) {
        Files.write(black.resolve(PortraitStudio.file(frame)), picture);
      }
    }
    Files.writeString(folder.resolve(HAND), "");
    show(folder, REST);
  }

  /** The hand is gone. */
  public void uncover() throws IOException {
    Files.deleteIfExists(folder.resolve(HAND));
    show(folder, REST);
  }

  private void hold(String pose, Duration time) throws IOException, InterruptedException {
    show(folder, pose);
    clock.sleep(time);
  }

  /** In one step: there is no moment at which the camera finds no picture. */
  private static void show(Path folder, String pose) throws IOException {
    Path next = folder.resolve("next");
    Files.deleteIfExists(next);
    boolean covered = Files.exists(folder.resolve(HAND));
    Files.createSymbolicLink(next, Path.of(POSES, covered ? COVERED : pose));
    Files.move(next, folder.resolve(NOW), StandardCopyOption.ATOMIC_MOVE);
  }
}
