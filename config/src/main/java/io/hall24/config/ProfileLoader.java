package io.hall24.config;

import io.hall24.config.Profile.DeviceEntry;
import io.hall24.config.Profile.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads a profile, a YAML file, and reports every mistake at once with its line. */
public final class ProfileLoader {
  private static final String SCREEN = "screen-inches";

  /**
   * The diagonal at which the narrowest target on 1080 x 1920 pixels, a letter's key of 84, is 20
   * mm wide: 20 / 25.4 * 2203 / 84.
   */
  private static final double SMALLEST_SCREEN_INCHES = 20.7;

  /** Ports below are the system's. */
  private static final int LEAST_PORT = 1024;

  private static final int MOST_PORT = 65_535;

  /** A printer that misses by more, mm, is broken or has the wrong paper. */
  private static final double MOST_MISS = 10;

  private static final double LEAST_STRETCH = 0.98;
  private static final double MOST_STRETCH = 1.02;

  private static final String JAR = "driver-jar";
  private static final String SHA256 = "driver-sha256";
  private static final Set<String> OF_THE_DRIVER = Set.of("driver", JAR, SHA256);

  private final Map<String, String> variables;

  /**
   * A loader.
   *
   * @param variables what {@code ${NAME}} in a value stands for
   */
  public ProfileLoader(Map<String, String> variables) {
    this.variables = Map.copyOf(variables);
  }

  /** Reads a file; relative paths in it count from its directory. */
  public ProfileLoading load(Path file) {
    try {
      Path directory = file.toAbsolutePath().getParent();
      return parse(
          file.getFileName().toString(),
          Files.readString(file),
          directory == null ? Path.of("/") : directory);
    } catch (IOException unreadable) {
      return new ProfileLoading.Faulty(
          List.of(new Mistake(file.toString(), 1, "file", "cannot be read: " + unreadable)));
    }
  }

  /**
   * Reads text.
   *
   * @param name for messages
   * @param directory from which relative paths count
   */
  public ProfileLoading parse(String name, String yaml, Path directory) {
    var page = new Section.Page(name, variables, new ArrayList<>());
    Optional<Profile> profile = Section.read(page, yaml).map(root -> profile(root, directory));
    return profile
        .filter(_ -> page.mistakes().isEmpty())
        .<ProfileLoading>map(ProfileLoading.Loaded::new)
        .orElseGet(() -> new ProfileLoading.Faulty(page.mistakes()));
  }

  private static Profile profile(Section root, Path directory) {
    Profile profile =
        new Profile(
            root.text("profile"),
            root.choice("kind", Profile.Kind.class),
            root.keys().contains("crypto")
                ? root.choice("crypto", Profile.Crypto.class)
                : Profile.Crypto.INTERNATIONAL,
            terminal(root.section("terminal")),
            registry(root.section("registry"), directory),
            identity(root.section("identity"), directory),
            issuance(root.section("issuance"), directory),
            visit(root.section("visit")),
            opening(root.section("opening")),
            root.optionalSection("offline")
                .map(ProfileLoader::offline)
                .orElse(Profile.Offline.STANDARD),
            root.optionalSection("health").map(section -> health(section, directory)),
            devices(root.section("devices"), directory));
    root.nothingElse();
    if (!profile.opening().credential().isNever()
        && !profile.devices().containsKey(Profile.Role.CODE_SCANNER)) {
      root.mistake("opening", "credential: needs a code-scanner among the devices");
    }
    if (profile.kind() == Profile.Kind.PRODUCTION) {
      checkWaysWithoutFace(root, profile);
    }
    if (profile.kind() == Profile.Kind.PRODUCTION
        && !profile.issuance().evidence().contains(Profile.Evidence.OUTPUT_EYE)) {
      root.mistake(
          "issuance",
          "evidence: a production profile needs more than the printer's own word: add output-eye");
    }
    if (profile.kind() == Profile.Kind.PRODUCTION && profile.registry().tls().isEmpty()) {
      root.mistake(
          "registry",
          "tls: missing; a production terminal talks to the registry by mutual TLS only");
    }
    if (profile.kind() == Profile.Kind.PRODUCTION && profile.issuance().forms().isEmpty()) {
      root.mistake(
          "issuance",
          "forms: missing; a production profile prints only forms that the authority has signed");
    }
    return profile;
  }

