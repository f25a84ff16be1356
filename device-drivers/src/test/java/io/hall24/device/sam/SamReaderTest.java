package io.hall24.device.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DocumentItem;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocument;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.PresentedDocument;
import io.hall24.device.simulated.sam.DemoPhotoDecoder;
import io.hall24.device.simulated.sam.Disturbance;
import io.hall24.device.simulated.sam.SamSimulator;
import io.hall24.device.simulated.sam.SimulatedCard;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The real driver on a real line of the kernel; only the module at its end is ours. */
final class SamReaderTest {
  private static final HallClock CLOCK = HallClock.system();

  @TempDir Path directory;
  private SamSimulator simulator;
  private IdentityDocumentReader reader;
  private final ErasableMemory memory = new ErasableMemory();

  @BeforeEach
  void plugIn() throws IOException {
    simulator = SamSimulator.plugIn(port(), CLOCK);
    reader = reader(Map.of());
  }

  @AfterEach
  void unplug() {
    reader.close();
    simulator.close();
    memory.close();
  }

  @Test
  void opensTwiceAndTellsTheModulesNumber() {
    String module = "security module 05.24-20243221-0000000024-0000004369, no photo decoder";

    assertEquals(Attempt.done(module), reader.open(seconds(5)));
    assertEquals(Attempt.done(module), reader.open(seconds(5)));
    assertEquals(Attempt.done(module), reader.probe(seconds(5)));
  }

  @Test
  void everythingOfACardIsRead() {
    open();
    simulator.lay(Cards.resident());

    var presented = assertInstanceOf(Attempt.Done.class, reader.awaitDocument(seconds(5)));
    IdentityDocument document = readNow();

    assertTrue(((PresentedDocument) presented.value()).opens().isEmpty(), "no key is asked for");
    assertEquals(Cards.NAME, document.name());
    assertEquals(Cards.NUMBER, document.number());
    assertEquals(Cards.ADDRESS, document.items().get(DocumentItem.ADDRESS));
    assertEquals(
        "05.24-20243221-0000000024-0000004369", document.items().get(DocumentItem.READER_MODULE));
    assertEquals("SAM", document.protocol());
    assertEquals(0, simulator.asked("READ_WITH_FINGERPRINTS"), "fingerprints are never asked for");
    assertEquals(0, simulator.asked("NEW_ADDRESS"), "nor what nobody wants to know");
  }

  @Test
  void newAddressIsReadWhereAskedFor() {
    reader = reader(Map.of("new-address", "true"));
    open();
    simulator.lay(Cards.resident());
    assertEquals(Cards.NEW_ADDRESS, read().items().get(DocumentItem.NEW_ADDRESS));

    simulator.lay(Cards.resident(Cards.holder().text()));
    assertEquals(null, read().items().get(DocumentItem.NEW_ADDRESS));
  }

  @Test
  void photoOfARealCodecIsNotGuessed() {
    open();
    simulator.lay(Cards.resident());
    assertEquals(Optional.empty(), read().photo());
    reader.close();

    reader = reader(Map.of("photo-decoder", "demo"));
    open();
    assertEquals(Optional.empty(), read().photo());
  }

  @Test
  void demonstrationPhotoIsFoundByItsDecoder() {
    byte[] picture = {1, 2, 3, 4, 5};
    reader = reader(Map.of("photo-decoder", "demo"));
    open();
    simulator.lay(
        new SimulatedCard(
            Cards.holder().text(), DemoPhotoDecoder.encode(picture), Optional.empty()));

    var photo = read().photo().orElseThrow();

    assertEquals("image/jp2", photo.mimeType());
    org.junit.jupiter.api.Assertions.assertArrayEquals(
        picture, photo.bytes().toArray(ValueLayout.JAVA_BYTE));
  }

