package io.hall24.device.emrtd;

import io.hall24.device.AccessKey;
import io.hall24.device.pcsc.CardFailures;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.smartcardio.ATR;
import javax.smartcardio.CardTerminal;
import net.sf.scuba.smartcards.APDUWrapper;
import net.sf.scuba.smartcards.CardServiceException;
import net.sf.scuba.smartcards.CommandAPDU;
import net.sf.scuba.smartcards.ResponseAPDU;
import net.sf.scuba.smartcards.TerminalCardService;
import org.jmrtd.BACKey;
import org.jmrtd.CardServiceProtocolException;
import org.jmrtd.PACEKeySpec;
import org.jmrtd.PassportService;
import org.jmrtd.lds.CardAccessFile;
import org.jmrtd.lds.ChipAuthenticationPublicKeyInfo;
import org.jmrtd.lds.PACEInfo;

/**
 * The session with one chip from its detection to its removal. Files are read here rather than by
 * JMRTD's file streams, which keep every byte read on the heap for as long as they live.
 */
final class Chip implements AutoCloseable {
  static final short SECURITY_OBJECT = 0x011D;
  private static final int DATA_GROUP_0 = 0x0100;
  private static final short COMMON = 0x011E;
  private static final short CARD_ACCESS = 0x011C;

  private static final int OK = 0x9000;
  private static final int END_REACHED = 0x6282;
  private static final int LENGTH_HEADER = 6;
  private static final int SHORT_BLOCK = PassportService.DEFAULT_MAX_BLOCKSIZE;
  // The JDK's native PC/SC code takes at most 8192 bytes a response; chips often less than 4096.
  private static final int EXTENDED_BLOCK = 2048;
  private static final int LAST_NEAR_OFFSET = 0x7FFF;
  private static final int FAR_HEADER = 4;
  private static final int LARGEST_FILE = 512 * 1024;
  private static final int BAC_MUTUAL_STEP = 2;
  private static final int PACE_CONFIRMATION_STEP = 4;
  private static final DateTimeFormatter ZONE_DATE = DateTimeFormatter.ofPattern("uuMMdd");

  private final TerminalCardService card;
  private final PassportService passport;
  private final int block;
  private final Optional<PACEInfo> pace;

  private Chip(TerminalCardService card, PassportService passport, int block)
      throws CardServiceException {
    this.card = card;
    this.passport = passport;
    this.block = block;
    this.pace = readPaceInfo();
  }

  /** Powers the chip on the terminal up and reads how it wants to be opened. */
  static Chip connect(CardTerminal terminal) throws CardServiceException {
    var card = new TerminalCardService(terminal);
    card.open();
    try {
      boolean extended = takesExtendedLength(card.getATR());
      var passport =
          new PassportService(
              card,
              PassportService.NORMAL_MAX_TRANCEIVE_LENGTH,
              extended
                  ? PassportService.EXTENDED_MAX_TRANCEIVE_LENGTH
                  : PassportService.NORMAL_MAX_TRANCEIVE_LENGTH,
              SHORT_BLOCK,
              false,
              true);
      passport.open();
      return new Chip(card, passport, extended ? EXTENDED_BLOCK : SHORT_BLOCK);
    } catch (CardServiceException | RuntimeException failed) {
      card.close();
      throw failed;
    }
  }

  /** Third software function table of the historical bytes (ISO/IEC 7816-4, 12.1.1.9). */
  private static boolean takesExtendedLength(byte[] atr) {
    byte[] history = new ATR(atr).getHistoricalBytes();
    if (history.length == 0 || history[0] != (byte) 0x80) {
      return false;
    }
    for (int i = 1; i < history.length; i += 1 + (history[i] & 0x0F)) {
      boolean capabilities = (history[i] & 0xF0) == 0x70 && (history[i] & 0x0F) == 3;
      if (capabilities && i + 3 < history.length) {
        return (history[i + 3] & 0x40) != 0;
      }
    }
    return false;
  }

  /** Kinds of key of which one opens it. */
  Set<AccessKey.Kind> opens() {
    return pace.isPresent()
        ? Set.of(AccessKey.Kind.CAN, AccessKey.Kind.MRZ)
        : Set.of(AccessKey.Kind.MRZ);
  }

