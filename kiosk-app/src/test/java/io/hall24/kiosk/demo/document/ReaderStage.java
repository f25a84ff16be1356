package io.hall24.kiosk.demo.document;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceDriver;
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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import javax.imageio.ImageIO;

/** A reader of travel documents on a real daemon, and a document that is laid on it. */
final class ReaderStage implements AutoCloseable {
  static final HallClock CLOCK = HallClock.system();
  static final LocalDate TODAY = LocalDate.ofInstant(CLOCK.wallTime(), ZoneOffset.UTC);
  static final InventedPerson HOLDER = InventedPerson.LIN_HAIJIE;
  static final AccessKey CAN = new AccessKey.Can(HOLDER.cardAccessNumber());

  private final Path world;
  private final InventedState state = InventedState.founded(TODAY);
  private final ErasableMemory memory = new ErasableMemory();
  private final IdentityDocumentReader reader;
  private SmartCardDaemon daemon;

  private ReaderStage(Path world, Map<String, String> settings)
      throws IOException, InterruptedException {
    this.world = world;
    state.trustIn(world.resolve("trust"));
    daemon = SmartCardDaemon.start(world.resolve("pcscd.log"), CLOCK);
    reader = reader(settings);
  }

  /** Daemon and open reader. */
  static ReaderStage set(Path world) throws IOException, InterruptedException {
    return set(world, Map.of());
  }

  /** Daemon and open reader with more settings than it needs. */
  static ReaderStage set(Path world, Map<String, String> settings)
      throws IOException, InterruptedException {
    var stage = new ReaderStage(world, settings);
    assertInstanceOf(Attempt.Done.class, stage.reader.open(seconds(20)));
    return stage;
  }

  InventedState state() {
    return state;
  }

  IdentityDocumentReader reader() {
    return reader;
  }

  /** Presses a genuine document by its state. */
  Path press(DocumentPress press) throws IOException {
    Path document = world.resolve("document");
    press.press(HOLDER, portrait(), Condition.GENUINE, document);
    return document;
  }

  DocumentPress press() {
    return new DocumentPress(state, TODAY);
  }

  VirtualPassport lay(Path document, String... options) throws IOException, InterruptedException {
    return VirtualPassport.lay(document, world.resolve("passport.log"), CLOCK, List.of(options));
  }

  PresentedDocument await() {
    return (PresentedDocument)
        assertInstanceOf(Attempt.Done.class, reader.awaitDocument(seconds(10))).value();
  }

  IdentityDocument read(AccessKey key) {
    DocumentReading reading = reader.read(key, memory, seconds(10));
    return assertInstanceOf(DocumentReading.Read.class, reading, reading::toString).document();
  }

  void killDaemon() throws IOException {
    daemon.kill();
  }

  void startDaemon() throws IOException, InterruptedException {
    daemon = SmartCardDaemon.start(world.resolve("pcscd.log"), CLOCK);
  }

  static Patience seconds(int seconds) {
    return Patience.of(Duration.ofSeconds(seconds), CLOCK);
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

  private IdentityDocumentReader reader(Map<String, String> more) {
    DeviceDriver driver =
        ServiceLoader.load(DeviceDriver.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(one -> one.name().equals("emrtd-pcsc"))
            .findFirst()
            .orElseThrow();
    Map<String, String> settings = new HashMap<>(more);
    settings.put("terminal", ".*Virtual PCD 00 00.*");
    settings.put("trust", world.resolve("trust").toString());
    return (IdentityDocumentReader)
        driver.create(new DeviceId("reader"), driver.settings().resolve(settings), CLOCK);
  }

  @Override
  public void close() {
    reader.close();
    daemon.close();
    memory.close();
  }
}