  @Test
  void decoderThatIsNotInstalledIsNamed() {
    reader = reader(Map.of("photo-decoder", "vendor"));

    var failed = assertInstanceOf(Attempt.Failed.class, reader.open(seconds(5)));
    assertInstanceOf(DeviceFailure.UserError.class, failed.failure());
    assertTrue(failed.failure().detail().contains("vendor"));
  }

  @Test
  void cardCanBeReadAgainAndAgain() {
    open();
    simulator.lay(Cards.resident());
    for (int i = 0; i < 5; i++) {
      assertEquals(Cards.NUMBER, read().number());
    }
  }

  @Test
  void cardThatIsReadTwiceWithoutWaitingIsFoundAgain() {
    open();
    simulator.lay(Cards.resident());
    assertEquals(Cards.NUMBER, read().number());
    assertEquals(Cards.NUMBER, readNow().number());
  }

  @Test
  void liftedCardIsRemoved() {
    open();
    simulator.lay(Cards.resident());
    awaited();
    simulator.lift();

    assertInstanceOf(DocumentReading.Removed.class, reading());
  }

  @Test
  void cardThatIsLiftedWhileItIsReadIsRemoved() throws Exception {
    open();
    simulator.lay(Cards.resident());
    simulator.readingTakes(Duration.ofSeconds(2));
    awaited();
    Thread hand =
        Thread.ofPlatform()
            .start(() -> {
              Patience patience = seconds(5);
              while (simulator.asked("READ") == 0 && !patience.isOver()) {
                Thread.onSpinWait();
              }
              simulator.lift();
            });

    assertInstanceOf(DocumentReading.Removed.class, reading());
    hand.join();
  }

  @Test
  void removalIsAwaited() {
    open();
    simulator.lay(Cards.resident());
    assertInstanceOf(
        DeviceFailure.TimedOut.class,
        failure(reader.awaitRemoval(Patience.of(Duration.ofMillis(300), CLOCK))));
    simulator.lift();
    assertInstanceOf(Attempt.Done.class, reader.awaitRemoval(seconds(5)));
  }

  @Test
  void readerThatFindsACardOnlyOnceReadsItOnce() {
    simulator.findsOnce(true);
    open();
    simulator.lay(Cards.resident());

    assertEquals(Cards.NUMBER, read().number());
    assertInstanceOf(DocumentReading.Removed.class, reading());

    simulator.lay(Cards.resident());
    assertEquals(Cards.NUMBER, read().number());
  }

  @Test
  void nobodyComesAndPatienceEnds() {
    open();
    Patience patience = Patience.of(Duration.ofMillis(400), CLOCK);

    assertInstanceOf(DeviceFailure.TimedOut.class, failure(reader.awaitDocument(patience)));
  }

