package io.hall24.device.emrtd;

import io.hall24.device.AccessKey;
import io.hall24.kiosk.fuzz.FuzzTarget;
import io.hall24.kiosk.fuzz.SpokenCard;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.sf.scuba.smartcards.CardServiceException;

/** What a chip answers before and while it is opened, and to the reading of a file. */
public final class ChipFuzz implements FuzzTarget {
  private static final AccessKey KEY =
      new AccessKey.Mrz("L898902C3", LocalDate.of(1974, 8, 12), LocalDate.of(2012, 4, 15));
  private static final HexFormat HEX = HexFormat.of();

  // As the reader has it: the library names what it does not know.
  private static final Logger JMRTD = Logger.getLogger("org.jmrtd");

  /** A target. */
  public ChipFuzz() {
    JMRTD.setLevel(Level.OFF);
  }

  @Override
  public void feed(byte[] input) {
    connected(input);
    opened(input);
  }

  /** As the reader takes a document up. */
  private static void connected(byte[] input) {
    try (Chip chip = Chip.connect(new SpokenCard(input).terminal())) {
      if (chip.opens().isEmpty()) {
        throw new AssertionError("opened by nothing");
      }
      byte[] file = chip.dataGroup(1, () -> false);
      if (file.length < 2) {
        throw new AssertionError("a file without a length");
      }
    } catch (CardServiceException
        | ChipRefusedException
        | IllegalStateException
        | IllegalArgumentException asExpected) {
      // The person is still moving it, or it is no such document.
      return;
    }
  }

  /** As the reader opens it; there whatever a library throws is an unreadable document. */
  private static void opened(byte[] input) {
    try (Chip chip = Chip.connect(new SpokenCard(input).terminal())) {
      var _ = chip.unlock(KEY);
    } catch (CardServiceException | WrongKeyException | RuntimeException asExpected) {
      return;
    }
  }

  @Override
  public List<byte[]> seeds() {
    byte[] ok = HEX.parseHex("9000");
    byte[] head = HEX.parseHex("31143012060a9000");
    byte[] rest = HEX.parseHex("04007f0007020204020202010202010c9000");
    byte[] file = HEX.parseHex("610a5f1f07504c3c5541439000");
    return List.of(
        SpokenCard.saying(ok, head, rest, ok, file),
        SpokenCard.saying(HEX.parseHex("6a82"), ok, HEX.parseHex("01020304050607089000"), ok),
        SpokenCard.saying(ok, head, HEX.parseHex("6282"), HEX.parseHex("6982")));
  }
}
