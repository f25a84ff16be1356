package io.hall24.kiosk.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judges of what lies outside the heap find what is planted, and nothing that is gone. */
@Tag("fault")
class OutsideTheHeapTest {
  private final Random random = new Random(24);

  private String invented(int from, int to) {
    return random.ints(10, from, to).mapToObj(Character::toString).collect(Collectors.joining());
  }

  /** Every form in which a person may be kept; the labels are those of the secrets. */
  private Map<String, byte[]> planted(Secrets secrets) {
    Map<String, byte[]> planted = new LinkedHashMap<>();
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, Charset.forName("GB18030"))) {
      String name = invented('一', '龥');
      secrets.text("name", name);
      planted.put("name " + charset, name.getBytes(charset));
      secrets.text(charset + " person", name);
    }
    String number = invented('A', 'Z');
    secrets.text("number", number);
    byte[] sent = ("{\"n\":\"" + number + "\"}").getBytes(StandardCharsets.UTF_8);
    planted.put("number base64", Base64.getEncoder().encode(sent));
    byte[] pixels = new byte[4096];
    random.nextBytes(pixels);
    secrets.bytes("raw picture", java.util.Arrays.copyOfRange(pixels, 2000, 2024));
    planted.put("raw picture", pixels);
    byte[] jpeg = new byte[3000];
    random.nextBytes(jpeg);
    jpeg[0] = (byte) 0xFF;
    jpeg[1] = (byte) 0xD8;
    secrets.bytes("JPEG", java.util.Arrays.copyOfRange(jpeg, 1000, 1024));
    planted.put("JPEG", jpeg);
    return planted;
  }

  @Test
  void everyFormIsFoundOutsideTheHeapWhileItIsThere() throws Exception {
    Secrets secrets = new Secrets();
    var judge = new OffHeapJudge();
    List<MemorySegment> segments = new ArrayList<>();
    try (Arena arena = Arena.ofConfined()) {
      planted(secrets)
          .values()
          .forEach(bytes -> {
            MemorySegment segment = arena.allocate(bytes.length);
            MemorySegment.copy(MemorySegment.ofArray(bytes), 0, segment, 0, bytes.length);
            segments.add(segment);
          });
      assertAllFound(secrets, judge.found(secrets));
      segments.forEach(segment -> segment.fill((byte) 0));
      assertEquals(List.of(), judge.found(secrets));
    }
  }

  @Test
  void whatWasFreedWithoutBeingZeroedIsFound() throws Exception {
    Secrets secrets = new Secrets();
    byte[] pixels = new byte[200];
    random.nextBytes(pixels);
    secrets.bytes("freed", java.util.Arrays.copyOfRange(pixels, 100, 124));
    ByteBuffer kept = ByteBuffer.allocateDirect(pixels.length).put(pixels);
    assertTrue(new OffHeapJudge().found(secrets).stream().anyMatch(it -> it.startsWith("freed")));
    kept.clear();
    kept.put(new byte[pixels.length]);
    assertEquals(List.of(), new OffHeapJudge().found(secrets));
  }

  @Test
  void everyFormIsFoundOnTheDiskAlsoAcrossPieces(@TempDir Path directory) throws IOException {
    Secrets secrets = new Secrets();
    int number = 0;
    for (byte[] bytes : planted(secrets).values()) {
      byte[] file = new byte[(1 << 16) - 5 + bytes.length];
      System.arraycopy(bytes, 0, file, (1 << 16) - 5, bytes.length);
      Files.write(directory.resolve("file" + number++), file);
    }
    Path world = directory.resolve("world");
    assertAllFound(secrets, DiskJudge.found(directory, world, secrets));
    assertEquals(List.of(), DiskJudge.found(directory, directory, secrets));
  }

  private static void assertAllFound(Secrets secrets, List<String> found) {
    for (String kind : List.of("UTF-8", "UTF-16LE", "GB18030", "base64", "raw picture", "JPEG")) {
      assertTrue(found.stream().anyMatch(line -> line.contains(kind)), () -> kind + ": " + found);
    }
    assertTrue(secrets.lines().size() >= 6);
  }
}