  /**
   * Opens the application with the key: PACE where the chip offers it, else BAC.
   *
   * @return the protocol's name
   */
  String unlock(AccessKey key) throws CardServiceException, WrongKeyException {
    return switch (key) {
      case AccessKey.None() -> throw new WrongKeyException(new IllegalArgumentException("no key"));
      case AccessKey.Can(var digits) -> {
        if (pace.isEmpty()) {
          throw new WrongKeyException(new IllegalArgumentException("no PACE"));
        }
        unlockByPace(PACEKeySpec.createCANKey(digits), pace.get());
        yield "PACE-CAN";
      }
      case AccessKey.Mrz mrz -> unlockByZone(bacKey(mrz));
    };
  }

  private String unlockByZone(BACKey key) throws CardServiceException, WrongKeyException {
    if (pace.isPresent()) {
      try {
        unlockByPace(paceKey(key), pace.get());
        return "PACE-MRZ";
      } catch (CardServiceProtocolException paceUnsupported) {
        // Every chip up to 2017 also offers BAC (part 11, 4.2): it may work where this PACE does
        // not.
        if (card.isConnectionLost(paceUnsupported)) {
          throw paceUnsupported;
        }
      }
    }
    passport.sendSelectApplet(false);
    try {
      passport.doBAC(key);
    } catch (CardServiceProtocolException refused) {
      throwIfWrongKey(refused, BAC_MUTUAL_STEP);
      throw refused;
    }
    return "BAC";
  }

  private void unlockByPace(PACEKeySpec key, PACEInfo info)
      throws CardServiceException, WrongKeyException {
    try {
      passport.doPACE(
          key,
          info.getObjectIdentifier(),
          PACEInfo.toParameterSpec(info.getParameterId()),
          info.getParameterId());
    } catch (CardServiceProtocolException refused) {
      throwIfWrongKey(refused, PACE_CONFIRMATION_STEP);
      throw refused;
    }
    passport.sendSelectApplet(true);
  }

  /** A wrong key shows at the step that compares what both sides made of it. */
  private static void throwIfWrongKey(CardServiceProtocolException refused, int comparingStep)
      throws WrongKeyException {
    if (refused.getStep() == comparingStep && refused.getSW() > 0) {
      throw new WrongKeyException(refused);
    }
  }

  private static BACKey bacKey(AccessKey.Mrz mrz) {
    return new BACKey(mrz.documentNumber(), zoneDate(mrz.birth()), zoneDate(mrz.expiry()));
  }

  private static String zoneDate(LocalDate date) {
    return ZONE_DATE.format(date);
  }

  private static PACEKeySpec paceKey(BACKey key) {
    try {
      return PACEKeySpec.createMRZKey(key);
    } catch (GeneralSecurityException noSha1) {
      throw new IllegalStateException("Java without SHA-1", noSha1);
    }
  }

  private Optional<PACEInfo> readPaceInfo() throws CardServiceException {
    try {
      return paceInfo(file(CARD_ACCESS, () -> false));
    } catch (ChipRefusedException noPace) {
      return Optional.empty();
    }
  }

  /** Whatever a library throws at a file that is none: there is no PACE that could be used. */
  private static Optional<PACEInfo> paceInfo(byte[] file) {
    try {
      return new CardAccessFile(new ByteArrayInputStream(file))
          .getSecurityInfos().stream()
              .filter(PACEInfo.class::isInstance)
              .map(PACEInfo.class::cast)
              .filter(info -> info.getParameterId() != null)
              .findFirst();
    } catch (IOException | RuntimeException malformed) {
      return Optional.empty();
    }
  }

  /** Reads one data group. */
  byte[] dataGroup(int number, BooleanSupplier over)
      throws CardServiceException, ChipRefusedException {
    return file((short) (DATA_GROUP_0 + number), over);
  }

  /**
   * Chip authentication (part 11, 6.2): new keys for secure messaging, which only the chip that was
   * issued can agree on.
   *
   * @param key of data group 14
   * @param protocol object identifier of the ciphers; empty where the key alone tells
   * @throws CardServiceException when the chip did not follow
   */
  void agreeAnew(ChipAuthenticationPublicKeyInfo key, Optional<String> protocol)
      throws CardServiceException {
    passport.doEACCA(
        key.getKeyId(),
        protocol.orElse(null),
        key.getObjectIdentifier(),
        key.getSubjectPublicKey());
  }

  /** A small exchange under the present keys, which only who agreed on them can answer. */
  void exchange() throws CardServiceException, ChipRefusedException {
    select(COMMON);
    Arrays.fill(block(0, LENGTH_HEADER), (byte) 0);
  }

