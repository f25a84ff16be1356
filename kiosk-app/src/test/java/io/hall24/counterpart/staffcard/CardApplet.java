package io.hall24.counterpart.staffcard;

import javacard.framework.APDU;
import javacard.framework.Applet;
import javacard.framework.ISO7816;
import javacard.framework.ISOException;
import javacard.framework.Util;
import javacard.security.ECPrivateKey;
import javacard.security.ECPublicKey;
import javacard.security.KeyBuilder;
import javacard.security.KeyPair;
import javacard.security.RandomData;
import javacard.security.Signature;

/** Java Card Classic 3.0.5; makes its key when it is installed. */
public final class CardApplet extends Applet {
  private static final byte GET_DATA = (byte) 0xCA;
  private static final byte INTERNAL_AUTHENTICATE = (byte) 0x88;
  private static final byte NUMBER = 1;
  private static final byte KEY = 2;

  private final byte[] number = new byte[8];
  private final KeyPair keys;
  private final Signature signature;

  private CardApplet() {
    var _ =
        RandomData.getInstance(RandomData.ALG_KEYGENERATION)
            .nextBytes(number, (short) 0, (short) number.length);
    keys = new KeyPair(KeyPair.ALG_EC_FP, KeyBuilder.LENGTH_EC_FP_256);
    P256.describe((ECPublicKey) keys.getPublic());
    P256.describe((ECPrivateKey) keys.getPrivate());
    keys.genKeyPair();
    signature = Signature.getInstance(Signature.ALG_ECDSA_SHA_256, false);
    signature.init(keys.getPrivate(), Signature.MODE_SIGN);
    register();
  }

  /** Called by the card's runtime. */
  public static void install(byte[] parameters, short offset, byte length) {
    var _ = new CardApplet();
  }

  @Override
  public void process(APDU apdu) {
    if (selectingApplet()) {
      return;
    }
    byte[] buffer = apdu.getBuffer();
    switch (buffer[ISO7816.OFFSET_INS]) {
      case GET_DATA -> apdu.setOutgoingAndSend((short) 0, data(buffer));
      case INTERNAL_AUTHENTICATE -> {
        short length = apdu.setIncomingAndReceive();
        byte[] challenge = new byte[length];
        var _ = Util.arrayCopy(buffer, ISO7816.OFFSET_CDATA, challenge, (short) 0, length);
        apdu.setOutgoingAndSend(
            (short) 0, signature.sign(challenge, (short) 0, length, buffer, (short) 0));
      }
      default -> ISOException.throwIt(ISO7816.SW_INS_NOT_SUPPORTED);
    }
  }

  private short data(byte[] buffer) {
    return switch (buffer[ISO7816.OFFSET_P2]) {
      case NUMBER -> Util.arrayCopy(number, (short) 0, buffer, (short) 0, (short) number.length);
      case KEY -> ((ECPublicKey) keys.getPublic()).getW(buffer, (short) 0);
      default -> {
        ISOException.throwIt(ISO7816.SW_WRONG_P1P2);
        yield 0;
      }
    };
  }
}
