package io.hall24.kiosk.app;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.ops.staff.Role;
import io.hall24.kiosk.ops.staff.StaffName;
import io.hall24.kiosk.ops.staff.TelephoneBook;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hall24 credential}: who of staff may do what. */
@Command(
    name = "credential",
    description = {
      "Gives staff their credentials and takes them away; nobody has one from the start.",
      "Asks the running terminal, as the owner of its directory or as root."
    },
    mixinStandardHelpOptions = true)
final class CredentialCommand {
  CredentialCommand() {}

  /** Gives one, or changes PIN or role. */
  @Command(
      name = "set",
      description = {
        "Gives somebody a credential, or a new PIN or role, and ends a lock-out.",
        "A PIN has 6 to 12 digits, at least four different ones, and no four that count up or down."
      },
      mixinStandardHelpOptions = true)
  int set(
      @Parameters(
              index = "0",
              paramLabel = "ROLE",
              description = "technician, stock-keeper, clerk or supervisor")
          String role,
      @Parameters(index = "1", paramLabel = "NAME", description = "a-z, 0-9, dot and hyphen")
          String name,
      @Mixin StaffLine line,
      @Mixin PinSource pins,
      @Mixin Facts facts)
      throws WrongInput, CannotOpen {
    Role known = role(role);
    StaffName who = name(name);
    return facts.report(
        line.ask(
            StaffDesk.SET,
            Facts.object()
                .put("role", known.word())
                .put("name", who.text())
                .put("pin", pins.newFor(who.text()))));
  }

  /** Takes one away. */
  @Command(
      name = "remove",
      description = {
        "Takes somebody's credential away.",
        "Exit code 1 when nobody is called that, or has another role."
      },
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(
              index = "0",
              paramLabel = "ROLE",
              description = "the role that NAME has, as list tells it")
          String role,
      @Parameters(index = "1", paramLabel = "NAME", description = "who") String name,
      @Mixin StaffLine line,
      @Mixin Facts facts)
      throws WrongInput, CannotOpen {
    return facts.report(
        line.ask(
            StaffDesk.REMOVE,
            Facts.object().put("role", role(role).word()).put("name", name(name).text())));
  }

  /** Gives somebody a token. */
  @Command(
      name = "token",
      description = {
        "Gives somebody a new token for one-time codes (RFC 6238) and prints its secret, once, as an",
        "address that authenticator apps take. Clerks need one beside their PIN to confirm people."
      },
      mixinStandardHelpOptions = true)
  int token(
      @Parameters(index = "0", paramLabel = "NAME", description = "who") String name,
      @Mixin StaffLine line,
      @Mixin Facts facts)
      throws WrongInput, CannotOpen {
    return facts.report(line.ask(StaffDesk.TOKEN, Facts.object().put("name", name(name).text())));
  }

  /** Registers a card. */
  @Command(
      name = "card",
      description = {
        "Registers the staff card on a PC/SC terminal, once it has proven that it holds its key. From",
        "then on NAME enters with card and PIN. Exit code 1: nobody is called that; 2: no staff card came."
      },
      mixinStandardHelpOptions = true)
  int card(
      @Parameters(index = "0", paramLabel = "NAME", description = "who") String name,
      @Option(
              names = "--terminal",
              defaultValue = ".*",
              paramLabel = "NAME",
              description = "the PC/SC terminal by name or regular expression")
          String terminal,
      @Mixin StaffLine line,
      @Mixin Facts facts)
      throws WrongInput, CannotOpen {
    StaffName who = name(name);
    return facts.report(
        line.ask(
            StaffDesk.CARD,
            Facts.object().put("name", who.text()).put("key", CardOnReader.key(terminal))));
  }

  /** The other end of the telephone. */
  @Command(
      name = "answer",
      description = {
        "Prints the code that answers a terminal's challenge, to be read out over the telephone.",
        "The secret is that of the token which the terminal gave to whoever answers, in base 32; it is",
        "asked for. Needs no terminal: this is what central operations run."
      },
      mixinStandardHelpOptions = true)
  int answer(
      @Parameters(index = "0", paramLabel = "TERMINAL", description = "its id, as read out")
          String terminal,
      @Parameters(index = "1", paramLabel = "CHALLENGE", description = "as read out")
          String challenge,
      @Parameters(
              index = "2..*",
              arity = "1..*",
              paramLabel = "DECISION",
              description = "what shall be done, as read out")
          List<String> decision,
      @Mixin PinSource pins,
      @Mixin Facts facts)
      throws WrongInput {
    Bytes secret =
        TokenUri.secret(pins.of("the token"))
            .orElseThrow(() -> new WrongInput("a secret has letters A to Z and digits 2 to 7"));
    var question =
        new TelephoneBook.Question(challenge.toUpperCase(Locale.ROOT), String.join(" ", decision));
    String code = TelephoneBook.code(secret, terminal, question);
    return facts.report(
        new DeskReply(
            ExitCode.SUCCESS,
            code.substring(0, 4) + " " + code.substring(4),
            Facts.object().put("code", code)));
  }

  /** Who has one. */
  @Command(
      name = "list",
      description = "Number, role and name of everybody who has a credential.",
      mixinStandardHelpOptions = true)
  int list(@Mixin StaffLine line, @Mixin Facts facts) throws WrongInput, CannotOpen {
    return facts.report(line.ask(StaffDesk.LIST, Facts.object()));
  }

  private static Role role(String word) throws WrongInput {
    return Role.ofWord(word)
        .orElseThrow(() ->
            new WrongInput(
                "no role '"
                    + word
                    + "'; there are "
                    + Arrays.stream(Role.values())
                        .map(Role::word)
                        .collect(Collectors.joining(", "))));
  }

  private static StaffName name(String text) throws WrongInput {
    return StaffName.of(text)
        .orElseThrow(() ->
            new WrongInput("'" + text + "' is no staff name: a-z, 0-9, dot, hyphen; 32 at most"));
  }
}
