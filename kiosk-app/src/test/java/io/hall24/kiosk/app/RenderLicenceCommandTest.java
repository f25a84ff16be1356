package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hall24.kiosk.licence.PrintRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderLicenceCommandTest {
  @TempDir Path folder;
  private Path order = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void writeOrder() throws IOException {
    order = Files.writeString(folder.resolve("order.json"), PrintRoom.orderText("cha"));
    out = folder.resolve("out.pdf");
  }

  @Test
  void writesTheOriginalUnlessAskedOtherwise() throws Exception {
    CommandRun run = CommandRun.of("render-licence", order, out);
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    assertTrue(run.out().startsWith("original of the order: " + out), run.out());
    assertTrue(text(out).contains("林海㛃"));
    assertFalse(text(out).contains("国徽位置"), "the sheet itself is drawn in previews only");
  }

  @Test
  void previewsADuplicateWithItsSheetAndSpecimenAcrossIt() throws Exception {
    CommandRun run =
        CommandRun.of("render-licence", order, out, "--copy", "duplicate", "--preview", "--json");
    assertTrue(run.ended(ExitCode.SUCCESS), run.toString());
    JsonNode facts = new ObjectMapper().readTree(run.out());
    assertEquals("duplicate:1-1", facts.get("copy").asText());
    assertEquals(Files.size(out), facts.get("bytes").asLong());
    assertTrue(facts.get("preview").asBoolean());
    assertTrue(text(out).contains("样本"));
    assertTrue(text(out).contains("国徽位置"), "the sheet itself");
  }

  private static String text(Path file) throws IOException {
    try (var pdf = Loader.loadPDF(file.toFile())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void whatNoFontCanPrintIsANegativeAnswer() throws Exception {
    Files.writeString(
        order, PrintRoom.orderText("cha").replace("林海㛃", "林" + Character.toString(0x3FFFD)));
    CommandRun run = CommandRun.of("render-licence", order, out);
    assertTrue(run.ended(ExitCode.NEGATIVE), run.toString());
    assertTrue(run.out().contains("U+3FFFD"), run.out());
    assertFalse(Files.exists(out));
  }

  @Test
  void wrongOrdersAndOptionsAreToldOnStderr() throws Exception {
    Path missing = folder.resolve("none.json");
    CommandRun none = CommandRun.of("render-licence", missing, out);
    assertTrue(none.ended(ExitCode.USAGE) && none.err().contains("none.json"), none.toString());
    assertTrue(
        CommandRun.of("render-licence", order, out, "--copy", "third").ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("render-licence", order).ended(ExitCode.USAGE));
    assertTrue(
        CommandRun.of("render-licence", order, folder.resolve("no-such-folder/out.pdf"))
            .ended(ExitCode.USAGE));
    Files.writeString(order, "{\"face\":");
    assertTrue(CommandRun.of("render-licence", order, out).ended(ExitCode.USAGE));
    assertFalse(Files.exists(out));
  }

  @Test
  void fontsThatAreNotThereAreUnavailable() {
    CommandRun run = CommandRun.of("render-licence", order, out, "--fonts", folder);
    assertTrue(run.ended(ExitCode.UNAVAILABLE), run.toString());
    assertTrue(run.err().contains("fetch the fonts again"), run.err());
  }
}
