package io.hall24.kiosk.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.time.Patience;
import java.util.HashSet;
import java.util.Set;

/** The identity office behind the registry contract. */
public final class HttpIdentityOffice implements IdentityOffice {
  private static final String PURPOSE = "COLLECTION";
  private static final String CALLS = "/v1/clerk-calls/";

  private final RegistryLink link;

  public HttpIdentityOffice(RegistryLink link) {
    this.link = link;
  }

  @Override
  public ClerkCallAnswer call(String callId, ClerkCall call, Patience patience)
      throws InterruptedException {
    ObjectNode body = document(call.document()).put("name", call.name());
    return standing(Call.put(CALLS + callId, PURPOSE, body), patience);
  }

  @Override
  public ClerkCallAnswer standing(String callId, Patience patience) throws InterruptedException {
    return standing(Call.get(CALLS + callId, PURPOSE), patience);
  }

  @Override
  public ClerkCallAnswer withdraw(String callId, Patience patience) throws InterruptedException {
    return standing(Call.put(CALLS + callId + "/withdrawal", PURPOSE), patience);
  }

  private ClerkCallAnswer standing(Call call, Patience patience) throws InterruptedException {
    return switch (link.ask(call, patience)) {
      case Heard.Answer(JsonNode said, var _) -> standing(said);
      case Heard.Problem(String problem, var _) -> new ClerkCallAnswer.Refused(problem);
      case Heard.Nothing(String detail) -> new ClerkCallAnswer.Unavailable(detail);
    };
  }

  private static ClerkCallAnswer standing(JsonNode said) {
    String number = said.path("number").asText();
    return switch (said.path("state").asText()) {
      case "WAITING" -> new ClerkCallAnswer.Waiting(number, said.path("ahead").asInt());
      case "TALKING" -> new ClerkCallAnswer.Talking(number);
      case "CONFIRMED" ->
          new ClerkCallAnswer.Confirmed(said.path("reference").asText(), proven(said));
      case "DECLINED" -> new ClerkCallAnswer.Declined();
      case "NOBODY" -> new ClerkCallAnswer.Nobody();
      case "ENDED" -> new ClerkCallAnswer.Ended();
      default -> new ClerkCallAnswer.Unavailable("an answer that the contract does not have");
    };
  }

  private static Set<String> proven(JsonNode said) {
    Set<String> proven = new HashSet<>();
    said.path("proven").forEach(factor -> proven.add(factor.asText()));
    return proven;
  }

  @Override
  public CredentialAnswer verify(DocumentQuery document, String code, Patience patience)
      throws InterruptedException {
    Call call = Call.post("/v1/credentials/verify", PURPOSE, document(document).put("code", code));
    return switch (link.ask(call, patience)) {
      case Heard.Answer(JsonNode said, var _) -> worth(said);
      case Heard.Problem(String problem, var _) -> new CredentialAnswer.Refused(problem);
      case Heard.Nothing(String detail) -> new CredentialAnswer.Unavailable(detail);
    };
  }

  private static CredentialAnswer worth(JsonNode said) {
    String issuer = said.path("issuer").asText();
    return switch (said.path("result").asText()) {
      case "OF_HOLDER" -> new CredentialAnswer.Known(CredentialAnswer.Worth.OF_HOLDER, issuer);
      case "OF_SOMEBODY_ELSE" ->
          new CredentialAnswer.Known(CredentialAnswer.Worth.OF_SOMEBODY_ELSE, issuer);
      case "EXPIRED" -> new CredentialAnswer.Known(CredentialAnswer.Worth.EXPIRED, issuer);
      case "USED" -> new CredentialAnswer.Known(CredentialAnswer.Worth.USED, issuer);
      case "NOT_KNOWN" -> new CredentialAnswer.NotKnown();
      default -> new CredentialAnswer.Unavailable("an answer that the contract does not have");
    };
  }

  private static ObjectNode document(DocumentQuery document) {
    return RegistryLink.MAPPER
        .createObjectNode()
        .put("documentType", document.documentType())
        .put("documentNumber", document.documentNumber())
        .put("nationality", document.nationality());
  }
}
