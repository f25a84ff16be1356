package io.hall24.device.staffcard;

import io.hall24.kiosk.fuzz.FuzzTarget;
import io.hall24.kiosk.fuzz.SpokenCard;
import java.util.HexFormat;
import java.util.List;
import javax.smartcardio.CardException;

/** What a staff card answers. */
public final class StaffCardFuzz implements FuzzTarget {
  private static final HexFormat HEX = HexFormat.of();
  private static final byte[] AID = HEX.parseHex(StaffCardDriver.APPLET);

  /** A target. */
  public StaffCardFuzz() {}

  @Override
  public void feed(byte[] input) {
    try {
      StaffApplet applet = StaffApplet.on(new SpokenCard(input), AID);
      var card = applet.card();
      if (card.number().length() != 16 || card.publicKey().isEmpty()) {
        throw new AssertionError("a card without number or key");
      }
      var _ = applet.answer(new byte[32]);
    } catch (StaffApplet.RefusedException
        | CardException
        | IllegalStateException
        | IllegalArgumentException asExpected) {
      return;
    }
  }

  @Override
  public List<byte[]> seeds() {
    byte[] ok = HEX.parseHex("9000");
    byte[] number = HEX.parseHex("01020304050607089000");
    // The generator of NIST P-256 (FIPS 186-4, D.1.2.3): a point that is on the curve.
    byte[] point =
        HEX.parseHex(
            "046b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296"
                + "4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f59000");
    return List.of(
        SpokenCard.saying(ok, number, point, HEX.parseHex("30060201010201019000")),
        SpokenCard.saying(ok, number, HEX.parseHex("04009000")),
        SpokenCard.saying(HEX.parseHex("6a82")));
  }
}
