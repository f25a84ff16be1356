package io.hall24.kiosk.demo.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
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
import io.hall24.device.PresentedDocument;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.counterpart.SmartCardDaemon;
import io.hall24.kiosk.demo.counterpart.VirtualPassport;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The PC/SC driver against Debian's pcscd and vpcd, with card code that is not ours. */
@Tag("e2e")
@Timeout(60)
class EmrtdE2eTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final LocalDate TODAY = LocalDate.ofInstant(CLOCK.wallTime(), ZoneOffset.UTC);
  private static final InventedPerson HOLDER = InventedPerson.LIN_HAIJIE;
  private static final AccessKey CAN = new AccessKey.Can(HOLDER.cardAccessNumber());

  @TempDir Path world;
  private final ErasableMemory memory = new ErasableMemory();
  private final InventedState state = InventedState.founded(TODAY);
  private final DocumentPress press = new DocumentPress(state, TODAY);
  private SmartCardDaemon daemon;
  private IdentityDocumentReader reader;
  private Path document;

  @BeforeEach
  void startDaemon() throws IOException, InterruptedException {
    state.trustIn(world.resolve("trust"));
    document = world.resolve("document");
    press(Condition.GENUINE);
    daemon = SmartCardDaemon.start(world.resolve("pcscd.log"), CLOCK);
    reader = reader();
    assertInstanceOf(Attempt.Done.class, reader.open(seconds(20)));
  }

  @AfterEach
  void stopDaemon() {
    reader.close();
    daemon.close();
    memory.close();
  }

  @Test
  void readsEveryFieldByPaceWithTheCan() throws Exception {
    try (var passport = lay()) {
      assertTrue(passport.isThere());
      assertEquals(Set.of(AccessKey.Kind.CAN, AccessKey.Kind.MRZ), await().opens());
      IdentityDocument read = read(CAN);
      assertEquals("UTO", read.issuer());
      assertEquals("H24000017", read.number());
      assertEquals("LIN HAIJIE", read.name());
      assertEquals("UTO", read.nationality());
      assertEquals(LocalDate.of(1993, 3, 14), read.birth());
      assertEquals(Optional.of(press.expiry(Condition.GENUINE)), read.expiry());
      assertEquals(ChipAuthenticity.PASSIVELY_AUTHENTICATED, read.authenticity());
      assertEquals("PACE-CAN", read.protocol());
      byte[] photo = read.photo().orElseThrow().bytes().toArray(ValueLayout.JAVA_BYTE);
      assertTrue(contains(Files.readAllBytes(document.resolve("DG2.bin")), photo));
      assertEquals(413, ImageIO.read(new ByteArrayInputStream(photo)).getWidth());
    }
  }

  @Test
  void theDaemonSawPaceAndNothingReadInTheClear() throws Exception {
    try (var passport = lay()) {
      assertTrue(passport.isThere());
      await();
      read(CAN);
    }
    String log = Files.readString(daemon.log());
    String holder =
        java.util.HexFormat.ofDelimiter(" ")
            .withUpperCase()
            .formatHex("LIN<<HAIJIE".getBytes(StandardCharsets.US_ASCII));
    assertEquals(4, occurrences(log, "APDU: [01]0 86 00 00"));
    assertTrue(occurrences(log, "APDU: 0C B0") >= 6, "protected READ BINARY");
    assertFalse(log.contains(holder), "name in the clear");
  }

  @Test
  void opensByPaceWithTheZone() throws Exception {
    try (var passport = lay()) {
      assertTrue(passport.isThere());
      await();
      assertEquals("PACE-MRZ", read(zone()).protocol());
    }
  }

  @Test
  void opensAnOlderDocumentByBac() throws Exception {
    try (var passport = lay("--no-pace")) {
      assertTrue(passport.isThere());
      assertEquals(Set.of(AccessKey.Kind.MRZ), await().opens());
      assertEquals("BAC", read(zone()).protocol());
    }
  }

  @Test
  void readsAChipThatTakesOnlyShortCommands() throws Exception {
    try (var passport = lay("--short")) {
      assertTrue(passport.isThere());
      await();
      assertEquals(ChipAuthenticity.PASSIVELY_AUTHENTICATED, read(CAN).authenticity());
    }
  }

  @Test
  void readsAPhotoBeyondTheReachOfAPlainRead() throws Exception {
    new DocumentPress(state, TODAY, 200_000).press(HOLDER, portrait(), Condition.GENUINE, document);
    assertTrue(Files.size(document.resolve("DG2.bin")) > 0x9000);
    for (String[] options : new String[][] {{}, {"--short"}}) {
      try (var passport = lay(options)) {
        assertTrue(passport.isThere());
        await();
        assertEquals(ChipAuthenticity.PASSIVELY_AUTHENTICATED, read(CAN).authenticity());
      }
      assertInstanceOf(Attempt.Done.class, reader.awaitRemoval(seconds(10)));
    }
  }

  @Test
  void aWrongCanMayBeCorrectedWhileTheDocumentLiesThere() throws Exception {
    try (var passport = lay()) {
      assertTrue(passport.isThere());
      await();
      assertInstanceOf(
          DocumentReading.WrongKey.class,
          reader.read(new AccessKey.Can("999999"), memory, seconds(10)));
      assertEquals("PACE-CAN", read(CAN).protocol());
    }
  }

  @Test
  void aWrongZoneIsAWrongKeyByPaceAndByBac() throws Exception {
    var wrong = new AccessKey.Mrz("X00000000", HOLDER.birth(), TODAY);
    for (String[] options : new String[][] {{}, {"--no-pace"}}) {
      try (var passport = lay(options)) {
        assertTrue(passport.isThere());
        await();
        assertInstanceOf(DocumentReading.WrongKey.class, reader.read(wrong, memory, seconds(10)));
      }
      assertInstanceOf(Attempt.Done.class, reader.awaitRemoval(seconds(10)));
    }
  }

  @Test
  void withoutADocumentPatienceEndsAndTheReaderIsWell() {
    var failed =
        assertInstanceOf(
            Attempt.Failed.class, reader.awaitDocument(Patience.of(Duration.ofMillis(300), CLOCK)));
    assertInstanceOf(DeviceFailure.TimedOut.class, failed.failure());
    assertInstanceOf(Attempt.Done.class, reader.probe(seconds(5)));
  }

  @Test
  void aWithdrawnPatienceEndsTheWait() throws Exception {
    Patience patience = seconds(30);
    var waiting = Thread.ofPlatform().start(() -> reader.awaitDocument(patience));
    patience.cancel();
    assertTrue(waiting.join(Duration.ofSeconds(2)));
  }

  @Test
  void aDocumentLiftedInTheMiddleIsRemovedAndCanBeLaidAgain() throws Exception {
    try (var passport = lay("--leave-after-reads", "3")) {
      assertTrue(passport.isThere());
      await();
      assertInstanceOf(DocumentReading.Removed.class, reader.read(CAN, memory, seconds(10)));
    }
    assertInstanceOf(Attempt.Done.class, reader.awaitRemoval(seconds(10)));
    try (var again = lay()) {
      assertTrue(again.isThere());
      await();
      assertEquals("LIN HAIJIE", read(CAN).name());
    }
  }

  @Test
  void aDocumentLiftedBeforeTheKeyIsRemoved() throws Exception {
    try (var passport = lay()) {
      assertTrue(passport.isThere());
      await();
    }
    assertInstanceOf(Attempt.Done.class, reader.awaitRemoval(seconds(10)));
    assertInstanceOf(DocumentReading.Removed.class, reader.read(CAN, memory, seconds(10)));
  }

  @Test
  void readsAgainAfterTheDaemonWasKilledAndStarted() throws Exception {
    try (var passport = lay()) {
      assertTrue(passport.isThere());
      await();
      read(CAN);
    }
    daemon.kill();
    var failed = assertInstanceOf(Attempt.Failed.class, reader.probe(seconds(5)));
    assertInstanceOf(DeviceFailure.Offline.class, failed.failure());
    daemon = SmartCardDaemon.start(world.resolve("pcscd.log"), CLOCK);
    try (var passport = lay()) {
      assertTrue(passport.isThere());
      await();
      assertEquals("LIN HAIJIE", read(CAN).name());
    }
  }

  @Test
  void aDaemonKilledWhileWaitingIsOffline() throws Exception {
    var waiting =
        java.util.concurrent.CompletableFuture.supplyAsync(() -> reader.awaitDocument(seconds(30)));
    daemon.kill();
    var failed = assertInstanceOf(Attempt.Failed.class, waiting.get());
    assertInstanceOf(DeviceFailure.Offline.class, failed.failure());
    daemon = SmartCardDaemon.start(world.resolve("pcscd.log"), CLOCK);
    assertInstanceOf(Attempt.Done.class, reader.probe(seconds(5)));
  }

  @Test
  void anExpiredDocumentIsReadWithItsExpiry() throws Exception {
    press(Condition.EXPIRED);
    try (var passport = lay()) {
      assertTrue(passport.isThere());
      await();
      assertEquals(Optional.of(TODAY.minusMonths(1)), read(CAN).expiry());
    }
  }

  @Test
  void aForgedNameIsSeen() throws Exception {
    press(Condition.DATA_CHANGED);
    try (var passport = lay()) {
      assertTrue(passport.isThere());
      await();
      assertEquals(ChipAuthenticity.FORGED, read(CAN).authenticity());
    }
  }

  @Test
  void everyReadLeavesMostOfTheVisitsFiveSeconds() throws Exception {
    for (int i = 0; i < 5; i++) {
      try (var passport = lay()) {
        assertTrue(passport.isThere());
        long detected = await().detectedAtNanos();
        read(CAN);
        long millis = (CLOCK.nanoTime() - detected) / 1_000_000;
        assertTrue(millis < 2_000, () -> millis + " ms");
      }
      assertInstanceOf(Attempt.Done.class, reader.awaitRemoval(seconds(10)));
    }
  }

  private void press(Condition condition) throws IOException {
    press.press(HOLDER, portrait(), condition, document);
  }

  /** A picture that compresses about as badly as a face. */
  private Path portrait() throws IOException {
    var random = new Random(24);
    var picture = new BufferedImage(800, 1141, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 1141; y++) {
      for (int x = 0; x < 800; x++) {
        int grey = Math.clamp(x / 8 + y / 12 + random.nextInt(60), 0, 255);
        picture.setRGB(x, y, grey << 16 | grey << 8 | grey);
      }
    }
    Path file = world.resolve("portrait.png");
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }

  private VirtualPassport lay(String... options) throws IOException, InterruptedException {
    return VirtualPassport.lay(document, world.resolve("passport.log"), CLOCK, List.of(options));
  }

  private PresentedDocument await() {
    return (PresentedDocument)
        assertInstanceOf(Attempt.Done.class, reader.awaitDocument(seconds(10))).value();
  }

  private IdentityDocument read(AccessKey key) {
    DocumentReading reading = reader.read(key, memory, seconds(10));
    return assertInstanceOf(DocumentReading.Read.class, reading, reading::toString).document();
  }

  private AccessKey zone() {
    return new AccessKey.Mrz(
        HOLDER.documentNumber(), HOLDER.birth(), press.expiry(Condition.GENUINE));
  }

  private IdentityDocumentReader reader() {
    DeviceDriver driver =
        ServiceLoader.load(DeviceDriver.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(one -> one.name().equals("emrtd-pcsc"))
            .findFirst()
            .orElseThrow();
    var settings =
        driver
            .settings()
            .resolve(
                Map.of(
                    "terminal",
                    ".*Virtual PCD 00 00.*",
                    "trust",
                    world.resolve("trust").toString()));
    return (IdentityDocumentReader) driver.create(new DeviceId("reader"), settings, CLOCK);
  }

  private static long occurrences(String text, String pattern) {
    return java.util.regex.Pattern.compile(pattern).matcher(text).results().count();
  }

  private static boolean contains(byte[] whole, byte[] part) {
    return new String(whole, StandardCharsets.ISO_8859_1)
        .contains(new String(part, StandardCharsets.ISO_8859_1));
  }

  private static Patience seconds(int seconds) {
    return Patience.of(Duration.ofSeconds(seconds), CLOCK);
  }
}
