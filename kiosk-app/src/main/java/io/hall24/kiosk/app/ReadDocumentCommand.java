package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.config.Profile;
import io.hall24.config.Profile.Role;
import io.hall24.device.AccessKey;
import io.hall24.device.ChipAuthenticity;
import io.hall24.device.DeviceId;
import io.hall24.device.DocumentItem;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocument;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.emrtd.EmrtdDriver;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.ops.ReadIdentityDocument;
import io.hall24.kiosk.ops.ReadIdentityDocument.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code hall24 read-document}: one identity document, printed. */
@Command(
    name = "read-document",
    description = {
      "Waits for one identity document, reads its chip and prints what it says.",
      "It opens the reader itself: end the terminal first, and give its --data."
    },
    mixinStandardHelpOptions = true)
final class ReadDocumentCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--profile", paramLabel = "FILE", description = "the reader of this terminal")
  private Optional<Path> profile = Optional.empty();

  @Option(
      names = "--device",
      paramLabel = "ID",
      defaultValue = "document-reader",
      description = {
        "with --profile: document-reader or id-card-reader",
        "(default: ${DEFAULT-VALUE})"
      })
  private String device = "document-reader";

  @Mixin private final ProfileVariables variables = new ProfileVariables();

  @Option(
      names = "--terminal",
      paramLabel = "NAME",
      description = "instead: a PC/SC terminal by name or regular expression")
  private Optional<String> terminal = Optional.empty();

  @Option(
      names = "--trust",
      paramLabel = "DIR",
      description = "with --terminal: country signing certificates to trust")
  private Optional<Path> trust = Optional.empty();

  @Option(
      names = "--can",
      paramLabel = "DIGITS",
      description = "card access number, six digits; without it a person is asked")
  private Optional<String> can = Optional.empty();

  @Option(
      names = "--mrz",
      paramLabel = "NUMBER,BIRTH,EXPIRY",
      description = "for a document without one, e.g. C12345678,1990-05-31,2031-01-15")
  private Optional<String> mrz = Optional.empty();

  @Option(
      names = "--page",
      paramLabel = "PICTURE",
      description = "instead of a key: a picture of the data page, whose zone or number is read")
  private Optional<Path> page = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "how long a document is waited for (default: ${DEFAULT-VALUE})")
  private int waitSeconds;

  @Mixin private final IdleTerminal idle = new IdleTerminal();

  @Mixin private final Facts facts = new Facts();

  @SuppressWarnings("NullAway.Init")
  ReadDocumentCommand() {}

  @Override
  public Integer call() throws WrongInput, CannotOpen, IOException {
    if (waitSeconds < 0) {
      throw new WrongInput("--wait is not negative");
    }
    DocumentKeys keys = DocumentKeys.of(can, mrz, page);
    HallClock clock = HallClock.system();
    try (var _ = idle.hold();
        ErasableMemory memory = new ErasableMemory();
        IdentityDocumentReader reader = reader(clock)) {
      return report(
          new ReadIdentityDocument(clock)
              .read(reader, keys, Duration.ofSeconds(waitSeconds), memory));
    }
  }

  private IdentityDocumentReader reader(HallClock clock) throws WrongInput {
    if (profile.isPresent() == terminal.isPresent() || terminal.isPresent() != trust.isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "either --profile, or --terminal together with --trust");
    }
    if (profile.isPresent()) {
      return Drivers.installed()
          .create(readable(profile.get()), role(), IdentityDocumentReader.class, clock);
    }
    EmrtdDriver driver = new EmrtdDriver();
    var settings =
        Map.of(
            "terminal",
            terminal.orElseThrow(),
            "trust",
            trust.orElseThrow().toAbsolutePath().toString());
    return (IdentityDocumentReader)
        driver.create(
            new DeviceId(Role.DOCUMENT_READER.key()), driver.settings().resolve(settings), clock);
  }

  private Role role() throws WrongInput {
    return Stream.of(Role.DOCUMENT_READER, Role.ID_CARD_READER)
        .filter(role -> role.key().equals(device))
        .findFirst()
        .orElseThrow(() -> new WrongInput("--device is document-reader or id-card-reader"));
  }

  private Profile readable(Path file) throws WrongInput {
    Profile loaded = variables.load(file);
    if (!loaded.devices().containsKey(role())) {
      throw new WrongInput(file + " has no " + device);
    }
    return loaded;
  }

  private int report(Outcome outcome) throws WrongInput {
    return switch (outcome) {
      case Outcome.Read(var document) -> {
        facts.tell(text(document), json(document));
        yield (authentic(document) ? ExitCode.SUCCESS : ExitCode.NEGATIVE).number();
      }
      case Outcome.NoDocument(var waited) -> {
        facts.complain("no document within " + waited.toSeconds() + " s");
        yield ExitCode.NEGATIVE.number();
      }
      case Outcome.NotRead(var why) -> {
        facts.complain("not read: " + why);
        yield ExitCode.NEGATIVE.number();
      }
      case Outcome.NoKey(var opens) ->
          throw new WrongInput(
              "the document asks for a key: give "
                  + opens.stream()
                      .sorted()
                      .map(kind -> kind == AccessKey.Kind.CAN ? "--can" : "--mrz")
                      .collect(Collectors.joining(" or ")));
      case Outcome.ReaderFailed(var failure) -> {
        facts.complain("the reader does not work: " + failure.detail());
        yield ExitCode.UNAVAILABLE.number();
      }
    };
  }

  private static boolean authentic(IdentityDocument document) {
    return switch (document.authenticity()) {
      case CHIP_AUTHENTICATED, PASSIVELY_AUTHENTICATED, AUTHENTICATED_BY_READER -> true;
      case CHIP_NOT_AUTHENTICATED, FORGED -> false;
    };
  }

  private static String text(IdentityDocument document) {
    return """
    type          %s
    issuer        %s
    number        %s
    name          %s
    nationality   %s
    birth         %s
    expiry        %s
    photo         %s
    authenticity  %s
    protocol      %s\
    """
            .formatted(
                document.type(),
                document.issuer(),
                document.number(),
                document.name(),
                document.nationality(),
                document.birth(),
                document.expiry().map(LocalDate::toString).orElse("never"),
                document
                    .photo()
                    .map(photo -> photo.mimeType() + ", " + photo.bytes().byteSize() + " bytes")
                    .orElse("none"),
                words(document.authenticity()),
                document.protocol())
        + items(document);
  }

  /** What only this kind of document says. */
  private static String items(IdentityDocument document) {
    return Arrays.stream(DocumentItem.values())
        .filter(document.items()::containsKey)
        .map(item -> "\n%-14s%s".formatted(key(item), document.items().get(item)))
        .collect(Collectors.joining());
  }

  private static String key(DocumentItem item) {
    return item.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String words(ChipAuthenticity authenticity) {
    return switch (authenticity) {
      case CHIP_AUTHENTICATED ->
          "authenticated, by a trusted certificate, and the chip has proven to be no copy";
      case PASSIVELY_AUTHENTICATED -> "passively authenticated, by a trusted certificate";
      case AUTHENTICATED_BY_READER -> "authenticated by the reader";
      case CHIP_NOT_AUTHENTICATED ->
          "NOT AUTHENTICATED: no trusted certificate vouches for it, or its chip keeps back a proof";
      case FORGED -> "FORGED: hashes or signature do not agree, or the chip is a copy";
    };
  }

  private static ObjectNode json(IdentityDocument document) {
    ObjectNode json =
        Facts.object()
            .put("type", document.type().name())
            .put("issuer", document.issuer())
            .put("number", document.number())
            .put("name", document.name())
            .put("nationality", document.nationality())
            .put("birth", document.birth().toString());
    document.expiry().ifPresent(expiry -> json.put("expiry", expiry.toString()));
    document
        .photo()
        .ifPresent(photo ->
            json.putObject("photo")
                .put("mimeType", photo.mimeType())
                .put("bytes", photo.bytes().byteSize()));
    ObjectNode items = Facts.object();
    Arrays.stream(DocumentItem.values())
        .filter(document.items()::containsKey)
        .forEach(item -> items.put(key(item), document.items().get(item)));
    if (!items.isEmpty()) {
      json.set("items", items);
    }
    return json.put("authenticity", document.authenticity().name())
        .put("protocol", document.protocol());
  }
}
