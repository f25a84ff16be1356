package io.hall24.kiosk.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.licence.Copy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What people ask the registry when they compare its books with the terminal's. */
public final class Reconciliation {
  private final RegistryLink link;

  public Reconciliation(RegistryLink link) {
    this.link = link;
  }

  /**
   * The registry's answer.
   *
   * @param <T> what was asked for
   */
  public sealed interface Found<T> {
    /** Verified. */
    record Known<T>(T value) implements Found<T> {}

    /** No trustworthy answer, or the registry's refusal; the detail is for technicians. */
    record Unavailable<T>(String detail) implements Found<T> {}
  }

  /**
   * A grant that still locks its copy.
   *
   * @param sheet the number that was reserved for it, as far as the registry knows
   */
  public record OpenGrant(
      String grantId, String issuanceId, String orderId, Copy copy, Optional<String> sheet) {}

  /**
   * An issuance as the registry has it.
   *
   * @param phase how far its events tell, in the contract's words, which are those of the plan
   * @param faceHash of what was granted to be printed, SHA-256 in lower-case hex
   */
  public record Registered(
      String issuanceId,
      String orderId,
      Copy copy,
      String phase,
      Optional<String> sheet,
      Optional<String> faceHash) {}

  /** What the registry has of one day of the hall. */
  public Found<List<Registered>> day(LocalDate day, Patience patience) throws InterruptedException {
    return switch (link.ask(Call.get("/v1/reconciliation/" + day, "RECONCILIATION"), patience)) {
      case Heard.Answer(JsonNode said, var signed)
          when said.path("day").asText().equals("" + day) ->
          new Found.Known<>(registered(said));
      case Heard.Answer _ -> new Found.Unavailable<>("an answer for another day");
      case Heard.Problem(String problem, String detail) -> new Found.Unavailable<>(problem);
      case Heard.Nothing(String detail) -> new Found.Unavailable<>(detail);
    };
  }

  private static List<Registered> registered(JsonNode said) {
    List<Registered> issuances = new ArrayList<>();
    for (JsonNode issuance : said.path("issuances")) {
      issuances.add(
          new Registered(
              issuance.path("issuanceId").asText(),
              issuance.path("orderId").asText(),
              Copy.ofCode(issuance.path("copy").asText()),
              issuance.path("phase").asText(),
              text(issuance, "sheet"),
              text(issuance, "faceHash")));
    }
    return List.copyOf(issuances);
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field).asText()).filter(text -> !text.isEmpty());
  }

  /** What a sheet's number is worth to somebody who verifies a licence. */
  public enum SheetState {
    UNISSUED,
    IN_ISSUE,
    ACTIVE,
    VOID
  }

  /** The grants of this terminal that have not ended. */
  public Found<List<OpenGrant>> openGrants(Patience patience) throws InterruptedException {
    return switch (link.ask(Call.get("/v1/grants/open", "RECONCILIATION"), patience)) {
      case Heard.Answer(JsonNode said, var signed) -> new Found.Known<>(grants(said));
      case Heard.Problem(String problem, String detail) -> new Found.Unavailable<>(problem);
      case Heard.Nothing(String detail) -> new Found.Unavailable<>(detail);
    };
  }

  private static List<OpenGrant> grants(JsonNode said) {
    List<OpenGrant> grants = new ArrayList<>();
    for (JsonNode grant : said.path("grants")) {
      grants.add(
          new OpenGrant(
              grant.path("grantId").asText(),
              grant.path("issuanceId").asText(),
              grant.path("orderId").asText(),
              Copy.ofCode(grant.path("copy").asText()),
              Optional.of(grant.path("sheet").asText()).filter(sheet -> !sheet.isEmpty())));
    }
    return List.copyOf(grants);
  }

  /**
   * What a number is worth.
   *
   * @param sheet letters and digits, as printed on the stock
   */
  public Found<SheetState> sheet(String sheet, Patience patience) throws InterruptedException {
    return switch (link.ask(Call.get("/v1/sheets/" + sheet, "VERIFICATION"), patience)) {
      case Heard.Answer(JsonNode said, var signed) ->
          new Found.Known<>(
              SheetState.valueOf(said.path("state").asText().toUpperCase(Locale.ROOT)));
      case Heard.Problem(String problem, String detail) -> new Found.Unavailable<>(problem);
      case Heard.Nothing(String detail) -> new Found.Unavailable<>(detail);
    };
  }
}
