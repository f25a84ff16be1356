package io.hall24.kiosk.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import javafx.scene.image.WritableImage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The judge is only worth something if it finds what is planted. It dumps and walks the whole heap,
 * so it runs where the heap is small.
 */
@Tag("fault")
class MemoryJudgeTest {
  private static final RandomGenerator RANDOM = RandomGenerator.of("L64X128MixRandom");
  private static final List<Object> PLANTED = new java.util.ArrayList<>();

  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init")
  MemoryJudgeTest() {}

  private static String invented(int from, int to) {
    return RANDOM.ints(12, from, to).mapToObj(Character::toString).collect(Collectors.joining());
  }

  private static byte[] noise(int size) {
    byte[] bytes = new byte[size];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  /** Every way in which a program may keep a person, planted and then found. */
  @Test
  void findsEveryPlantedLeak() throws IOException {
    Secrets secrets = new Secrets();
    plant(secrets);
    List<String> found = new MemoryJudge(directory).alive(secrets);
    for (String leak :
        List.of("string", "latin", "builder", "bytes", "chinese", "gb", "coded", "image", "row")) {
      assertTrue(
          found.stream().anyMatch(line -> line.startsWith(leak) && line.contains("PLANTED")),
          () -> leak + " among " + found);
    }
    PLANTED.clear();
    assertEquals(List.of(), new MemoryJudge(directory).alive(secrets));
  }

  private static void plant(Secrets secrets) {
    String mixed = invented('一', '龥');
    secrets.text("string", mixed);
    PLANTED.add(mixed);
    String latin = invented('A', 'Z');
    secrets.text("latin", latin);
    PLANTED.add(Map.of("name", latin));
    String typed = invented('0', '9');
    secrets.text("builder", typed);
    StringBuilder growing = new StringBuilder(200);
    growing.append(typed);
    PLANTED.add(growing);
    String number = invented('A', '[');
    secrets.text("bytes", number);
    PLANTED.add(number.getBytes(StandardCharsets.US_ASCII));
    String chinese = invented('一', '龥');
    secrets.text("chinese", chinese);
    PLANTED.add(chinese.toCharArray());
    String paper = invented('一', '龥');
    secrets.text("gb", paper);
    PLANTED.add(paper.getBytes(Charset.forName("GB18030")));
    String sent = invented('A', '[');
    secrets.text("coded", sent);
    PLANTED.add(
        Base64.getEncoder()
            .encodeToString(("{\"n\":\"" + sent + "\"}").getBytes(StandardCharsets.UTF_8)));
    byte[] picture = noise(64 * 64 * 4);
    secrets.bytes("image", Arrays.copyOfRange(picture, 4000, 4032));
    var image = new WritableImage(64, 64);
    image
        .getPixelWriter()
        .setPixels(
            0, 0, 64, 64, javafx.scene.image.PixelFormat.getByteBgraPreInstance(), picture, 0, 256);
    PLANTED.add(image);
    byte[] row = noise(640 * 3);
    secrets.bytes("row", Arrays.copyOfRange(row, 300, 332));
    PLANTED.add(row);
  }

  private record Person(String name) {}

  @Test
  void countsWhatIsAliveAndNothingElse() throws IOException {
    String type = Person.class.getName();
    PLANTED.add(new Person("x"));
    assertEquals(Map.of(type, 1), new MemoryJudge(directory).count(Set.of(type)));
    PLANTED.clear();
    assertEquals(Map.of(), new MemoryJudge(directory).count(Set.of(type)));
  }
}
