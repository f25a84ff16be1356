package io.hall24.kiosk.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.VerificationKey;
import java.util.Optional;

/** Makes a terminal's journal known to the registry. */
public final class Enrolment {
  private final RegistryLink link;

  public Enrolment(RegistryLink link) {
    this.link = link;
  }

  /** How an enrolment ended. */
  public sealed interface Outcome {
    /** The registry takes events of this journal, now or since before. */
    record Enrolled() implements Outcome {}

    /**
     * The registry does not.
     *
     * @param problem the contract's code, e.g. {@code RE_ENROLMENT_NOT_AUTHORISED}
     */
    record Refused(String problem, String detail) implements Outcome {}

    /** No trustworthy answer came in time. */
    record Unavailable(String detail) implements Outcome {}
  }

  /**
   * What lets a journal take the place of another.
   *
   * @param replaces the journal that ends
   * @param authorisation signed by the registry's operations, compact JWS
   */
  public record Replacement(String replaces, String authorisation) {}

  /**
   * Reads what the authority signed for a journal.
   *
   * @param authorisation compact JWS, {@code typ: hall24-re-enrolment}
   * @return empty when it is not the authority's, or not for this terminal and journal
   */
  public Optional<Replacement> replacement(String authorisation, String journalId) {
    return link.statement(authorisation.strip(), "hall24-re-enrolment")
        .filter(said -> said.path("terminalId").asText().equals(link.terminalId()))
        .filter(said -> said.path("journalId").asText().equals(journalId))
        .map(said -> new Replacement(said.path("replaces").asText(), authorisation.strip()));
  }

  /**
   * Enrols; again is no mistake.
   *
   * @param terminalKey the public half of the terminal's signing key
   * @param demo whether the terminal's profile is of kind demo
   */
  public Outcome enrol(
      String journalId,
      VerificationKey terminalKey,
      boolean demo,
      Optional<Replacement> replacement,
      Patience patience)
      throws InterruptedException {
    ObjectNode body = RegistryLink.MAPPER.createObjectNode();
    try {
      body.set("terminalKey", RegistryLink.MAPPER.readTree(TrustAnchor.jwk(terminalKey)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a JWK is JSON", impossible);
    }
    body.put("profileKind", demo ? "DEMO" : "PRODUCTION");
    replacement.ifPresent(given ->
        body.put("replaces", given.replaces()).put("authorisation", given.authorisation()));
    return switch (link.ask(Call.put("/v1/journals/" + journalId, "ENROLMENT", body), patience)) {
      case Heard.Answer answer -> new Outcome.Enrolled();
      case Heard.Problem(String problem, String detail) -> new Outcome.Refused(problem, detail);
      case Heard.Nothing(String detail) -> new Outcome.Unavailable(detail);
    };
  }
}
