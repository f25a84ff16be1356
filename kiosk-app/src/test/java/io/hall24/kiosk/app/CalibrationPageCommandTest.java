package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationPageCommandTest {
  @TempDir Path folder;

  @Test
  void pageHasTheSizeOfTheSheet() throws IOException {
    Path out = folder.resolve("page.pdf");
    CommandRun run = CommandRun.of("calibration-page", out, "--copy", "duplicate");
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    try (var pdf = Loader.loadPDF(out.toFile())) {
      assertEquals(297, pdf.getPage(0).getMediaBox().getWidth() * 25.4 / 72, 0.01);
      assertEquals(210, pdf.getPage(0).getMediaBox().getHeight() * 25.4 / 72, 0.01);
    }
  }

  @Test
  void whatWasMeasuredBecomesSettings() throws IOException {
    CommandRun run =
        CommandRun.of(
            "calibration-page",
            folder.resolve("page.pdf"),
            "--measured",
            "20.5,19.0,400.5,269.0",
            "--json");
    var facts = new ObjectMapper().readTree(run.out());
    assertEquals(-0.5, facts.get("right").asDouble(), 1e-6);
    assertEquals(1, facts.get("down").asDouble(), 1e-6);
    assertEquals(1, facts.get("across").asDouble(), 1e-6);
    assertEquals(1, facts.get("along").asDouble(), 1e-6);
  }

  @Test
  void impossibleMeasuresAreWrongUsage() {
    Path out = folder.resolve("page.pdf");
    assertTrue(CommandRun.of("calibration-page", out, "--measured", "20,20").ended(ExitCode.USAGE));
    assertTrue(
        CommandRun.of("calibration-page", out, "--measured", "400,20,20,260")
            .ended(ExitCode.USAGE));
  }

  @Test
  void bundleOfFormsIsChecked() throws IOException {
    assertTrue(CommandRun.of("config", "check", folder).out().contains("original-a3.yaml:1: file"));
    Files.writeString(folder.resolve("original-a3.yaml"), "form: x\ncopy: neither\n");
    Files.writeString(folder.resolve("duplicate-a4.yaml"), "form: x\n");
    CommandRun run = CommandRun.of("config", "check", folder);
    assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
    assertTrue(run.out().contains("original-a3.yaml:2: copy"), run.out());
    assertTrue(run.out().contains("duplicate-a4.yaml:1: copy"), run.out());
  }
}
