package io.hall24.kiosk.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepsakesTest {
  private final AtomicInteger made = new AtomicInteger();
  private Path kept = Path.of("");
  private Path world = Path.of("");

  @BeforeEach
  void places(@TempDir Path directory) throws IOException {
    kept = directory.resolve("data").resolve("demo");
    world = Files.createDirectories(directory.resolve("world"));
  }

  private void put(String place, Keepsakes.Origin origin) throws Exception {
    new Keepsakes(kept)
        .put(
            world.resolve(place),
            origin,
            folder -> Files.writeString(folder.resolve("sheet"), "made " + made.incrementAndGet()));
  }

  private static Keepsakes.Origin stock(int sheets) {
    return new Keepsakes.Origin("stock").and(sheets);
  }

  private String read(String place) throws IOException {
    return Files.readString(world.resolve(place).resolve("sheet"));
  }

  private static long count(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @Test
  void whatWasMadeOnceIsCopiedIntoTheNextWorld() throws Exception {
    put("first", stock(12));
    put("second", stock(12));
    assertEquals("made 1", read("first"));
    assertEquals("made 1", read("second"));
  }

  @Test
  void whatIsTakenFromAWorldIsStillThereForTheNext() throws Exception {
    put("first", stock(12));
    Files.writeString(world.resolve("first").resolve("sheet"), "printed on");
    put("second", stock(12));
    assertEquals("made 1", read("second"));
  }

  @Test
  void somethingElseIsMadeAgainAndTheOldIsForgotten() throws Exception {
    put("first", stock(12));
    put("second", stock(24));
    assertEquals("made 2", read("second"));
    assertEquals(1, count(kept));
    put("third", stock(12));
    assertEquals("made 3", read("third"));
  }

  @Test
  void anotherKindIsKeptBesideIt() throws Exception {
    put("first", stock(12));
    put("second", new Keepsakes.Origin("stock-A4").and(12));
    assertEquals(2, count(kept));
  }

  @Test
  void thePartsOfAnOriginThatLieInFilesCount() throws Exception {
    Path portrait = Files.writeString(world.resolve("portrait"), "one");
    put("first", new Keepsakes.Origin("camera").andFile(portrait));
    Files.writeString(portrait, "other");
    put("second", new Keepsakes.Origin("camera").andFile(portrait));
    assertEquals("made 2", read("second"));
  }

  @Test
  void aMakingThatFailsLeavesNeitherFolderNorKeepsake() {
    assertThrows(
        IOException.class,
        () ->
            new Keepsakes(kept)
                .put(
                    world.resolve("first"),
                    stock(12),
                    folder -> {
                      Files.writeString(folder.resolve("sheet"), "half");
                      throw new IOException("the press broke");
                    }));
    assertFalse(Files.exists(world.resolve("first")));
    assertFalse(Files.exists(kept));
  }

  @Test
  void whatAKilledStartLeftUnfinishedIsMadeAfresh() throws Exception {
    Path unfinished = Files.createDirectories(world.resolve("first.unfinished"));
    Files.writeString(unfinished.resolve("half"), "half");
    put("first", stock(12));
    assertEquals("made 1", read("first"));
    assertEquals(1, count(world.resolve("first")));
  }

  @Test
  void whereNothingCanBeKeptItIsMadeEachTime() throws Exception {
    Files.createDirectories(kept.getParent());
    Files.writeString(kept, "a file where the folder should be");
    put("first", stock(12));
    put("second", stock(12));
    assertEquals("made 2", read("second"));
    assertTrue(Files.isRegularFile(kept));
  }
}
