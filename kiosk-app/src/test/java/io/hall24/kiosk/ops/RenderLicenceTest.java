package io.hall24.kiosk.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.PrintRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderLicenceTest {
  private final RenderLicence command = new RenderLicence(PrintRoom.renderer());
  @TempDir Path directory;
  private Path order = Path.of("order.json");
  private Path out = Path.of("out.pdf");

  @BeforeEach
  void writeOrder() throws IOException {
    order = directory.resolve("order.json");
    out = directory.resolve("out.pdf");
    Files.writeString(order, PrintRoom.orderText("cha"));
  }

  @Test
  void firstPendingCopyIsWritten() throws IOException {
    var written =
        assertInstanceOf(
            RenderLicence.Result.Written.class,
            command.render(order, out, Optional.empty(), false));
    assertEquals(new Copy.Original(), written.copy());
    assertEquals(Files.size(out), written.bytes());
  }

  @Test
  void duplicateAndPreviewAreWrittenOnRequest() throws IOException {
    var written =
        assertInstanceOf(
            RenderLicence.Result.Written.class,
            command.render(order, out, Optional.of(RenderLicence.Wanted.DUPLICATE), true));
    assertEquals(new Copy.Duplicate("1-1"), written.copy());
  }

  @Test
  void refusalNamesTheCharacter() throws IOException {
    Files.writeString(
        order, PrintRoom.orderText("cha").replace("林海㛃", "林" + Character.toString(0x3FFFD)));
    var refused =
        assertInstanceOf(
            RenderLicence.Result.Refused.class,
            command.render(order, out, Optional.empty(), false));
    assertTrue(refused.reason().contains("U+3FFFD"), refused.reason());
    assertFalse(Files.exists(out));
  }

  @Test
  void whatIsNoOrderIsSaidSo() throws IOException {
    Files.writeString(order, "{}");
    assertInstanceOf(
        RenderLicence.Result.BadOrder.class, command.render(order, out, Optional.empty(), false));
    assertInstanceOf(
        RenderLicence.Result.BadOrder.class,
        command.render(directory.resolve("none.json"), out, Optional.empty(), false));
    Files.write(order, new byte[] {(byte) 0xC3, (byte) 0x28});
    assertInstanceOf(
        RenderLicence.Result.BadOrder.class, command.render(order, out, Optional.empty(), false));
  }

  @Test
  void copyThatIsNotPendingIsSaidSo() throws IOException {
    Files.writeString(order, PrintRoom.orderText("partnership"));
    assertInstanceOf(
        RenderLicence.Result.BadOrder.class,
        command.render(order, out, Optional.of(RenderLicence.Wanted.DUPLICATE), false));
  }
}
