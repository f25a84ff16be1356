package io.hall24.kiosk.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Some thousand inputs of Jazzer for all parsers together; {@code installer/fuzz} runs it for
 * longer.
 */
@Tag("fault")
@Timeout(120)
class ShortFuzzTest {
  private static final int FOUND = 77;

  @TempDir Path place;

  @Test
  void nothingIsFoundInSomeThousandInputs() throws Exception {
    assertEquals(0, fuzz(Parser.TOGETHER, 6_000), this::log);
    assertTrue(log().contains("Done 6000 runs"), this::log);
  }

  @Test
  void whatIsBrokenOnPurposeIsFound() throws Exception {
    assertEquals(FOUND, fuzz(Parser.PLANTED, 2_000_000), this::log);
    assertTrue(log().contains("IllegalStateException: found"), this::log);
  }

  private int fuzz(Parser parser, int runs) throws IOException, InterruptedException {
    Path corpus = place.resolve("corpus");
    FuzzHarness.seed(parser, corpus);
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+EnableDynamicAgentLoading",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + FuzzHarness.class.getName(),
                "--target_args=" + parser.word(),
                "--instrumentation_includes=io.hall24.**",
                "--reproducer_path=" + place,
                "-artifact_prefix=" + place + "/",
                "-seed=24",
                "-runs=" + runs,
                corpus.toString()))
        .directory(place.toFile())
        .redirectErrorStream(true)
        .redirectOutput(place.resolve("log").toFile())
        .start()
        .waitFor();
  }

  private String log() {
    try {
      return Files.readString(place.resolve("log"));
    } catch (IOException unreadable) {
      return "";
    }
  }
}
