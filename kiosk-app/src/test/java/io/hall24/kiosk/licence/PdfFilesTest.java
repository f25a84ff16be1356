package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents as other programs see them: qpdf and poppler-utils must be installed. */
class PdfFilesTest {
  @TempDir Path directory;

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> String.join(" ", command) + "\n" + output);
    return output;
  }

  private List<Path> documents() throws IOException {
    Order order = PrintRoom.order("partnership");
    LicenceRenderer renderer = PrintRoom.renderer();
    Path overprint = directory.resolve("overprint.pdf");
    PrintRoom.pdf(renderer.overprint(order.face(), new Copy.Original())).write(overprint);
    Path preview = directory.resolve("preview.pdf");
    PrintRoom.pdf(renderer.preview(order.face(), new Copy.Duplicate("1-1"))).write(preview);
    Path blank = directory.resolve("blank.pdf");
    new BlankSheet(PrintRoom.fonts()).print(LicenceForms.shipped().original(), 7).write(blank);
    return List.of(overprint, preview, blank);
  }

  @Test
  void filesAreSound() throws IOException, InterruptedException {
    for (Path file : documents()) {
      String report = run("qpdf", "--check", file.toString());
      assertFalse(report.contains("WARNING"), report);
    }
  }

  @Test
  void everyFontIsEmbeddedAsASubsetWithUnicode() throws IOException, InterruptedException {
    for (Path file : documents()) {
      List<String> fonts = run("pdffonts", file.toString()).lines().skip(2).toList();
      assertFalse(fonts.isEmpty());
      for (String font : fonts) {
        assertTrue(font.matches("[A-Z]{6}\\+.*CID TrueType +Identity-H +yes yes yes.*"), font);
      }
    }
  }

  @Test
  void anotherExtractorReadsTheRareCharacters() throws IOException, InterruptedException {
    String text = run("pdftotext", "-raw", documents().getFirst().toString(), "-");
    assertTrue(text.contains("云岭示例𠮷光投资合伙企业（有限合伙）"), text);
    assertTrue(text.contains("云岭示例𬭎远有限公司"), text);
  }
}
