package io.hall24.device.emrtd;

import io.hall24.device.lds.ChipProof;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.sf.scuba.smartcards.CardServiceException;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.lds.icao.DG14File;
import org.jmrtd.lds.icao.DG15File;

/**
 * Has the chip prove that it is no copy, in the best way that it was issued with (ICAO Doc 9303
 * part 11, 6): chip authentication, else active authentication. The keys are those of data groups
 * that the issuer signed, which passive authentication judges.
 */
final class CopyCheck {
  static final int SECURITY_OPTIONS = 14;
  static final int SIGNATURE_KEY = 15;
  private static final int CHALLENGE = 8;

  private final Chip chip;
  private final SecureRandom random = new SecureRandom();

  CopyCheck(Chip chip) {
    this.chip = chip;
  }

  /**
   * Performs it; nothing but the proof is asked of the chip afterwards.
   *
   * @param groups data groups that were read, by number
   * @throws CardServiceException when the document was taken away meanwhile
   */
  ChipProof perform(Map<Integer, byte[]> groups) throws CardServiceException {
    try {
      Optional<DG14File> options =
          groups.containsKey(SECURITY_OPTIONS)
              ? Optional.of(new DG14File(new ByteArrayInputStream(groups.get(SECURITY_OPTIONS))))
              : Optional.empty();
      Optional<ChipAuthenticationPublicKeyInfo> key = options.flatMap(CopyCheck::key);
      if (key.isPresent()) {
        return agree(key.get(), options.get());
      }
      return groups.containsKey(SIGNATURE_KEY)
          ? sign(groups.get(SIGNATURE_KEY), options)
          : ChipProof.NOT_OFFERED;
    } catch (IOException | RuntimeException unknownHere) {
      // JMRTD meets what it does not know, and what is malformed, with a dozen unchecked ones.
      return ChipProof.WITHHELD;
    }
  }

  private static Optional<ChipAuthenticationPublicKeyInfo> key(DG14File options) {
    return infos(options, ChipAuthenticationPublicKeyInfo.class).findFirst();
  }

  static <T extends SecurityInfo> Stream<T> infos(DG14File options, Class<T> type) {
    return options.getSecurityInfos().stream().filter(type::isInstance).map(type::cast);
  }

  private ChipProof agree(ChipAuthenticationPublicKeyInfo key, DG14File options)
      throws CardServiceException {
    try {
      chip.agreeAnew(
          key,
          infos(options, ChipAuthenticationInfo.class)
              .filter(info -> key.getKeyId() == null || key.getKeyId().equals(info.getKeyId()))
              .map(ChipAuthenticationInfo::getObjectIdentifier)
              .findFirst());
    } catch (CardServiceException refused) {
      return unlessGone(refused, ChipProof.WITHHELD);
    }
    try {
      chip.exchange();
      return ChipProof.CHIP_AUTHENTICATION;
    } catch (CardServiceException | ChipRefusedException | RuntimeException otherKeys) {
      return unlessGone(otherKeys, ChipProof.FAILED);
    }
  }

  private ChipProof sign(byte[] file, Optional<DG14File> options)
      throws CardServiceException, IOException {
    byte[] challenge = new byte[CHALLENGE];
    random.nextBytes(challenge);
    try {
      byte[] signature = chip.sign(challenge);
      return ActiveSignature.of(new DG15File(new ByteArrayInputStream(file)).getPublicKey())
              .algorithm(options)
              .verifies(challenge, signature)
          ? ChipProof.ACTIVE_AUTHENTICATION
          : ChipProof.FAILED;
    } catch (CardServiceException | ChipRefusedException refused) {
      return unlessGone(refused, ChipProof.WITHHELD);
    }
  }

  /** What it means that a chip does not play along, provided that it still lies there. */
  private ChipProof unlessGone(Exception failed, ChipProof otherwise) throws CardServiceException {
    if (failed instanceof CardServiceException lost && chip.isGone(lost)) {
      throw lost;
    }
    return otherwise;
  }
}
