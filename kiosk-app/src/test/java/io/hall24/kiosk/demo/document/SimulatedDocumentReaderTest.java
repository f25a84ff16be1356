package io.hall24.kiosk.demo.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.ChipAuthenticity;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocument;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.InventedPerson;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents of the press, read and judged without a chip. */
class SimulatedDocumentReaderTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final LocalDate TODAY = LocalDate.ofInstant(CLOCK.wallTime(), ZoneOffset.UTC);
  private static final InventedPerson HOLDER = InventedPerson.LIN_HAIJIE;
  private static final AccessKey CAN = new AccessKey.Can(HOLDER.cardAccessNumber());

  @TempDir Path world;
  private final ErasableMemory memory = new ErasableMemory();
  private Path document;
  private Path portrait;
  private InventedState state;

  @BeforeEach
  void foundState() throws IOException {
    document = world.resolve("document");
    portrait = world.resolve("portrait.png");
    ImageIO.write(
        new BufferedImage(800, 1141, BufferedImage.TYPE_INT_RGB), "png", portrait.toFile());
    state = InventedState.founded(TODAY);
    state.trustIn(world.resolve("trust"));
  }

  @ParameterizedTest
  @CsvSource({
    "GENUINE, PASSIVELY_AUTHENTICATED",
    "EXPIRED, PASSIVELY_AUTHENTICATED",
    "DATA_CHANGED, FORGED",
    "DATA_AND_HASH_CHANGED, FORGED",
    "SIGNER_EXPIRED, CHIP_NOT_AUTHENTICATED"
  })
  void judgesHowFarADocumentIsItsIssuers(Condition condition, ChipAuthenticity expected)
      throws IOException {
    press(state, condition);
    assertEquals(expected, readInserted().authenticity());
  }

  @Test
  void doesNotBelieveAStateThatOnlyBearsTheTrustedName() throws IOException {
    press(InventedState.founded(TODAY), Condition.GENUINE);
    assertEquals(ChipAuthenticity.CHIP_NOT_AUTHENTICATED, readInserted().authenticity());
  }

  @Test
  void readsEveryFieldAndThePhoto() throws IOException {
    press(state, Condition.GENUINE);
    IdentityDocument read = readInserted();
    assertEquals("UTO", read.issuer());
    assertEquals("H24000017", read.number());
    assertEquals("LIN HAIJIE", read.name());
    assertEquals("UTO", read.nationality());
    assertEquals(LocalDate.of(1993, 3, 14), read.birth());
    assertEquals(Optional.of(TODAY.plusYears(8).minusDays(1)), read.expiry());
    var photo = read.photo().orElseThrow();
    assertEquals("image/jpeg", photo.mimeType());
    var decoded =
        ImageIO.read(new ByteArrayInputStream(photo.bytes().toArray(ValueLayout.JAVA_BYTE)));
    assertNotNull(decoded);
    assertEquals(413, decoded.getWidth());
    assertEquals(531, decoded.getHeight());
  }

  @Test
  void anExpiredDocumentIsReadWithItsExpiry() throws IOException {
    press(state, Condition.EXPIRED);
    assertEquals(Optional.of(TODAY.minusMonths(1)), readInserted().expiry());
  }

  @Test
  void anotherCanDoesNotOpenIt() throws IOException {
    press(state, Condition.GENUINE);
    insert();
    assertInstanceOf(
        DocumentReading.WrongKey.class,
        openReader().read(new AccessKey.Can("000000"), memory, seconds(5)));
  }

  @Test
  void noticesThatTheDocumentLeft() throws IOException {
    press(state, Condition.GENUINE);
    insert();
    var reader = openReader();
    assertInstanceOf(Attempt.Done.class, reader.awaitDocument(seconds(5)));
    Files.delete(document.resolve("inserted"));
    assertInstanceOf(DocumentReading.Removed.class, reader.read(CAN, memory, seconds(5)));
    assertInstanceOf(Attempt.Done.class, reader.awaitRemoval(seconds(5)));
  }

  @Test
  void withoutADocumentPatienceEnds() throws IOException {
    press(state, Condition.GENUINE);
    var failed =
        assertInstanceOf(
            Attempt.Failed.class,
            openReader().awaitDocument(Patience.of(Duration.ofMillis(60), CLOCK)));
    assertInstanceOf(DeviceFailure.TimedOut.class, failed.failure());
  }

  @Test
  void aTruncatedSecurityObjectIsUnreadable() throws IOException {
    press(state, Condition.GENUINE);
    Path file = document.resolve("SOD.bin");
    byte[] bytes = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
    insert();
    assertInstanceOf(DocumentReading.Unreadable.class, openReader().read(CAN, memory, seconds(5)));
  }

  @Test
  void refusesATrustDirectoryThatHoldsSomethingElse() throws IOException {
    press(state, Condition.GENUINE);
    Files.writeString(world.resolve("trust").resolve("note.txt"), "not a certificate");
    var failed = assertInstanceOf(Attempt.Failed.class, reader().open(seconds(5)));
    assertTrue(failed.failure().detail().contains("note.txt"), failed.failure().detail());
  }

  private void press(InventedState by, Condition condition) throws IOException {
    new DocumentPress(by, TODAY).press(HOLDER, portrait, condition, document);
  }

  private IdentityDocument readInserted() throws IOException {
    insert();
    var reader = openReader();
    assertInstanceOf(Attempt.Done.class, reader.awaitDocument(seconds(5)));
    return assertInstanceOf(DocumentReading.Read.class, reader.read(CAN, memory, seconds(5)))
        .document();
  }

  private void insert() throws IOException {
    Files.createFile(document.resolve("inserted"));
  }

  private IdentityDocumentReader openReader() {
    var reader = reader();
    assertInstanceOf(Attempt.Done.class, reader.open(seconds(5)));
    return reader;
  }

  private IdentityDocumentReader reader() {
    DeviceDriver driver =
        ServiceLoader.load(DeviceDriver.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(one -> one.name().equals("simulated-document-reader"))
            .findFirst()
            .orElseThrow();
    var settings =
        driver
            .settings()
            .resolve(
                Map.of(
                    "document", document.toString(), "trust", world.resolve("trust").toString()));
    return (IdentityDocumentReader) driver.create(new DeviceId("reader"), settings, CLOCK);
  }

  private static Patience seconds(int seconds) {
    return Patience.of(Duration.ofSeconds(seconds), CLOCK);
  }
}
