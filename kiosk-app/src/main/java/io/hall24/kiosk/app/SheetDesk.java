package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.Medium;
import io.hall24.kiosk.issuance.Compensations;
import io.hall24.kiosk.issuance.Resolution;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.SheetPlace;
import io.hall24.kiosk.issuance.SheetRange;
import io.hall24.kiosk.issuance.StaffAnswer;
import io.hall24.kiosk.issuance.StockCount;
import io.hall24.kiosk.issuance.StockRoom;
import io.hall24.kiosk.issuance.TwoPersons;
import io.hall24.kiosk.issuance.UnknownIssuances;
import io.hall24.kiosk.ops.socket.Answering;
import io.hall24.kiosk.ops.staff.Duty;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Where two persons load, remove and count sheets, and resolve what is Unknown.
 *
 * @param staff checks who they are
 */
record SheetDesk(StaffDesk staff) {
  static final String LOAD = "stock-load";
  static final String REMOVE = "stock-remove";
  static final String COUNT = "stock-count";
  static final String RESOLVE = "issuance-resolve";
  static final String COMPENSATE = "issuance-compensate";
  static final String REJECTED = "issuance-rejected";
  static final String EXPLAIN = "stock-explain";
  static final String TELEPHONE = "telephone-question";

  /** A question that does not make sense; nobody is asked for credentials then. */
  private static final class Senseless extends Exception {
    private static final long serialVersionUID = 1L;

    Senseless(String why) {
      super(why);
    }
  }

  /** Reads what is to be done. */
  private interface Order {
    Function<TwoPersons, StaffAnswer> of(JsonNode words) throws Senseless;
  }

  /** Every question there is. */
  Map<String, Answering> questions() {
    return Map.ofEntries(
        Map.entry(LOAD, answering(Duty.STOCK, this::load)),
        Map.entry(REMOVE, answering(Duty.STOCK, this::remove)),
        Map.entry(COUNT, answering(Duty.STOCK, this::count)),
        Map.entry(RESOLVE, answering(Duty.RESOLVE, this::resolve)),
        Map.entry(COMPENSATE, answering(Duty.RESOLVE, this::compensate)),
        Map.entry(EXPLAIN, answering(Duty.RESOLVE, this::explain)),
        Map.entry(REJECTED, StaffDesk.forAll(_ -> rejected())),
        Map.entry(TELEPHONE, StaffDesk.forAll(this::telephone)));
  }

  /**
   * Shows a challenge for a decision; whether that makes sense is looked at when it is answered.
   */
  private DeskReply telephone(JsonNode words) {
    String decision = decision(words);
    return staff
        .telephone()
        .ask(decision)
        .map(question ->
            new DeskReply(
                ExitCode.SUCCESS,
                "read out: terminal "
                    + staff.journal().terminalId()
                    + ", "
                    + question.challenge()
                    + ", "
                    + decision,
                Facts.object()
                    .put("terminal", staff.journal().terminalId())
                    .put("challenge", question.challenge())
                    .put("decision", decision)))
        .orElseGet(() -> DeskReply.of(ExitCode.UNAVAILABLE, "the journal takes nothing"));
  }

  /** A decision in the words that are read out over the telephone: all that matters of it. */
  static String decision(JsonNode words) {
    List<String> said = new ArrayList<>();
    for (String field :
        List.of(
            "verb",
            "medium",
            "from",
            "to",
            "counted",
            "issuance",
            "event",
            "day",
            "subject",
            "sealOf")) {
      Optional.of(words.path(field).asText()).filter(text -> !text.isEmpty()).ifPresent(said::add);
    }
    words.path("missing").forEach(number -> said.add("missing " + number.asText()));
    if (words.has("issuance")) {
      said.add(words.path("found").asBoolean() ? "sheet-found" : "none-found");
    }
    return String.join(" ", said);
  }

  private Function<TwoPersons, StaffAnswer> compensate(JsonNode words) throws Senseless {
    long sequence = words.path("event").asLong();
    String reason = reason(words);
    return persons -> new Compensations(staff.journal()).compensate(sequence, reason, persons);
  }

  private Function<TwoPersons, StaffAnswer> explain(JsonNode words) throws Senseless {
    String reason = reason(words);
    String subject = words.path("subject").asText();
    try {
      LocalDate day = LocalDate.parse(words.path("day").asText());
      return persons -> staff.days().differences().explain(day, subject, reason, persons);
    } catch (DateTimeException noDay) {
      throw new Senseless("a day is written as 2026-11-22");
    }
  }

  private DeskReply rejected() {
    List<Compensations.Open> open = new Compensations(staff.journal()).open();
    ObjectNode facts = Facts.object();
    var events = facts.putArray("rejected");
    open.forEach(event ->
        events
            .addObject()
            .put("event", event.sequence())
            .put("type", event.type())
            .put("code", event.code()));
    return open.isEmpty()
        ? new DeskReply(ExitCode.SUCCESS, "nothing waits for a compensation", facts)
        : new DeskReply(
            ExitCode.NEGATIVE,
            open.stream()
                .map(event -> event.sequence() + "  " + event.type() + "  " + event.code())
                .collect(Collectors.joining("\n")),
            facts);
  }

