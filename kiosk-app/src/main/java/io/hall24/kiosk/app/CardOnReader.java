package io.hall24.kiosk.app;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceId;
import io.hall24.device.StaffCardReader;
import io.hall24.device.StaffCardReader.StaffCard;
import io.hall24.device.staffcard.StaffCardDriver;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.CryptoSuite;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A staff card that is to be registered. */
final class CardOnReader {
  private static final Duration WAIT = Duration.ofSeconds(30);
  private static final int CHALLENGE = 32;

  private CardOnReader() {}

  /** The public key of the card, which it has proven to hold; Base64. */
  static String key(String terminal) throws WrongInput, CannotOpen {
    HallClock clock = HallClock.system();
    StaffCardDriver driver = new StaffCardDriver();
    var settings = driver.settings().resolve(Map.of("terminal", terminal));
    try (var reader =
        (StaffCardReader) driver.create(new DeviceId("staff-card-reader"), settings, clock)) {
      if (reader.open(Patience.of(WAIT, clock)) instanceof Attempt.Failed<String>(var failure)) {
        throw new CannotOpen("no reader: " + failure.detail(), "look at pcscd and --terminal");
      }
      return switch (reader.awaitCard(Patience.of(WAIT, clock))) {
        case Attempt.Done<StaffCard>(var card) -> proven(reader, card, clock);
        case Attempt.Failed<StaffCard>(var failure) ->
            throw new WrongInput("no staff card: " + failure.detail());
      };
    }
  }

  private static String proven(StaffCardReader reader, StaffCard card, HallClock clock)
      throws WrongInput {
    byte[] challenge = CryptoSuite.international().random(CHALLENGE).toArray();
    if (reader.answer(challenge, Patience.of(WAIT, clock))
            instanceof Attempt.Done<byte[]>(var answer)
        && verifies(card.publicKey(), challenge, answer)) {
      return card.publicKey();
    }
    throw new WrongInput("the card does not prove that it holds its key");
  }

  private static boolean verifies(String key, byte[] challenge, byte[] answer) {
    try {
      Signature verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(
          KeyFactory.getInstance("EC")
              .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(key))));
      verifier.update(challenge);
      return verifier.verify(answer);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }
}
