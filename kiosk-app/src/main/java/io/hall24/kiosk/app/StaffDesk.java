package io.hall24.kiosk.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.issuance.TwoPersons;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.ops.socket.Answering;
import io.hall24.kiosk.ops.staff.Approval;
import io.hall24.kiosk.ops.staff.Claim;
import io.hall24.kiosk.ops.staff.CredentialChange;
import io.hall24.kiosk.ops.staff.Duty;
import io.hall24.kiosk.ops.staff.Entry;
import io.hall24.kiosk.ops.staff.Pin;
import io.hall24.kiosk.ops.staff.Role;
import io.hall24.kiosk.ops.staff.StaffMember;
import io.hall24.kiosk.ops.staff.StaffName;
import io.hall24.kiosk.ops.staff.StaffRegister;
import io.hall24.kiosk.ops.staff.TelephoneBook;
import io.hall24.kiosk.ops.staff.TokenChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Where commands of staff are carried out: in the running terminal, through its socket, or on its
 * record while it does not run. Each question is a verb and one JSON object, each answer a {@link
 * DeskReply}.
 *
 * @param data the terminal's directory
 * @param journal the record
 * @param register of credentials
 * @param days of the record
 */
record StaffDesk(Path data, Journal journal, StaffRegister register, DayDesk days) {
  static final String SET = "credential-set";
  static final String REMOVE = "credential-remove";
  static final String LIST = "credential-list";
  static final String TOKEN = "credential-token";
  static final String CARD = "credential-card";
  private static final String ROOT = "root";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Every question there is. */
  Map<String, Answering> questions() {
    Map<String, Answering> questions = new TreeMap<>();
    questions.put(SET, forOwner(this::set));
    questions.put(REMOVE, forOwner(this::remove));
    questions.put(TOKEN, forOwner(this::token));
    questions.put(CARD, forOwner(this::card));
    questions.put(LIST, forAll(_ -> list()));
    questions.putAll(new SheetDesk(this).questions());
    questions.putAll(days.questions());
    return questions;
  }

  /** For members of the terminal's group; whoever asks has to show credentials where it matters. */
  static Answering forAll(Function<JsonNode, DeskReply> answer) {
    return asked -> reply(asked.words(), answer);
  }

  /** Credentials are given by whoever owns the terminal's files, and by root; nobody else could. */
  private Answering forOwner(Function<JsonNode, DeskReply> answer) {
    return asked ->
        asked.user().equals(ROOT) || asked.user().equals(owner())
            ? reply(asked.words(), answer)
            : new Answering.Reply.Told(
                DeskReply.of(
                        ExitCode.NEGATIVE,
                        "only the owner of the terminal's directory and root may do that, not "
                            + asked.user())
                    .line());
  }

  /** Whose the terminal's files are. */
  String owner() {
    try {
      return Files.getOwner(data).getName();
    } catch (IOException unknown) {
      return ROOT;
    }
  }

  private static Answering.Reply reply(String words, Function<JsonNode, DeskReply> answer) {
    try {
      return new Answering.Reply.Told(
          answer.apply(words.isEmpty() ? Facts.object() : JSON.readTree(words)).line());
    } catch (JsonProcessingException noJson) {
      return new Answering.Reply.Refused("not JSON");
    }
  }

  private DeskReply set(JsonNode words) {
    var role = Role.ofWord(words.path("role").asText());
    var name = StaffName.of(words.path("name").asText());
    if (role.isEmpty() || name.isEmpty()) {
      return DeskReply.of(ExitCode.USAGE, "role and name are wanted");
    }
    try (Pin pin = Pin.of(words.path("pin").asText().toCharArray())) {
      return told(register.set(name.get(), role.get(), pin), "set");
    }
  }

  private DeskReply remove(JsonNode words) {
    var role = Role.ofWord(words.path("role").asText());
    var name = StaffName.of(words.path("name").asText());
    return role.isEmpty() || name.isEmpty()
        ? DeskReply.of(ExitCode.USAGE, "role and name are wanted")
        : told(register.remove(name.get(), role.get()), "removed");
  }

  private DeskReply card(JsonNode words) {
    var name = StaffName.of(words.path("name").asText());
    return name.isEmpty() || words.path("key").asText().isEmpty()
        ? DeskReply.of(ExitCode.USAGE, "a name and a key are wanted")
        : told(register.registerCard(name.get(), words.path("key").asText()), "card");
  }

  /** The secret goes to whoever may give credentials, once, to be put into an authenticator. */
  private DeskReply token(JsonNode words) {
    var name = StaffName.of(words.path("name").asText());
    if (name.isEmpty()) {
      return DeskReply.of(ExitCode.USAGE, "a name is wanted");
    }
    return switch (register.giveToken(name.get())) {
      case TokenChange.Given(var member, var secret) -> {
        String uri = TokenUri.of(member, secret);
        yield new DeskReply(
            ExitCode.SUCCESS,
            "token: " + text(member) + "\n" + uri,
            json(member).put("changed", "token").put("uri", uri));
      }
      case TokenChange.NobodyCalled(var nobody) ->
          DeskReply.of(ExitCode.NEGATIVE, "nobody is called " + nobody.text());
      case TokenChange.Unavailable(var detail) -> DeskReply.of(ExitCode.UNAVAILABLE, detail);
    };
  }

