package io.hall24.kiosk.demo.document;

import io.hall24.device.lds.ZoneField;
import io.hall24.kiosk.demo.InventedPerson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.sf.scuba.data.Gender;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.PACEInfo;
import org.jmrtd.lds.SODFile;
import org.jmrtd.lds.SecurityInfo;
import org.jmrtd.lds.icao.COMFile;
import org.jmrtd.lds.icao.DG1File;
import org.jmrtd.lds.icao.MRZInfo;

/**
 * Writes the files of a document's chip (ICAO Doc 9303 part 10) for an invented person: {@code
 * COM.bin}, {@code DG1.bin}, {@code DG2.bin}, {@code DG11.bin} with the name in Chinese characters,
 * {@code SOD.bin}, {@code CardAccess.bin}, and {@code CAN.txt} and {@code ZONE.txt} with what would
 * be printed on it. Dates are reckoned from a given day, so that a demonstration works in any year.
 */
public final class DocumentPress {
  private static final String ZONE = "ZONE.txt";
  private static final String CARD_ACCESS = "CardAccess.bin";
  private static final String CAN = "CAN.txt";
  private static final int[] DATA_GROUP_TAGS = {0x61, 0x75, 0x6B};
  private static final int[] WITH_KEYS_TAGS = {0x61, 0x75, 0x6B, 0x6E, 0x6F};
  private static final int USUAL_PICTURE = 20_000;
  private static final int VALID_YEARS = 10;
  private static final int SIGNER_GRACE_MONTHS = 3;
  private static final DateTimeFormatter ZONE_DATE = DateTimeFormatter.ofPattern("uuMMdd");
  private static final byte[] FORGED_FROM = "<<".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FORGED_TO = "A<".getBytes(StandardCharsets.US_ASCII);

  private final InventedState state;
  private final LocalDate today;
  private final int largestPicture;
  private final Optional<ChipKey> key;

  /**
   * A press that compresses photos to what passports usually carry.
   *
   * @param today the day from which dates are reckoned
   */
  public DocumentPress(InventedState state, LocalDate today) {
    this(state, today, USUAL_PICTURE);
  }

  /**
   * A press.
   *
   * @param largestPicture how many bytes a chip photo may have
   */
  DocumentPress(InventedState state, LocalDate today, int largestPicture) {
    this(state, today, largestPicture, Optional.empty());
  }

  private DocumentPress(
      InventedState state, LocalDate today, int largestPicture, Optional<ChipKey> key) {
    this.state = state;
    this.today = today;
    this.largestPicture = largestPicture;
    this.key = key;
  }

  /** The same press, whose chips have a key by which they prove to be no copies. */
  public DocumentPress with(ChipKey chipKey) {
    return new DocumentPress(state, today, largestPicture, Optional.of(chipKey));
  }

  /**
   * Writes one document.
   *
   * @param holder whose it is
   * @param portrait the photograph from which the chip photo is cut
   * @param condition what is the matter with it
   * @param directory is created, and its document replaced
   */
  public void press(InventedPerson holder, Path portrait, Condition condition, Path directory)
      throws IOException {
    MRZInfo printed = zone(holder, expiry(condition));
    byte[] zone = new DG1File(printed).getEncoded();
    Map<Integer, byte[]> groups = new TreeMap<>();
    groups.put(1, zone);
    groups.put(
        2,
        PassportPortrait.cutFrom(portrait, holder.cut(), largestPicture).encoded(gender(holder)));
    groups.put(11, nationalName(holder));
    key.ifPresent(pressed -> groups.putAll(pressed.dataGroups()));
    byte[] securityObject = securityObject(groups, signer(condition));
    if (condition == Condition.DATA_CHANGED || condition == Condition.DATA_AND_HASH_CHANGED) {
      byte[] forged = replaced(zone, FORGED_FROM, FORGED_TO);
      if (condition == Condition.DATA_AND_HASH_CHANGED) {
        securityObject = replaced(securityObject, digest(zone), digest(forged));
      }
      groups.put(1, forged);
    }
    Files.createDirectories(directory);
    for (var group : groups.entrySet()) {
      Files.write(directory.resolve("DG" + group.getKey() + ".bin"), group.getValue());
    }
    Files.write(directory.resolve("SOD.bin"), securityObject);
    int[] tags = key.isPresent() ? WITH_KEYS_TAGS : DATA_GROUP_TAGS;
    Files.write(directory.resolve("COM.bin"), new COMFile("1.7", "4.0.0", tags).getEncoded());
    Files.writeString(directory.resolve(ZONE), printed.toString().strip() + "\n");
    if (key.isPresent()) {
      key.get().writeInto(directory);
    }
    if (condition == Condition.ZONE_ONLY) {
      Files.deleteIfExists(directory.resolve(CARD_ACCESS));
      Files.deleteIfExists(directory.resolve(CAN));
    } else {
      Files.write(directory.resolve(CARD_ACCESS), cardAccess());
      Files.writeString(directory.resolve(CAN), holder.cardAccessNumber() + "\n");
    }
  }

