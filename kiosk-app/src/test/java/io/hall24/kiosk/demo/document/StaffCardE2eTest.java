package io.hall24.kiosk.demo.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.counterpart.staffcard.CardApplet;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.StaffCardReader;
import io.hall24.device.StaffCardReader.StaffCard;
import io.hall24.device.staffcard.StaffCardDriver;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.demo.counterpart.SmartCardDaemon;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.TerminalFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Staff cards behind Debian's pcscd and vpcd: an applet of ours on jCardSim, a Java Card runtime
 * that is not.
 */
@Tag("e2e")
@Timeout(90)
class StaffCardE2eTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final String TERMINAL = "Virtual PCD 00 00";

  @TempDir Path world;
  private SmartCardDaemon daemon;
  private StaffCardReader reader;

  @BeforeEach
  void open() throws Exception {
    daemon = SmartCardDaemon.start(world.resolve("pcscd.log"), CLOCK);
    StaffCardDriver driver = new StaffCardDriver();
    var settings = driver.settings().resolve(Map.of("terminal", ".*" + TERMINAL + ".*"));
    reader = (StaffCardReader) driver.create(new DeviceId("staff-card-reader"), settings, CLOCK);
    assertInstanceOf(Attempt.Done.class, reader.open(seconds(10)));
  }

  @AfterEach
  void close() {
    reader.close();
    daemon.close();
  }

  @Test
  void aCardProvesThatItHoldsItsKeyAndNoOther() throws Exception {
    Process card = lay();
    try {
      StaffCard found = await();
      assertEquals(16, found.number().length());
      byte[] challenge = challenge();
      byte[] answer = answer(challenge);
      assertTrue(verifies(found, challenge, answer));
      assertTrue(!verifies(found, challenge(), answer), "an answer is to one challenge");
      assertTrue(verifies(found, challenge, answer(challenge)), "asked twice");
    } finally {
      lift(card);
    }
    assertInstanceOf(Attempt.Done.class, reader.awaitRemoval(seconds(10)));
    assertInstanceOf(Attempt.Failed.class, reader.answer(challenge(), seconds(2)));
  }

  @Test
  void aCardWithoutTheAppletIsNoStaffCard() throws Exception {
    Process card = start();
    try {
      awaitPresent();
      var failed =
          assertInstanceOf(
              Attempt.Failed.class, reader.awaitCard(Patience.of(Duration.ofMillis(700), CLOCK)));
      assertInstanceOf(DeviceFailure.TimedOut.class, failed.failure());
      assertTrue(failed.failure().detail().contains("select"), failed::toString);
    } finally {
      lift(card);
    }
  }

  @Test
  void answersAgainAfterTheDaemonWasKilled() throws Exception {
    daemon.kill();
    var failed = assertInstanceOf(Attempt.Failed.class, reader.awaitCard(seconds(2)));
    assertInstanceOf(DeviceFailure.Offline.class, failed.failure());
    daemon = SmartCardDaemon.start(world.resolve("pcscd.log"), CLOCK);
    assertInstanceOf(Attempt.Done.class, reader.open(seconds(10)));
    Process card = lay();
    try {
      StaffCard found = await();
      byte[] challenge = challenge();
      assertTrue(verifies(found, challenge, answer(challenge)));
    } finally {
      lift(card);
    }
  }

  private StaffCard await() {
    return (StaffCard) assertInstanceOf(Attempt.Done.class, reader.awaitCard(seconds(10))).value();
  }

  private byte[] answer(byte[] challenge) {
    return (byte[])
        assertInstanceOf(Attempt.Done.class, reader.answer(challenge, seconds(5))).value();
  }

  private static boolean verifies(StaffCard card, byte[] challenge, byte[] answer)
      throws Exception {
    Signature verifier = Signature.getInstance("SHA256withECDSA");
    verifier.initVerify(
        KeyFactory.getInstance("EC")
            .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(card.publicKey()))));
    verifier.update(challenge);
    return verifier.verify(answer);
  }

  private static byte[] challenge() {
    byte[] challenge = new byte[32];
    new SecureRandom().nextBytes(challenge);
    return challenge;
  }

  /** A card whose applet is installed, as an issuer would. */
  private Process lay() throws Exception {
    Process card = start();
    awaitPresent();
    byte[] aid = HexFormat.of().parseHex(StaffCardDriver.APPLET);
    byte[] data = new byte[1 + aid.length + 6];
    data[0] = (byte) aid.length;
    System.arraycopy(aid, 0, data, 1, aid.length);
    data[1 + aid.length] = 5;
    var connected = terminal().connect("*");
    var answer =
        connected.getBasicChannel().transmit(new CommandAPDU(0x80, 0xB8, 0x00, 0x00, data));
    connected.disconnect(false);
    assertEquals(0x9000, answer.getSW());
    return card;
  }

  private Process start() throws IOException {
    Path configuration = world.resolve("card.cfg");
    Files.write(
        configuration,
        List.of(
            "com.licel.jcardsim.card.applet.0.AID=" + StaffCardDriver.APPLET,
            "com.licel.jcardsim.card.applet.0.Class=" + CardApplet.class.getName(),
            "com.licel.jcardsim.card.ATR=3BFA1800008131FE454A434F5033315632333298",
            "com.licel.jcardsim.vsmartcard.host=localhost",
            "com.licel.jcardsim.vsmartcard.port=35963"));
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            "com.licel.jcardsim.remote.VSmartCard",
            configuration.toString())
        .redirectErrorStream(true)
        .redirectOutput(world.resolve("card.log").toFile())
        .start();
  }

  private void awaitPresent() throws Exception {
    assertTrue(terminal().waitForCardPresent(20_000), () -> "no card, see " + world);
  }

  private static javax.smartcardio.CardTerminal terminal() throws Exception {
    return TerminalFactory.getInstance("PC/SC", null).terminals().list().stream()
        .filter(one -> one.getName().contains(TERMINAL))
        .findFirst()
        .orElseThrow(() -> new CardException("no " + TERMINAL));
  }

  private static void lift(Process card) throws InterruptedException {
    card.destroyForcibly();
    assertTrue(card.waitFor(5, TimeUnit.SECONDS));
  }

  private static Patience seconds(int seconds) {
    return Patience.of(Duration.ofSeconds(seconds), CLOCK);
  }
}
