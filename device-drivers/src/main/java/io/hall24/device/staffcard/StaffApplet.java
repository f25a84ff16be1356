package io.hall24.device.staffcard;

import io.hall24.device.StaffCardReader.StaffCard;
import java.io.IOException;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/**
 * What a staff card's applet is asked (ISO/IEC 7816-4): SELECT by its AID, GET DATA 0001 for its
 * number (8 bytes) and 0002 for its public key (NIST P-256, an uncompressed point), INTERNAL
 * AUTHENTICATE for an ECDSA signature with SHA-256 over the challenge.
 */
final class StaffApplet {
  private static final int OK = 0x9000;
  private static final int NUMBER = 1;
  private static final int KEY = 2;
  private static final int NUMBER_BYTES = 8;
  private static final int COORDINATE = 32;
  private static final int UNCOMPRESSED = 4;
  private static final int MOST = 256;

  private final CardChannel channel;

  private StaffApplet(CardChannel channel) {
    this.channel = channel;
  }

  /**
   * Selects it.
   *
   * @throws RefusedException when the card has no such applet
   */
  static StaffApplet on(Card card, byte[] aid) throws CardException, RefusedException {
    var applet = new StaffApplet(card.getBasicChannel());
    var _ = applet.ask(new CommandAPDU(0x00, 0xA4, 0x04, 0x00, aid, MOST), "select");
    return applet;
  }

  StaffCard card() throws CardException, RefusedException {
    byte[] number = ask(new CommandAPDU(0x00, 0xCA, 0x00, NUMBER, MOST), "number");
    byte[] point = ask(new CommandAPDU(0x00, 0xCA, 0x00, KEY, MOST), "key");
    if (number.length != NUMBER_BYTES) {
      throw new RefusedException("number of " + number.length + " bytes");
    }
    return new StaffCard(HexFormat.of().formatHex(number), key(point));
  }

  byte[] answer(byte[] challenge) throws CardException, RefusedException {
    return ask(new CommandAPDU(0x00, 0x88, 0x00, 0x00, challenge, MOST), "authenticate");
  }

  private static String key(byte[] point) throws RefusedException {
    if (point.length != 1 + 2 * COORDINATE || point[0] != UNCOMPRESSED) {
      throw new RefusedException("public key of " + point.length + " bytes");
    }
    try {
      var parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp256r1"));
      var key =
          KeyFactory.getInstance("EC")
              .generatePublic(
                  new ECPublicKeySpec(
                      new ECPoint(
                          new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + COORDINATE)),
                          new BigInteger(
                              1, Arrays.copyOfRange(point, 1 + COORDINATE, point.length))),
                      parameters.getParameterSpec(ECParameterSpec.class)));
      return Base64.getEncoder().encodeToString(key.getEncoded());
    } catch (GeneralSecurityException notOnTheCurve) {
      throw new RefusedException("public key is no point of the curve");
    }
  }

  private byte[] ask(CommandAPDU command, String what) throws CardException, RefusedException {
    ResponseAPDU answer = channel.transmit(command);
    if (answer.getSW() != OK) {
      throw new RefusedException("%s: card answered %04x".formatted(what, answer.getSW()));
    }
    return answer.getData();
  }

  /** The card answers, but not as a staff card does. */
  static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1;

    RefusedException(String what) {
      super(what);
    }
  }
}