  @Test
  void waitingIsCancelled() throws Exception {
    open();
    Patience patience = Patience.of(Duration.ofMinutes(1), CLOCK);
    Thread.ofPlatform().start(patience::cancel).join();

    assertInstanceOf(DeviceFailure.Cancelled.class, failure(reader.awaitDocument(patience)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x60, 0x66})
  void moduleThatSaysThatItIsBrokenIsBroken(int status) {
    open();
    simulator.fault(OptionalInt.of(status));
    assertInstanceOf(DeviceFailure.HardwareError.class, failure(reader.probe(seconds(5))));
    reader.close();
    assertInstanceOf(DeviceFailure.HardwareError.class, failure(reader.open(seconds(5))));

    simulator.fault(OptionalInt.empty());
    assertInstanceOf(Attempt.Done.class, reader.open(seconds(5)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0x31, 0x32, 0x33, 0x40, 0x41, 0x47})
  void cardThatTheModuleDoesNotAcceptIsUnreadableAndTheStatusIsNamed(int status) {
    open();
    simulator.lay(Cards.resident());
    awaited();
    simulator.refuseReading(OptionalInt.of(status));

    var unreadable = assertInstanceOf(DocumentReading.Unreadable.class, reading());
    assertTrue(unreadable.detail().startsWith("%02X:".formatted(status)), unreadable::detail);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x10, 0x11, 0x21, 0x24})
  void questionThatArrivesDamagedIsPutAgain(int status) {
    open();
    simulator.lay(Cards.resident());
    awaited();
    simulator.misunderstand(List.of(status));

    assertEquals(Cards.NUMBER, readNow().number());
  }

  @Test
  void unpluggedReaderIsNoticedAndFoundAgainByItsName() {
    open();
    simulator.unplug();
    assertInstanceOf(DeviceFailure.Offline.class, failure(reader.probe(seconds(5))));
    reader.close();
    assertInstanceOf(DeviceFailure.NoDevice.class, failure(reader.open(seconds(5))));

    simulator.plugIn();
    simulator.lay(Cards.resident());
    open();
    assertEquals(Cards.NUMBER, read().number());
  }

  @Test
  void readerWithoutPowerIsOfflineAndWorksWhenItHasItAgain() {
    open();
    simulator.powerOff();
    assertInstanceOf(DeviceFailure.Offline.class, failure(reader.probe(seconds(5))));
    simulator.powerOn();
    simulator.lay(Cards.resident());
    assertEquals(Cards.NUMBER, read().number());
  }

  @Test
  void closedReaderAnswersAtOnceAndClosesTwice() {
    open();
    reader.close();
    reader.close();

    assertInstanceOf(DeviceFailure.Offline.class, failure(reader.probe(seconds(5))));
    assertInstanceOf(DeviceFailure.Offline.class, failure(reader.awaitDocument(seconds(5))));
    assertInstanceOf(DocumentReading.Failed.class, reading());
  }

  @Test
  void lineThatNeverFallsSilentEndsInAFailure() {
    open();
    for (int i = 0; i < 40; i++) {
      simulator.disturb(new Disturbance.Noise(700, i));
    }
    simulator.disturb(new Disturbance.Swallow());
    simulator.lay(Cards.resident());

    // Noise before each answer does not hide it.
    assertEquals(Cards.NUMBER, read().number());
  }

  @Test
  void libraryLiesInADirectoryOfOurs() throws IOException {
    open();

    Path library = Path.of(System.getProperty("jSerialComm.library.path"), "libjSerialComm.so");
    List<String> mapped = Files.readAllLines(Path.of("/proc/self/maps"));
    List<String> libraries = mapped.stream().filter(line -> line.contains("jSerialComm")).toList();
    assertFalse(libraries.isEmpty(), "the library is not in this process");
    assertTrue(
        libraries.stream().allMatch(line -> line.endsWith(library.toString())),
        () -> "nothing is loaded from where everybody may write: " + libraries);
  }

  private Path port() {
    return directory.resolve("reader");
  }

  private IdentityDocumentReader reader(Map<String, String> more) {
    SamDriver driver = new SamDriver();
    Map<String, String> settings = new HashMap<>(more);
    settings.put("port", port().toString());
    return (IdentityDocumentReader)
        driver.create(new DeviceId("reader"), driver.settings().resolve(settings), CLOCK);
  }

  private void open() {
    assertInstanceOf(Attempt.Done.class, reader.open(seconds(5)));
  }

  private void awaited() {
    assertInstanceOf(Attempt.Done.class, reader.awaitDocument(seconds(5)));
  }

  private IdentityDocument read() {
    awaited();
    return readNow();
  }

  private IdentityDocument readNow() {
    return assertInstanceOf(DocumentReading.Read.class, reading()).document();
  }

  private DocumentReading reading() {
    return reader.read(new AccessKey.None(), memory, seconds(10));
  }

  private static DeviceFailure failure(Attempt<?> attempt) {
    return assertInstanceOf(Attempt.Failed.class, attempt).failure();
  }

  private static Patience seconds(int seconds) {
    return Patience.of(Duration.ofSeconds(seconds), CLOCK);
  }
}
