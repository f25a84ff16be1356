package io.hall24.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that an operator sets for one terminal.
 *
 * @param name of the profile
 * @param kind decides whether simulated devices and demo keys may load
 * @param crypto by which algorithms record and registry are kept and signed
 * @param terminal who and where it is
 * @param registry the government side
 * @param identity how it is decided who stands there
 * @param issuance how licences are printed and handed out
 * @param visit how long people are waited for
 * @param opening when the terminal and the ways without a face are open
 * @param offline what each service does without the registry
 * @param health where central operations pulls the health report; without it nothing listens
 * @param devices by role
 */
public record Profile(
    String name,
    Kind kind,
    Crypto crypto,
    Terminal terminal,
    Registry registry,
    Identity identity,
    Issuance issuance,
    Visit visit,
    Opening opening,
    Offline offline,
    Optional<Health> health,
    Map<Role, DeviceEntry> devices) {
  public Profile {
    devices = Map.copyOf(devices);
  }

  /** What a profile is for. */
  public enum Kind {
    /** Shows and tests; prints 样本 on everything. */
    DEMO,
    /** Serves citizens. */
    PRODUCTION
  }

  /** By which algorithms the record is sealed and chained, and the registry and terminal sign. */
  public enum Crypto {
    /** SHA-256, AES-256-GCM, ECDSA on P-256. */
    INTERNATIONAL,
    /** SM3, SM4-GCM, SM2: GB/T 32905, 32907, 32918. */
    NATIONAL
  }

  /** What a device does for the terminal. */
  public enum Role {
    DOCUMENT_READER,
    /** Reads identity cards, where another device reads passports. A terminal may do without. */
    ID_CARD_READER,
    CAMERA,
    PRINTER,
    OUTPUT_PRESENTER,
    OUTPUT_EYE,
    /** Prints test pages on plain paper; holds no stock. A terminal may do without. */
    PLAIN_PRINTER,
    /** Prints slips on a roll. A terminal may do without, as without all that follow. */
    RECEIPT_PRINTER,
    /** Sees people who sit or are small, whom the other camera does not see. */
    LOW_CAMERA,
    /** Reads codes that people hold before it. */
    CODE_SCANNER,
    /** Reads the cards of staff. */
    STAFF_CARD_READER,
    /** Keys that can be told apart by touch. */
    KEYPAD,
    /** Lights on the housing. */
    STATUS_LIGHTS,
    /** Speaks through a headset or a loudspeaker. */
    AUDIO_OUTPUT,
    /** The battery behind the mains. */
    POWER_SOURCE,
    /** Watches the door of the housing. */
    DOOR_CONTACT,
    /** Takes what people give back. */
    DEPOSIT_SLOT;

    private static final Set<Role> REQUIRED =
        EnumSet.of(DOCUMENT_READER, CAMERA, PRINTER, OUTPUT_PRESENTER, OUTPUT_EYE);

    /** Whether every terminal has one. */
    public boolean required() {
      return REQUIRED.contains(this);
    }

    /** The role's name in a file. */
    public String key() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * Who and where the terminal is.
   *
   * @param id known to the registry
   * @param hallZh the hall's name in Chinese
   * @param hallEn the hall's name in English
   * @param nearby where people go when this terminal cannot serve them
   */
  public record Terminal(String id, String hallZh, String hallEn, Optional<Nearby> nearby) {}

  /**
   * The nearest other terminal.
   *
   * @param zh its name and place in Chinese
   * @param en the same in English
   */
  public record Nearby(String zh, String en) {}

  /**
   * The government side.
   *
   * @param url base address of the contract
   * @param trustAnchor file with the registry's public key (JWK)
   * @param tls by which the terminal and the registry know each other's connection; always there
   *     for an {@code https} address, never for another
   */
  public record Registry(URI url, Path trustAnchor, Optional<Tls> tls) {}

  /**
   * Mutual TLS.
   *
   * @param keyStore the terminal's key and certificate, PKCS#12
   * @param passphraseFile of the key store
   * @param trust issuers of the peer's certificates, PEM
   */
  public record Tls(Path keyStore, Path passphraseFile, Path trust) {}

  /**
   * How it is decided who stands there.
   *
   * @param models directory of the face models
   * @param threshold comparison score, -1 to 1, from which two faces are one person's
   * @param attempts comparison decisions a visit
   * @param faceTime how long one visit may spend in front of the camera
   * @param challenges movements that are asked for after a match
   * @param infrared whether the camera has an infrared source of its own
   * @param calibration what the threshold rests on; empty when on nothing that was measured here
   */
  public record Identity(
      Path models,
      double threshold,
      int attempts,
      Duration faceTime,
      Challenges challenges,
      boolean infrared,
      Optional<Calibrated> calibration) {}

  /**
   * When the terminal and the ways without a face are open. A face is never the only way.
   *
   * @param terminal when the terminal serves
   * @param clerk when a clerk in the hall can confirm who somebody is
   * @param remoteClerk when one far away can
   * @param credential when an electronic credential is taken
   */
  public record Opening(
      OpeningHours terminal,
      OpeningHours clerk,
      OpeningHours remoteClerk,
      OpeningHours credential) {
    /** When any way without a face is open. */
    public OpeningHours withoutFace() {
      return clerk.or(remoteClerk).or(credential);
    }

    /** When nobody in the hall watches. */
    public OpeningHours unattended() {
      return terminal.without(clerk);
    }
  }

  /** What an operator should know about a profile that is no mistake. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    if (!identity.infrared()) {
      warnings.add(
          "identity.infrared: no infrared source: only movements and an uncalibrated score stand"
              + " against photographs and screens");
    }
    if (identity.calibration().isEmpty()) {
      warnings.add(
          "identity.calibration: none: nothing that was measured on this camera stands behind the"
              + " threshold; see calibrate-face");
    }
    return List.copyOf(warnings);
  }

  /**
   * The active challenge against presentation attacks.
   *
   * @param count how many movements; 0 asks for none
   * @param offered which may be asked for
   */
  public record Challenges(int count, List<Movement> offered) {
    public Challenges {
      offered = List.copyOf(offered);
    }
  }

  /** Movements of the head and face. */
  public enum Movement {
    TURN_LEFT,
    TURN_RIGHT,
    BLINK,
    OPEN_MOUTH
  }

  /**
   * How licences are printed and handed out.
   *
   * @param evidence what proves that a sheet was printed
   * @param collectWithin how long a presented sheet waits before it is retracted
   * @param sheetActivation whether the registry activates sheet numbers
   * @param fonts directory of the fonts
   * @param forms the authority's forms; without them the sample forms, in demo profiles only
   * @param calibration how this printer misses the paper
   */
  public record Issuance(
      List<Evidence> evidence,
      Duration collectWithin,
      SheetActivation sheetActivation,
      Path fonts,
      Optional<Forms> forms,
      Calibration calibration) {
    public Issuance {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * A bundle of forms that a registration authority signed.
   *
   * @param directory of the bundle
   * @param trust file with the authority's public key (JWK)
   */
  public record Forms(Path directory, Path trust) {}

  /**
   * What a printer's print must be moved and stretched by to stand where a form wants it; measured
   * on a calibration page.
   *
   * @param original on the sheets of originals
   * @param duplicate on the sheets of duplicates
   */
  public record Calibration(Placement original, Placement duplicate) {
    /** Of a printer that hits the paper exactly, as far as anybody knows. */
    public static final Calibration NONE = new Calibration(Placement.EXACT, Placement.EXACT);
  }

  /**
   * Where a point of a form is printed: first stretched from the upper left corner, then moved.
   *
   * @param right mm, -10 to 10
   * @param down mm, -10 to 10
   * @param across width of the print in widths of the form, 0.98 to 1.02
   * @param along height of the print in heights of the form, 0.98 to 1.02
   */
  public record Placement(double right, double down, double across, double along) {
    /** Nothing is moved. */
    public static final Placement EXACT = new Placement(0, 0, 1, 1);
  }

  /** What may prove that a sheet was printed. */
  public enum Evidence {
    /** The printer says that the job is completed; never enough by itself in production. */
    IPP_COMPLETED,
    /** The eye over the output read the sheet back. */
    OUTPUT_EYE
  }

  /** Who makes a sheet number valid. */
  public enum SheetActivation {
    REGISTRY,
    NONE
  }

  /**
   * How long people are waited for.
   *
   * @param question an unanswered question ends the visit after this
   * @param warning how long before that the person is warned
   * @param document how long an empty reader is waited on
   * @param longest hard cap of a visit
   */
  public record Visit(Duration question, Duration warning, Duration document, Duration longest) {}

  /**
   * What each service does while the registry cannot be reached.
   *
   * @param chosen where a profile says so; otherwise it is the first that the service allows
   */
  public record Offline(Map<OfflineService, OfflinePolicy> chosen) {
    /** As nothing was chosen. */
    public static final Offline STANDARD = new Offline(Map.of());

    public Offline {
      chosen = Map.copyOf(chosen);
    }

    /** What it does. */
    public OfflinePolicy of(OfflineService service) {
      return Optional.ofNullable(chosen.get(service)).orElse(service.allowed().getFirst());
    }
  }

  /**
   * Where central operations pulls the health report, over TLS with client certificates.
   *
   * @param port TCP port, on all addresses
   * @param keyStore the terminal's key and certificate, PKCS#12
   * @param passphraseFile file with the key store's passphrase
   * @param trust issuers of the certificates of those who may ask, PEM
   */
  public record Health(int port, Path keyStore, Path passphraseFile, Path trust) {}

  /**
   * One device as it is configured; its settings are checked against its driver by the terminal.
   *
   * @param id its name
   * @param driver which driver makes it
   * @param jar where the driver comes from, when it is a vendor's
   * @param settings text by name
   * @param lines where each setting stands in the file
   * @param line where the device stands
   */
  public record DeviceEntry(
      String id,
      String driver,
      Optional<VendorJar> jar,
      Map<String, String> settings,
      Map<String, Integer> lines,
      int line) {
    /** One whose driver is installed. */
    public DeviceEntry(
        String id,
        String driver,
        Map<String, String> settings,
        Map<String, Integer> lines,
        int line) {
      this(id, driver, Optional.empty(), settings, lines, line);
    }

    public DeviceEntry {
      settings = Map.copyOf(settings);
      lines = Map.copyOf(lines);
    }
  }

  /**
   * A vendor's driver, which loads only if its content is the one that was configured.
   *
   * @param file the jar
   * @param sha256 of its content, lower-case hexadecimal
   */
  public record VendorJar(Path file, String sha256) {}
}