  /** At night nobody sees who stands there, and nobody may be left with a face as the only way. */
  private static void checkWaysWithoutFace(Section root, Profile profile) {
    Profile.Opening opening = profile.opening();
    Optional<String> nobody = opening.terminal().without(opening.withoutFace()).first();
    if (opening.terminal().isAlways() && nobody.isPresent()) {
      root.mistake(
          "opening",
          "a terminal that is always open needs a remote clerk or a credential whenever no clerk is"
              + " there; from "
              + nobody.get()
              + " on there is none");
    }
    if (!opening.unattended().isNever() && profile.identity().challenges().count() == 0) {
      root.mistake(
          "identity",
          "challenge.movements: 0, but from "
              + opening.unattended().first().orElse("")
              + " on no clerk watches: ask for at least one");
    }
  }

  private static Profile.Opening opening(Section section) {
    var opening =
        new Profile.Opening(
            section.hours("terminal"),
            section.hours("clerk"),
            section.hours("remote-clerk"),
            section.hours("credential"));
    section.nothingElse();
    return opening;
  }

  private static Profile.Offline offline(Section section) {
    Map<OfflineService, OfflinePolicy> chosen = new EnumMap<>(OfflineService.class);
    for (OfflineService service : OfflineService.values()) {
      if (section.keys().contains(service.key())) {
        chosen.put(service, section.choice(service.key(), service.allowed()));
      }
    }
    section.nothingElse();
    return new Profile.Offline(chosen);
  }

  private static Profile.Terminal terminal(Section section) {
    Optional<Profile.Nearby> nearby =
        section
            .optionalSection("nearby")
            .map(other -> {
              var there = new Profile.Nearby(other.text("zh"), other.text("en"));
              other.nothingElse();
              return there;
            });
    if (section.keys().contains(SCREEN)
        && section.fraction(SCREEN, 5, 100) < SMALLEST_SCREEN_INCHES) {
      section.mistake(
          SCREEN,
          "keys of the screen would be narrower than 20 mm; expected at least "
              + SMALLEST_SCREEN_INCHES);
    }
    var terminal =
        new Profile.Terminal(
            section.text("id"), section.text("hall-zh"), section.text("hall-en"), nearby);
    section.nothingElse();
    return terminal;
  }

  private static Profile.Registry registry(Section section, Path directory) {
    var registry =
        new Profile.Registry(
            section.uri("url"),
            section.path("trust-anchor", directory),
            section.optionalSection("tls").map(tls -> tls(tls, directory)));
    section.nothingElse();
    boolean https = "https".equals(registry.url().getScheme());
    if (https && registry.tls().isEmpty()) {
      section.mistake("url", "is https: expected a section tls with key-store and trust");
    }
    if (!https && registry.tls().isPresent()) {
      section.mistake("tls", "needs a url that begins with https");
    }
    return registry;
  }

  private static Profile.Tls tls(Section section, Path directory) {
    var tls =
        new Profile.Tls(
            section.path("key-store", directory),
            section.path("key-store-passphrase-file", directory),
            section.path("trust", directory));
    section.nothingElse();
    return tls;
  }

  private static Profile.Identity identity(Section section, Path directory) {
    var identity =
        new Profile.Identity(
            section.path("models", directory),
            section.fraction("threshold", 0, 1),
            section.number("attempts", 1, 10),
            section.duration("face-time"),
            challenges(section.section("challenge")),
            section.flag("infrared"),
            calibration(section, directory));
    section.nothingElse();
    identity.calibration().ifPresent(measured -> checkCalibration(section, identity, measured));
    return identity;
  }

  private static Optional<Calibrated> calibration(Section section, Path directory) {
    if (!section.keys().contains("calibration")) {
      return Optional.empty();
    }
    Path file = section.path("calibration", directory);
    try {
      var page = Calibrated.page(file);
      Optional<Calibrated> read = Calibrated.read(page, Files.readString(file));
      page.mistakes().forEach(mistake -> section.mistake("calibration", mistake.toString()));
      return read.filter(_ -> page.mistakes().isEmpty());
    } catch (IOException unreadable) {
      section.mistake("calibration", "cannot be read: " + unreadable);
      return Optional.empty();
    }
  }

  /** A profile may be stricter than what was measured, and never laxer. */
  private static void checkCalibration(
      Section section, Profile.Identity identity, Calibrated measured) {
    if (identity.threshold() < measured.threshold()) {
      section.mistake(
          "threshold",
          identity.threshold()
              + " is below what the calibration allows; expected at least "
              + measured.threshold());
    }
    if (identity.attempts() > measured.attempts()) {
      section.mistake(
          "attempts", "the calibration is for " + measured.attempts() + " a visit at most");
    }
    if (!measured.supported()) {
      section.mistake("calibration", "rests on too few pairs to promise its rate");
    }
  }

  private static Profile.Challenges challenges(Section section) {
    var challenges =
        new Profile.Challenges(
            section.number("movements", 0, 5), section.choiceList("of", Profile.Movement.class));
    section.nothingElse();
    if (challenges.count() > 0 && challenges.offered().stream().distinct().count() < 2) {
      section.mistake("of", "expected at least two movements, so that none can be foreseen");
    }
    return challenges;
  }