  private static DeskReply told(CredentialChange change, String word) {
    return switch (change) {
      case CredentialChange.Changed(var member) -> {
        ObjectNode facts = json(member).put("changed", word);
        yield new DeskReply(ExitCode.SUCCESS, word + ": " + text(member), facts);
      }
      case CredentialChange.WeakPin(var weakness) ->
          DeskReply.of(ExitCode.USAGE, "the PIN is not good: " + words(weakness));
      case CredentialChange.NobodyCalled(var name) ->
          DeskReply.of(ExitCode.NEGATIVE, "nobody is called " + name.text());
      case CredentialChange.OtherRole(var member) ->
          DeskReply.of(
              ExitCode.NEGATIVE,
              member.name().text() + " is " + member.role().word() + "; nothing was changed");
      case CredentialChange.Unavailable(var detail) -> DeskReply.of(ExitCode.UNAVAILABLE, detail);
    };
  }

  private static String words(Pin.Weakness weakness) {
    return switch (weakness) {
      case LENGTH -> "it has " + Pin.SHORTEST + " to " + Pin.LONGEST + " digits";
      case NOT_DIGITS -> "it has digits only";
      case REPEATED -> "it has at least four different digits and repeats no group of digits";
      case SEQUENCE -> "no four digits in it count up or down";
    };
  }

  private DeskReply list() {
    try {
      List<StaffMember> members = register.members();
      ObjectNode facts = Facts.object();
      var array = facts.putArray("staff");
      members.forEach(member -> array.add(json(member)));
      return new DeskReply(
          ExitCode.SUCCESS,
          members.isEmpty()
              ? "nobody has a credential"
              : String.join("\n", members.stream().map(StaffDesk::text).toList()),
          facts);
    } catch (IOException unreadable) {
      return DeskReply.of(ExitCode.UNAVAILABLE, unreadable.toString());
    }
  }

  private static String text(StaffMember member) {
    return "%d  %s  %s".formatted(member.number(), member.role().word(), member.name().text());
  }

  private static ObjectNode json(StaffMember member) {
    return Facts.object()
        .put("number", member.number())
        .put("role", member.role().word())
        .put("name", member.name().text());
  }

  /**
   * Does something that takes two persons, once both have shown their credentials.
   *
   * @param words has {@code first} and {@code second}, each an object with {@code who} and {@code
   *     pin}
   * @param act is given who they are
   */
  DeskReply withTwo(JsonNode words, Duty duty, Function<TwoPersons, DeskReply> act) {
    if (words.path("second").has("challenge")) {
      return withOneAndTelephone(words, duty, act);
    }
    try (Pin first = pin(words.path("first"));
        Pin second = pin(words.path("second"))) {
      Approval approval =
          register.approve(
              new Claim(words.path("first").path("who").asText(), first),
              new Claim(words.path("second").path("who").asText(), second),
              duty);
      return switch (approval) {
        case Approval.Approved(var persons) -> act.apply(persons);
        case Approval.OnePerson _ -> DeskReply.of(ExitCode.NEGATIVE, "two persons are needed");
        case Approval.NotApproved(var who, var why) -> notAdmitted(who, why);
      };
    }
  }

  private DeskReply withOneAndTelephone(
      JsonNode words, Duty duty, Function<TwoPersons, DeskReply> act) {
    JsonNode second = words.path("second");
    var question =
        new TelephoneBook.Question(second.path("challenge").asText(), SheetDesk.decision(words));
    try (Pin first = pin(words.path("first"))) {
      Approval approval =
          register.approve(
              new Claim(words.path("first").path("who").asText(), first),
              second.path("who").asText(),
              telephone(),
              question,
              second.path("code").asText().replaceAll("[^0-9]", ""),
              duty);
      return switch (approval) {
        case Approval.Approved(var persons) -> act.apply(persons);
        case Approval.OnePerson _ -> DeskReply.of(ExitCode.NEGATIVE, "two persons are needed");
        case Approval.NotApproved(var who, var why) -> notAdmitted(who, why);
      };
    }
  }

  /** Questions to somebody at the other end of a telephone. */
  TelephoneBook telephone() {
    return new TelephoneBook(journal, CryptoSuite.international(), HallClock.system());
  }

  private static Pin pin(JsonNode person) {
    return Pin.of(person.path("pin").asText().toCharArray());
  }

  private static DeskReply notAdmitted(String who, Entry why) {
    return switch (why) {
      case Entry.Admitted _ -> throw new IllegalArgumentException("admitted");
      case Entry.Refused(var left) ->
          DeskReply.of(
              ExitCode.NEGATIVE,
              who + ": not this name with this PIN or code; tries before a lock-out: " + left);
      case Entry.LockedOut(var left) ->
          DeskReply.of(
              ExitCode.NEGATIVE,
              who + ": locked out for another " + left.plusMillis(999).toSeconds() + " s");
      case Entry.NotAllowed(var member) ->
          DeskReply.of(ExitCode.NEGATIVE, who + ": a " + member.role().word() + " may not do that");
      case Entry.Unavailable(var detail) -> DeskReply.of(ExitCode.UNAVAILABLE, detail);
    };
  }
}
