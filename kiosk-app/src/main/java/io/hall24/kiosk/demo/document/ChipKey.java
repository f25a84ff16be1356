package io.hall24.kiosk.demo.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Map;
import org.jmrtd.lds.ActiveAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationInfo;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.lds.icao.DG14File;
import org.jmrtd.lds.icao.DG15File;

/**
 * A key by which a chip proves that it is the one that was issued (ICAO Doc 9303 part 11, 6). Its
 * public half stands in data groups 14 and 15, its private half is the chip's.
 */
public final class ChipKey {
  private static final int RSA_BITS = 1024;

  private final Kind kind;
  private final KeyPair pair;

  private ChipKey(Kind kind, KeyPair pair) {
    this.kind = kind;
    this.pair = pair;
  }

  /** What the key is for. */
  public enum Kind {
    /** Chip authentication by ECDH on NIST P-256 with AES-128. */
    AGREEMENT("CA.key"),
    /** Active authentication by RSA. */
    RSA_SIGNATURE("AA.key"),
    /** Active authentication by ECDSA on NIST P-256 with SHA-256. */
    CURVE_SIGNATURE("AA.key");

    private final String file;

    Kind(String file) {
      this.file = file;
    }
  }

  /** A fresh key. */
  public static ChipKey fresh(Kind kind) {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance(
              kind == Kind.RSA_SIGNATURE ? "RSA" : "EC", InventedState.PROVIDER);
      if (kind == Kind.RSA_SIGNATURE) {
        generator.initialize(RSA_BITS);
      } else {
        generator.initialize(new ECGenParameterSpec("secp256r1"));
      }
      return new ChipKey(kind, generator.generateKeyPair());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Java without RSA or elliptic curves", impossible);
    }
  }

  Map<Integer, byte[]> dataGroups() {
    return switch (kind) {
      case AGREEMENT ->
          Map.of(
              14,
              options(
                  new ChipAuthenticationPublicKeyInfo(pair.getPublic()),
                  new ChipAuthenticationInfo(
                      SecurityInfo.ID_CA_ECDH_AES_CBC_CMAC_128, ChipAuthenticationInfo.VERSION_1)));
      case RSA_SIGNATURE -> Map.of(15, new DG15File(pair.getPublic()).getEncoded());
      case CURVE_SIGNATURE ->
          Map.of(
              14,
              options(
                  new ActiveAuthenticationInfo(ActiveAuthenticationInfo.ECDSA_PLAIN_SHA256_OID)),
              15,
              new DG15File(pair.getPublic()).getEncoded());
    };
  }

  private static byte[] options(SecurityInfo... infos) {
    return new DG14File(List.of(infos)).getEncoded();
  }

  /** Writes the private half, PKCS #8, which no reader can ask for. */
  void writeInto(Path directory) throws IOException {
    Files.write(directory.resolve(kind.file), pair.getPrivate().getEncoded());
  }
}
