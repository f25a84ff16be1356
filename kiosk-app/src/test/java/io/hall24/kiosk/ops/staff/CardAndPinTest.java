package io.hall24.kiosk.ops.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.Device;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.StaffCardReader;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.journal.VerifiedTime;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two kinds of credential: a PIN, and a card beside it. */
class CardAndPinTest {
  private static final HallClock CLOCK = HallClock.system();

  @TempDir Path data;
  private StaffOffice office;
  private final KeyPair card = keys();

  CardAndPinTest() throws GeneralSecurityException {}

  @BeforeEach
  void open() {
    office = StaffOffice.open(data, CLOCK, VerifiedTime.UNKNOWN).withTechnician();
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whoeverHasNoCardEntersWithThePin() {
    assertFalse(office.register().wantsCard("101"));
    assertInstanceOf(Entry.Admitted.class, office.enter("101", StaffOffice.RIGHT));
  }

  @Test
  void whoeverHasACardNeedsBoth() throws Exception {
    register(card);
    assertTrue(office.register().wantsCard("101"));
    assertInstanceOf(Entry.Refused.class, office.enter("101", StaffOffice.RIGHT));
    assertInstanceOf(Entry.Refused.class, enter("730518", proof(card)));
    assertInstanceOf(Entry.Admitted.class, enter(StaffOffice.RIGHT, proof(card)));
  }

  @Test
  void anotherCardIsNoProof() throws Exception {
    register(card);
    assertInstanceOf(Entry.Refused.class, enter(StaffOffice.RIGHT, proof(keys())));
  }

  @Test
  void aNewPinKeepsTheCardAndARestartKeepsBoth() throws Exception {
    register(card);
    office.set(StaffOffice.WANG, Role.TECHNICIAN, StaffOffice.OTHER);
    office.close();
    office = StaffOffice.open(data, CLOCK, VerifiedTime.UNKNOWN);
    assertTrue(office.register().wantsCard("wang"));
    assertInstanceOf(Entry.Refused.class, office.enter("101", StaffOffice.OTHER));
    assertInstanceOf(Entry.Admitted.class, enter(StaffOffice.OTHER, proof(card)));
  }

  @Test
  void nobodyGetsACardWithoutACredential() {
    assertInstanceOf(
        CredentialChange.NobodyCalled.class,
        office.register().registerCard(StaffOffice.LI, publicKey(card)));
  }

  private void register(KeyPair keys) {
    assertInstanceOf(
        CredentialChange.Changed.class,
        office.register().registerCard(StaffOffice.WANG, publicKey(keys)));
  }

  private Entry enter(String pin, Optional<CardProof> proof) {
    return office
        .register()
        .enter(new Claim("101", Pin.of(pin.toCharArray())).with(proof), Duty.MAINTENANCE);
  }

  /** As the terminal asks a card on its reader. */
  private static Optional<CardProof> proof(KeyPair keys) throws InterruptedException {
    var board = new StatusBoard(CLOCK);
    try (var reader =
        new SupervisedDevice<StaffCardReader>(new CardInHand(keys), board, CLOCK, new Random(24))) {
      assertEquals(Attempt.done("hand"), reader.wake());
      return new StaffCards(reader, CryptoSuite.international()).proof();
    }
  }

  private static String publicKey(KeyPair keys) {
    return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
  }

  private static KeyPair keys() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  /** A reader with a card on it whose key we know; real ones are met end to end. */
  private record CardInHand(KeyPair keys) implements StaffCardReader, Device {
    @Override
    public DeviceId id() {
      return new DeviceId("staff-card-reader");
    }

    @Override
    public DeviceKind kind() {
      return DeviceKind.STAFF_CARD_READER;
    }

    @Override
    public Attempt<String> open(Patience patience) {
      return Attempt.done("hand");
    }

    @Override
    public Attempt<String> probe(Patience patience) {
      return Attempt.done("hand");
    }

    @Override
    public Attempt<StaffCard> awaitCard(Patience patience) {
      return Attempt.done(new StaffCard("0123456789abcdef", publicKey(keys)));
    }

    @Override
    public Attempt<Long> awaitRemoval(Patience patience) {
      return Attempt.failed(new DeviceFailure.TimedOut(patience.granted(), "still there"));
    }

    @Override
    public Attempt<byte[]> answer(byte[] challenge, Patience patience) {
      try {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(challenge);
        return Attempt.done(signature.sign());
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    @Override
    public void close() {}
  }
}