  /** What somebody reads off the data page of a pressed document, with its check digit. */
  public static String typed(Path directory, ZoneField field) throws IOException {
    String line = Files.readAllLines(directory.resolve(ZONE)).getLast();
    return switch (field) {
      case NUMBER -> line.substring(0, 10);
      case BIRTH -> line.substring(13, 20);
      case EXPIRY -> line.substring(21, 28);
    };
  }

  /** The last day on which a document in this condition is valid. */
  public LocalDate expiry(Condition condition) {
    return condition == Condition.EXPIRED
        ? today.minusMonths(1)
        : today.plusYears(VALID_YEARS - 2).minusDays(1);
  }

  private InventedState.Signer signer(Condition condition) {
    if (condition == Condition.PHOTO_NOT_DECODED || condition == Condition.KIND_NOT_KNOWN) {
      throw new IllegalArgumentException("no passport is " + condition);
    }
    LocalDate until = expiry(condition);
    return condition == Condition.SIGNER_EXPIRED
        ? state.signer(today.minusYears(VALID_YEARS), today.minusDays(1))
        : state.signer(until.minusYears(VALID_YEARS), until.plusMonths(SIGNER_GRACE_MONTHS));
  }

  private static MRZInfo zone(InventedPerson holder, LocalDate expiry) {
    return MRZInfo.createTD3MRZInfo(
        "P<",
        "UTO",
        holder.surname(),
        holder.givenNames(),
        holder.documentNumber(),
        holder.nationality(),
        ZONE_DATE.format(holder.birth()),
        gender(holder),
        ZONE_DATE.format(expiry),
        "");
  }

  private static Gender gender(InventedPerson holder) {
    return switch (holder.sex()) {
      case M -> Gender.MALE;
      case F -> Gender.FEMALE;
    };
  }

  /** The one place of the chip that takes other than Latin characters (part 10, 4.7.11). */
  private static byte[] nationalName(InventedPerson holder) {
    byte[] name = holder.name().getBytes(StandardCharsets.UTF_8);
    byte[] list = {0x5C, 0x02, 0x5F, 0x0E};
    byte[] file = new byte[2 + list.length + 3 + name.length];
    file[0] = 0x6B;
    file[1] = (byte) (file.length - 2);
    System.arraycopy(list, 0, file, 2, list.length);
    file[6] = 0x5F;
    file[7] = 0x0E;
    file[8] = (byte) name.length;
    System.arraycopy(name, 0, file, 9, name.length);
    return file;
  }

  private static byte[] securityObject(Map<Integer, byte[]> groups, InventedState.Signer signer) {
    Map<Integer, byte[]> hashes = new TreeMap<>();
    groups.forEach((number, bytes) -> hashes.put(number, digest(bytes)));
    try {
      return new SODFile(
              "SHA-256",
              "SHA256withECDSA",
              hashes,
              signer.keys().getPrivate(),
              signer.certificate())
          .getEncoded();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Java without ECDSA", impossible);
    }
  }

  /** PACE-ECDH-GM-AES-CBC-CMAC-128 on NIST P-256, and no second way (part 11, 9.2.1). */
  private static byte[] cardAccess() {
    var pace =
        new PACEInfo(
            SecurityInfo.ID_PACE_ECDH_GM_AES_CBC_CMAC_128, 2, PACEInfo.PARAM_ID_ECP_NIST_P256_R1);
    return new CardAccessFile(List.<SecurityInfo>of(pace)).getEncoded();
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Java without SHA-256", impossible);
    }
  }

  private static byte[] replaced(byte[] bytes, byte[] what, byte[] by) {
    for (int at = 0; at + what.length <= bytes.length; at++) {
      if (java.util.Arrays.equals(bytes, at, at + what.length, what, 0, what.length)) {
        byte[] changed = bytes.clone();
        System.arraycopy(by, 0, changed, at, by.length);
        return changed;
      }
    }
    throw new IllegalStateException("nothing to forge");
  }
}
