package io.hall24.counterpart.staffcard;

import java.util.HexFormat;
import javacard.security.ECKey;

/** The curve NIST P-256 (SEC 2, 2.4.2), which cards have to be told. */
final class P256 {
  private static final byte[] P =
      hex("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff");
  private static final byte[] A =
      hex("ffffffff00000001000000000000000000000000fffffffffffffffffffffffc");
  private static final byte[] B =
      hex("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b");
  private static final byte[] G =
      hex(
          "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
              + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5");
  private static final byte[] N =
      hex("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551");

  private P256() {}

  static void describe(ECKey key) {
    key.setFieldFP(P, (short) 0, (short) P.length);
    key.setA(A, (short) 0, (short) A.length);
    key.setB(B, (short) 0, (short) B.length);
    key.setG(G, (short) 0, (short) G.length);
    key.setR(N, (short) 0, (short) N.length);
    key.setK((short) 1);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