  private static Profile.Issuance issuance(Section section, Path directory) {
    var issuance =
        new Profile.Issuance(
            section.choiceList("evidence", Profile.Evidence.class),
            section.duration("collect-within"),
            section.choice("sheet-activation", Profile.SheetActivation.class),
            section.path("fonts", directory),
            forms(section, directory),
            section
                .optionalSection("calibration")
                .map(ProfileLoader::calibration)
                .orElse(Profile.Calibration.NONE));
    section.nothingElse();
    return issuance;
  }

  private static Optional<Profile.Forms> forms(Section section, Path directory) {
    Optional<Section> forms = section.optionalSection("forms");
    Optional<Profile.Forms> read =
        forms.map(one ->
            new Profile.Forms(one.path("directory", directory), one.path("trust", directory)));
    forms.ifPresent(Section::nothingElse);
    return read;
  }

  private static Profile.Calibration calibration(Section section) {
    var calibration =
        new Profile.Calibration(placement(section, "original"), placement(section, "duplicate"));
    section.nothingElse();
    return calibration;
  }

  private static Profile.Placement placement(Section section, String key) {
    Optional<Section> placement = section.optionalSection(key);
    Optional<Profile.Placement> read =
        placement.map(one ->
            new Profile.Placement(
                one.fraction("right", -MOST_MISS, MOST_MISS),
                one.fraction("down", -MOST_MISS, MOST_MISS),
                one.fraction("across", LEAST_STRETCH, MOST_STRETCH),
                one.fraction("along", LEAST_STRETCH, MOST_STRETCH)));
    placement.ifPresent(Section::nothingElse);
    return read.orElse(Profile.Placement.EXACT);
  }

  private static Profile.Visit visit(Section section) {
    var visit =
        new Profile.Visit(
            section.duration("question"),
            section.duration("warning"),
            section.duration("document"),
            section.duration("longest"));
    section.nothingElse();
    return visit;
  }

  private static Profile.Health health(Section section, Path directory) {
    var health =
        new Profile.Health(
            section.number("port", LEAST_PORT, MOST_PORT),
            section.path("key-store", directory),
            section.path("key-store-passphrase-file", directory),
            section.path("trust", directory));
    section.nothingElse();
    if (section.keys().contains("trust") && health.trust().equals(health.keyStore())) {
      section.mistake(
          "trust", "is the terminal's own key store; expected central operations' issuers (PEM)");
    }
    return health;
  }

  private static Map<Role, DeviceEntry> devices(Section section, Path directory) {
    Map<Role, DeviceEntry> devices = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      if (role.required()) {
        devices.put(role, device(role, section.section(role.key()), directory));
      } else {
        section
            .optionalSection(role.key())
            .ifPresent(given -> devices.put(role, device(role, given, directory)));
      }
    }
    apart(devices, section);
    section.nothingElse();
    return devices;
  }

  /** A test page on a numbered sheet would spoil it. */
  private static void apart(Map<Role, DeviceEntry> devices, Section section) {
    Optional.ofNullable(devices.get(Role.PLAIN_PRINTER))
        .filter(plain ->
            Optional.ofNullable(devices.get(Role.PRINTER))
                .filter(stock ->
                    stock.driver().equals(plain.driver())
                        && stock.settings().equals(plain.settings()))
                .isPresent())
        .ifPresent(_ ->
            section.mistake(
                Role.PLAIN_PRINTER.key(), "is the printer that holds stock; expected another"));
  }

  private static DeviceEntry device(Role role, Section section, Path directory) {
    Map<String, String> settings = new LinkedHashMap<>();
    Map<String, Integer> lines = new LinkedHashMap<>();
    String driver = section.text("driver");
    Optional<Profile.VendorJar> jar = jar(section, directory);
    for (String key : section.keys()) {
      if (!OF_THE_DRIVER.contains(key)) {
        settings.put(key, section.text(key));
        lines.put(key, section.lineOf(key));
      }
    }
    return new DeviceEntry(role.key(), driver, jar, settings, lines, section.line());
  }

  private static Optional<Profile.VendorJar> jar(Section section, Path directory) {
    if (!section.keys().contains(JAR) && !section.keys().contains(SHA256)) {
      return Optional.empty();
    }
    Path file = section.path(JAR, directory);
    String sha256 = section.text(SHA256);
    if (!sha256.matches("[0-9a-f]{64}")) {
      section.mistake(SHA256, "expected 64 digits of 0-9 and a-f, as sha256sum prints them");
    }
    return Optional.of(new Profile.VendorJar(file, sha256));
  }
}
