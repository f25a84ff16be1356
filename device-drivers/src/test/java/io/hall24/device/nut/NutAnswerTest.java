package io.hall24.device.nut;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.PowerSource.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NutAnswerTest {
  private static final UpsReading READING = new UpsReading(30, Duration.ofMinutes(5));

  /** As upsd 2.8.0 with dummy-ups sent it. */
  private static final String LIST =
      """
      BEGIN LIST VAR battery
      VAR battery battery.charge "100"
      VAR battery battery.runtime "1800"
      VAR battery ups.model "Say \\"UPS\\""
      VAR battery ups.status "OL CHRG"
      END LIST VAR battery\
      """;

  private static Optional<NutAnswer> read(String text) {
    return NutAnswer.read("battery", Arrays.asList(text.split("\n", -1)));
  }

  @Test
  void readsVariablesWithQuotes() {
    var answer = assertInstanceOf(NutAnswer.Variables.class, read(LIST).orElseThrow());
    assertEquals("Say \"UPS\"", answer.values().get("ups.model"));
    var reading = assertInstanceOf(UpsReading.Outcome.Read.class, READING.read(answer.values()));
    assertEquals(Feed.MAINS, reading.report().feed());
  }

  @Test
  void listWithoutItsEndIsNotComplete() {
    assertEquals(Optional.empty(), read(LIST.substring(0, LIST.lastIndexOf('\n'))));
  }

  @Test
  void statusThatNamesNoSingleSourceIsUnusable() {
    for (String status : List.of("", "CHRG", "OL OB", "OFF OL")) {
      assertInstanceOf(
          UpsReading.Outcome.Unusable.class, READING.read(Map.of("ups.status", status)), status);
    }
  }

  @Test
  void numbersThatMakeNoSenseCountAsUnknown() {
    for (String charge : List.of("-1", "101", "many", "99999999999", "")) {
      var read =
          assertInstanceOf(
              UpsReading.Outcome.Read.class,
              READING.read(Map.of("ups.status", "OB", "battery.charge", charge)));
      assertTrue(read.report().charge().isEmpty(), charge);
    }
  }

  @Test
  void damagedListsAreRefusedOrReadWithoutAnException() {
    var random = new Random(24);
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = LIST.getBytes(StandardCharsets.UTF_8);
      int at = random.nextInt(bytes.length);
      byte[] damaged =
          switch (random.nextInt(3)) {
            case 0 -> {
              bytes[at] ^= (byte) (1 << random.nextInt(8));
              yield bytes;
            }
            case 1 -> Arrays.copyOf(bytes, at);
            default -> repeated(bytes, at);
          };
      read(new String(damaged, StandardCharsets.UTF_8))
          .ifPresent(answer -> {
            if (answer instanceof NutAnswer.Variables(var values)) {
              assertNotNull(READING.read(values));
            }
          });
    }
  }

  private static byte[] repeated(byte[] bytes, int at) {
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
    System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
    return longer;
  }
}
