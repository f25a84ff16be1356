package io.hall24.kiosk.app;

import io.hall24.device.AccessKey;
import io.hall24.kiosk.ops.ReadIdentityDocument;
import java.io.Console;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that were given on the command line; a card access number that was not is asked for,
 * where a person can answer.
 *
 * @param can card access number
 * @param mrz what the machine readable zone says
 */
record DocumentKeys(Optional<AccessKey> can, Optional<AccessKey> mrz)
    implements ReadIdentityDocument.KeySource {
  private static final String CAN_FORM = "[0-9]{6}";

  /**
   * @param can six digits
   * @param mrz number, birth and expiry, with commas between them
   * @param page a picture that shows one of them
   */
  static DocumentKeys of(Optional<String> can, Optional<String> mrz, Optional<Path> page)
      throws WrongInput {
    if (page.isPresent()) {
      if (can.isPresent() || mrz.isPresent()) {
        throw new WrongInput("either --page, or --can or --mrz");
      }
      return seen(PagePicture.key(page.get()));
    }
    if (can.filter(digits -> !digits.matches(CAN_FORM)).isPresent()) {
      throw new WrongInput("--can: a card access number has six digits");
    }
    return new DocumentKeys(
        can.map(AccessKey.Can::new),
        mrz.isPresent() ? Optional.of(zone(mrz.get())) : Optional.empty());
  }

  private static DocumentKeys seen(AccessKey key) {
    return key instanceof AccessKey.Mrz
        ? new DocumentKeys(Optional.empty(), Optional.of(key))
        : new DocumentKeys(Optional.of(key), Optional.empty());
  }

  private static AccessKey zone(String text) throws WrongInput {
    String[] parts = text.split(",", -1);
    if (parts.length != 3) {
      throw new WrongInput("--mrz: expected NUMBER,BIRTH,EXPIRY");
    }
    try {
      return new AccessKey.Mrz(parts[0], LocalDate.parse(parts[1]), LocalDate.parse(parts[2]));
    } catch (DateTimeException noDate) {
      throw new WrongInput("--mrz: dates are written like 1990-05-31");
    }
  }

  @Override
  public Optional<AccessKey> keyFor(Set<AccessKey.Kind> opens) {
    if (opens.contains(AccessKey.Kind.CAN) && can.isPresent()) {
      return can;
    }
    if (opens.contains(AccessKey.Kind.MRZ) && mrz.isPresent()) {
      return mrz;
    }
    return opens.contains(AccessKey.Kind.CAN) && mrz.isEmpty() ? asked() : Optional.empty();
  }

  /** Nobody sees the digits: there may be a queue behind the technician. */
  private static Optional<AccessKey> asked() {
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .flatMap(console -> Optional.ofNullable(console.readPassword("card access number: ")))
        .map(String::new)
        .map(String::strip)
        .filter(digits -> digits.matches(CAN_FORM))
        .map(AccessKey.Can::new);
  }
}
