package io.hall24.device.sam;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.host.VerifiedFile;
import io.hall24.device.simulated.sam.SamSimulator;
import io.hall24.device.simulated.sam.SimulatedCard;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vendor's jar in a child process, which crashes, hangs and talks nonsense. */
@Tag("fault")
@Timeout(60)
class HostedPhotoDecoderTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final byte[] GOOD = {7, 24, 42};

  @TempDir static Path vendor;
  private final ErasableMemory memory = new ErasableMemory();

  @BeforeAll
  static void compileTheVendorsJar() throws IOException {
    Path source = Files.createDirectories(vendor.resolve("vendor")).resolve("VendorDecoder.java");
    try (var text = HostedPhotoDecoderTest.class.getResourceAsStream("VendorDecoder.txt")) {
      Files.write(source, text.readAllBytes());
    }
    var compiler = ToolProvider.getSystemJavaCompiler();
    assertEquals(
        0,
        compiler.run(
            null,
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            "-cp",
            System.getProperty("java.class.path"),
            "-d",
            vendor.toString(),
            source.toString()));
    try (var out = new JarOutputStream(Files.newOutputStream(jar()))) {
      entry(
          out,
          "META-INF/services/" + CardPhotoDecoder.class.getName(),
          "vendor.VendorDecoder # ours\n".getBytes(StandardCharsets.UTF_8));
      entry(
          out,
          "vendor/VendorDecoder.class",
          Files.readAllBytes(vendor.resolve("vendor/VendorDecoder.class")));
    }
  }

  @AfterEach
  void erase() {
    memory.close();
  }

  @Test
  void decodesInAChild() throws Exception {
    try (var decoder = opened()) {
      assertEquals("photo decoder vendor ready: vendor", decoder.state());
      assertDecodes(decoder);
      assertDecodes(decoder);
    }
  }

  @ParameterizedTest
  @CsvSource({"1, died", "2, hung for 900 ms and was killed", "4, broke off", "5, died"})
  void whateverBecomesOfTheChildTheNextPhotoFindsAnother(byte how, String told) throws Exception {
    try (var decoder = opened()) {
      assertDecodes(decoder);
      long begin = CLOCK.nanoTime();
      assertEquals(Optional.empty(), decode(decoder, new byte[] {how, 0, 0}));
      long millis = (CLOCK.nanoTime() - begin) / 1_000_000;
      assertTrue(millis < 3_000, () -> millis + " ms");
      assertTrue(decoder.state().contains(told), decoder::state);
      assertTrue(decoder.state().contains("lost 1 times"), decoder::state);
      assertDecodes(decoder);
    }
  }

  @Test
  void aCrashOfNativeCodeIsReportedAsWhatItIs() throws Exception {
    try (var decoder = opened()) {
      assertEquals(Optional.empty(), decode(decoder, new byte[] {1, 0, 0}));
      assertTrue(decoder.state().contains("died by SIGSEGV"), decoder::state);
    }
  }

  @Test
  void whatItPrintsDisturbsNothing() throws Exception {
    try (var decoder = opened()) {
      assertTrue(decode(decoder, new byte[] {3, 0, 0}).isPresent());
      assertDecodes(decoder);
      assertFalse(decoder.state().contains("lost"), decoder::state);
    }
  }

  @Test
  void bytesThatItDoesNotKnowCostNothing() throws Exception {
    try (var decoder = opened()) {
      assertEquals(Optional.empty(), decode(decoder, new byte[] {6, 0, 0}));
      assertFalse(decoder.state().contains("lost"), decoder::state);
    }
  }

  @Test
  void onlyTheJarThatIsNamedIsLoaded() throws Exception {
    try (var decoder = decoder("0".repeat(64))) {
      var refused = assertThrows(IOException.class, decoder::open);
      assertTrue(String.valueOf(refused.getMessage()).contains(digest()), refused::getMessage);
    }
  }

  @Test
  void aNameThatTheJarDoesNotOfferIsToldInTheState() throws Exception {
    try (var decoder =
        new HostedPhotoDecoder(
            "other", new VerifiedFile(jar(), digest()), Optional.empty(), CLOCK)) {
      decoder.open();
      assertTrue(decoder.state().contains("died, exit code 4"), decoder::state);
    }
  }

  @Test
  void aCardIsReadWhateverItsPhotoDoesToTheDecoder(@TempDir Path place) throws Exception {
    Path port = place.resolve("reader");
    try (SamSimulator simulator = SamSimulator.plugIn(port, CLOCK);
        IdentityDocumentReader reader = reader(port, digest())) {
      var described = assertInstanceOf(Attempt.Done.class, reader.open(seconds()));
      assertTrue(described.value().toString().contains("ready: vendor"));
      simulator.lay(card((byte) 1));
      assertEquals(Optional.empty(), read(reader).photo());
      var probed = assertInstanceOf(Attempt.Done.class, reader.probe(seconds()));
      assertTrue(probed.value().toString().contains("died"), probed::toString);
      simulator.lay(card((byte) 9));
      assertEquals("image/jpeg", read(reader).photo().orElseThrow().mimeType());
    }
  }

  @Test
  void aReaderWithAnotherJarThanTheProfileNamesDoesNotOpen(@TempDir Path place) throws Exception {
    Path port = place.resolve("reader");
    try (SamSimulator simulator = SamSimulator.plugIn(port, CLOCK);
        IdentityDocumentReader reader = reader(port, "f".repeat(64))) {
      simulator.lift();
      var failed = assertInstanceOf(Attempt.Failed.class, reader.open(seconds()));
      assertInstanceOf(DeviceFailure.UserError.class, failed.failure());
    }
  }

  private io.hall24.device.IdentityDocument read(IdentityDocumentReader reader) {
    assertInstanceOf(Attempt.Done.class, reader.awaitDocument(seconds()));
    return assertInstanceOf(
            DocumentReading.Read.class, reader.read(new AccessKey.None(), memory, seconds()))
        .document();
  }

  private static SimulatedCard card(byte how) {
    byte[] photo = new byte[SimulatedCard.PICTURE];
    photo[0] = how;
    return new SimulatedCard(Cards.residentText().bytes(), photo, Optional.empty());
  }

  private static IdentityDocumentReader reader(Path port, String sha256) {
    SamDriver driver = new SamDriver();
    return (IdentityDocumentReader)
        driver.create(
            new DeviceId("reader"),
            driver
                .settings()
                .resolve(
                    Map.of(
                        "port",
                        port.toString(),
                        "photo-decoder",
                        "vendor",
                        "decoder-jar",
                        jar().toString(),
                        "decoder-sha256",
                        sha256)),
            CLOCK);
  }

  private void assertDecodes(HostedPhotoDecoder decoder) {
    assertArrayEquals(GOOD, decode(decoder, GOOD).orElseThrow());
  }

  private Optional<byte[]> decode(HostedPhotoDecoder decoder, byte[] coded) {
    return decoder
        .decode(memory.absorb(coded.clone()), memory)
        .map(photo -> photo.bytes().toArray(ValueLayout.JAVA_BYTE));
  }

  private static HostedPhotoDecoder opened() throws IOException {
    var decoder = decoder(digest());
    decoder.open();
    return decoder;
  }

  private static HostedPhotoDecoder decoder(String sha256) {
    return new HostedPhotoDecoder(
        "vendor", new VerifiedFile(jar(), sha256), Optional.empty(), CLOCK);
  }

  private static String digest() throws IOException {
    return VerifiedFile.digest(Files.readAllBytes(jar()));
  }

  private static Path jar() {
    return vendor.resolve("vendor.jar");
  }

  private static void entry(JarOutputStream out, String name, byte[] content) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(content);
    out.closeEntry();
  }

  private static Patience seconds() {
    return Patience.of(Duration.ofSeconds(10), CLOCK);
  }
}