  /**
   * Active authentication (part 11, 6.1): the chip signs a number.
   *
   * @param challenge 8 bytes
   */
  byte[] sign(byte[] challenge) throws CardServiceException, ChipRefusedException {
    var answer = transmit(new CommandAPDU(0x00, 0x88, 0x00, 0x00, challenge, Math.max(block, 256)));
    if (answer.getSW() != OK) {
      throw new ChipRefusedException("sign", answer.getSW());
    }
    return answer.getData();
  }

  /** Whether an exchange failed because the chip is no longer there. */
  boolean isGone(CardServiceException failed) {
    return card.isConnectionLost(failed) || CardFailures.tellsRemoval(failed);
  }

  /**
   * Reads one elementary file.
   *
   * @param fid its identifier (part 10, table 38)
   * @param over asked between blocks; when it says yes the rest stays zero
   */
  byte[] file(short fid, BooleanSupplier over) throws CardServiceException, ChipRefusedException {
    select(fid);
    byte[] head = block(0, LENGTH_HEADER);
    byte[] file = new byte[size(head)];
    System.arraycopy(head, 0, file, 0, Math.min(head.length, file.length));
    try {
      fill(file, head.length, over);
      return file;
    } catch (CardServiceException | ChipRefusedException | RuntimeException lifted) {
      Arrays.fill(file, (byte) 0);
      throw lifted;
    }
  }

  private void fill(byte[] file, int from, BooleanSupplier over)
      throws CardServiceException, ChipRefusedException {
    int read = from;
    while (read < file.length && !over.getAsBoolean()) {
      byte[] next = block(read, Math.min(block, file.length - read));
      if (next.length == 0) {
        throw new ChipRefusedException("end at " + read, END_REACHED);
      }
      System.arraycopy(next, 0, file, read, next.length);
      Arrays.fill(next, (byte) 0);
      read += next.length;
    }
  }

  private void select(short fid) throws CardServiceException, ChipRefusedException {
    byte[] identifier = {(byte) (fid >> 8), (byte) fid};
    var answer = transmit(new CommandAPDU(0x00, 0xA4, 0x02, 0x0C, identifier));
    if (answer.getSW() != OK) {
      throw new ChipRefusedException("select %04x".formatted(fid), answer.getSW());
    }
  }

  private byte[] block(int offset, int length) throws CardServiceException, ChipRefusedException {
    boolean far = offset > LAST_NEAR_OFFSET;
    var answer =
        transmit(
            far
                ? farRead(offset, Math.min(length + FAR_HEADER, block))
                : new CommandAPDU(0x00, 0xB0, offset >> 8, offset & 0xFF, length));
    if (answer.getSW() != OK && answer.getSW() != END_REACHED) {
      throw new ChipRefusedException("read at " + offset, answer.getSW());
    }
    byte[] data = far ? farData(answer.getData()) : answer.getData();
    return data.length > length ? Arrays.copyOf(data, length) : data;
  }

  /**
   * READ BINARY with odd instruction, the only one that reaches so far (ISO/IEC 7816-4, 11.3.3).
   */
  private static CommandAPDU farRead(int offset, int length) {
    byte[] place = {0x54, 0x03, (byte) (offset >> 16), (byte) (offset >> 8), (byte) offset};
    return new CommandAPDU(0x00, 0xB1, 0, 0, place, length);
  }

  private static byte[] farData(byte[] object) throws ChipRefusedException {
    int header = object.length < 2 ? 0 : object[1] < 0 ? 2 + (object[1] & 0x7F) : 2;
    if (header == 0 || object[0] != 0x53 || header > object.length) {
      throw new ChipRefusedException("far read without data object 53", OK);
    }
    byte[] data = Arrays.copyOfRange(object, header, object.length);
    Arrays.fill(object, (byte) 0);
    return data;
  }

  private static int size(byte[] head) throws ChipRefusedException {
    int first = head.length > 1 ? head[1] & 0xFF : 0;
    int digits = first < 0x80 ? 0 : first - 0x80;
    int length = digits == 0 ? first : 0;
    for (int i = 0; i < digits && 2 + i < head.length; i++) {
      length = (length << 8) | (head[2 + i] & 0xFF);
    }
    int size = 2 + digits + length;
    if (digits > 3 || size > LARGEST_FILE) {
      throw new ChipRefusedException("file of %d bytes".formatted(size), OK);
    }
    return size;
  }

  private ResponseAPDU transmit(CommandAPDU command) throws CardServiceException {
    APDUWrapper secureMessaging = passport.getWrapper();
    return secureMessaging == null
        ? card.transmit(command)
        : secureMessaging.unwrap(card.transmit(secureMessaging.wrap(command)));
  }

  @Override
  public void close() {
    passport.close();
    card.close();
  }
}
