package io.hall24.device.emrtd;

import io.hall24.device.lds.SampleDocument;
import io.hall24.device.time.HallClock;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECParameterSpec;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.crypto.spec.SecretKeySpec;
import net.sf.scuba.smartcards.APDUWrapper;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jmrtd.APDULevelPACECapable;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.protocol.AESSecureMessagingWrapper;
import org.jmrtd.protocol.PACEProtocol;

/**
 * Everything that a read does in Java, done once without a chip: classes are loaded, curves
 * computed, providers found. Without it the first citizen after a start waits several times longer.
 */
final class Rehearsal {
  // Loggers are kept, because those that nobody holds forget their level. Both libraries may name
  // what they read, and report refusals that are results here.
  private static final Logger SCUBA = Logger.getLogger("net.sf.scuba");
  private static final Logger JMRTD = Logger.getLogger("org.jmrtd");

  private static final int LENGTH = PassportService.NORMAL_MAX_TRANCEIVE_LENGTH;

  private Rehearsal() {}

  static void perform(HallClock clock) {
    SCUBA.setLevel(Level.OFF);
    JMRTD.setLevel(Level.OFF);
    try {
      openByPace();
      protectCommand();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Java without AES or elliptic curves", impossible);
    }
    if (!SampleDocument.rehearse(clock)) {
      throw new IllegalStateException("the sample document is not believed");
    }
  }

  private static void openByPace() throws GeneralSecurityException {
    var curve = PACEInfo.toParameterSpec(PACEInfo.PARAM_ID_ECP_NIST_P256_R1);
    var generator = KeyPairGenerator.getInstance("EC", new BouncyCastleProvider());
    generator.initialize((ECParameterSpec) curve);
    try {
      var _ =
          new PACEProtocol(new DeafChip(generator.generateKeyPair()), null, LENGTH, LENGTH, true)
              .doPACE(
                  PACEKeySpec.createCANKey("000000"),
                  SecurityInfo.ID_PACE_ECDH_GM_AES_CBC_CMAC_128,
                  curve,
                  BigInteger.valueOf(PACEInfo.PARAM_ID_ECP_NIST_P256_R1));
    } catch (CardServiceException asRehearsed) {
      // A chip that does not know the number is found out at the last step, after all the work.
    }
  }

  private static void protectCommand() throws GeneralSecurityException {
    var key = new SecretKeySpec(new byte[16], "AES");
    var command = new CommandAPDU(0x00, 0xA4, 0x02, 0x0C, new byte[] {0x01, 0x01});
    var _ = new AESSecureMessagingWrapper(key, key, LENGTH, true, 0).wrap(command);
  }

  /** A chip that answers each step of PACE in the right form, whatever it is told. */
  private static final class DeafChip implements APDULevelPACECapable {
    private static final int[] ANSWERS = {0x80, 0x82, 0x84, 0x86};
    private final byte[] point;
    private int step;

    DeafChip(KeyPair keys) {
      this.point =
          PACEProtocol.encodeECPointForSmartCard(((ECPublicKey) keys.getPublic()).getW(), 256);
    }

    @Override
    public void sendMSESetATMutualAuth(
        APDUWrapper wrapper, String oid, int keyReference, byte[] privateKeyReference) {}

    @Override
    public byte[] sendGeneralAuthenticate(
        APDUWrapper wrapper, byte[] data, int expected, boolean last) {
      byte[] value = step == 0 ? new byte[16] : step == 3 ? new byte[8] : point;
      byte[] answer = new byte[2 + value.length];
      answer[0] = (byte) ANSWERS[step++];
      answer[1] = (byte) value.length;
      System.arraycopy(value, 0, answer, 2, value.length);
      return answer;
    }
  }
}