  private Answering answering(Duty duty, Order order) {
    return StaffDesk.forAll(words -> {
      try {
        Function<TwoPersons, StaffAnswer> act = order.of(words);
        return staff.withTwo(words, duty, persons -> told(act.apply(persons), words));
      } catch (Senseless why) {
        return DeskReply.of(ExitCode.USAGE, String.valueOf(why.getMessage()));
      }
    });
  }

  private StockRoom room() {
    return new StockRoom(staff.journal());
  }

  private Function<TwoPersons, StaffAnswer> load(JsonNode words) throws Senseless {
    Medium medium = medium(words);
    SheetRange sheets = sheets(words);
    Optional<String> sealOf =
        Optional.of(words.path("sealOf").asText()).filter(authority -> !authority.isBlank());
    return persons -> room().load(medium, sheets, sealOf, persons);
  }

  private Function<TwoPersons, StaffAnswer> remove(JsonNode words) throws Senseless {
    Medium medium = medium(words);
    SheetRange sheets = sheets(words);
    String reason = reason(words);
    return persons -> room().remove(medium, sheets, reason, persons);
  }

  private Function<TwoPersons, StaffAnswer> count(JsonNode words) throws Senseless {
    Medium medium = medium(words);
    int counted = words.path("counted").asInt(-1);
    if (counted < 0) {
      throw new Senseless("how many sheets lie in the tray?");
    }
    List<SheetNumber> missing = new ArrayList<>();
    for (JsonNode number : words.path("missing")) {
      missing.add(number(number.asText()));
    }
    return persons -> room().counted(medium, counted, missing, persons);
  }

  private Function<TwoPersons, StaffAnswer> resolve(JsonNode words) throws Senseless {
    Resolution found =
        words.path("found").asBoolean()
            ? new Resolution.SheetFound()
            : new Resolution.NoneFound(reason(words));
    String issuance = words.path("issuance").asText();
    return persons -> new UnknownIssuances(staff.journal()).resolve(issuance, found, persons);
  }

  private static Medium medium(JsonNode words) throws Senseless {
    String said = words.path("medium").asText();
    return Arrays.stream(Medium.values())
        .filter(medium -> medium.name().equalsIgnoreCase(said))
        .findFirst()
        .orElseThrow(() -> new Senseless("no tray '" + said + "': A3 or A4"));
  }

  private static SheetRange sheets(JsonNode words) throws Senseless {
    SheetNumber from = number(words.path("from").asText());
    SheetNumber to = number(words.path("to").asText());
    if (!from.sameSeries(to) || from.compareTo(to) > 0) {
      throw new Senseless("from " + from + " to " + to + " is no range of one series");
    }
    return new SheetRange(from, to);
  }

  private static SheetNumber number(String text) throws Senseless {
    Optional<SheetNumber> number = SheetNumber.read(text);
    return number.orElseThrow(() -> new Senseless("'" + text + "' is no sheet number"));
  }

  private static String reason(JsonNode words) throws Senseless {
    String reason = words.path("reason").asText();
    if (reason.isBlank()) {
      throw new Senseless("a reason is wanted");
    }
    return reason;
  }

  private DeskReply told(StaffAnswer answer, JsonNode words) {
    return switch (answer) {
      case StaffAnswer.Recorded _ -> recorded(words);
      case StaffAnswer.DoesNotFit(var detail) ->
          DeskReply.of(ExitCode.NEGATIVE, "nothing was recorded: " + detail);
      case StaffAnswer.NotRecorded(var detail) -> DeskReply.of(ExitCode.UNAVAILABLE, detail);
    };
  }

  /** What the tray is now; a tray that stays closed is a negative answer. */
  private DeskReply recorded(JsonNode words) {
    if (!words.has("medium")) {
      return DeskReply.of(
          ExitCode.SUCCESS,
          words.has("event") || words.has("subject")
              ? "recorded"
              : "recorded; the tray is closed until two persons have counted it");
    }
    StockCount tray =
        room()
            .count(
                Medium.valueOf(words.path("medium").asText().toUpperCase(java.util.Locale.ROOT)));
    String state = tray.closed().map(why -> "closed: " + why).orElse("open");
    return new DeskReply(
        tray.closed().isPresent() ? ExitCode.NEGATIVE : ExitCode.SUCCESS,
        "recorded; "
            + tray.medium()
            + " holds "
            + tray.at(SheetPlace.IN_TRAY)
            + " of "
            + tray.loaded()
            + " loaded sheets, "
            + state,
        Facts.object()
            .put("medium", tray.medium().name())
            .put("inTray", tray.at(SheetPlace.IN_TRAY))
            .put("loaded", tray.loaded())
            .put("balanced", tray.balanced())
            .put("open", tray.closed().isEmpty()));
  }
}
