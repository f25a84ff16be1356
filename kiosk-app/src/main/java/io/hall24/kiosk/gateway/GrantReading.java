package io.hall24.kiosk.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceFace;
import io.hall24.kiosk.licence.OrderJson;
import io.hall24.kiosk.text.ForgetfulJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a grant's own JWS: whose it is, for what, and whether its face is the one signed for. */
final class GrantReading {
  private final RegistryLink link;

  GrantReading(RegistryLink link) {
    this.link = link;
  }

  /** A grant, or why it is none for this terminal. */
  sealed interface Read<T> {
    record Ready<T>(T grant) implements Read<T> {}

    record Not<T>(String why) implements Read<T> {}
  }

  /** A grant for this terminal. */
  Read<Grant> grant(String jws) {
    return read(jws, said -> checked(said, jws));
  }

  /** A grant for this terminal and an announced visit. */
  Read<AnnouncedGrant> announced(String jws) {
    return read(
        jws,
        said ->
            switch (checked(said, jws)) {
              case Read.Not<Grant>(String why) -> new Read.Not<>(why);
              case Read.Ready<Grant>(Grant grant) -> announced(grant, said.path("announced"));
            });
  }

  private <T> Read<T> read(String jws, Function<JsonNode, Read<T>> reading) {
    Optional<JsonNode> said = link.statement(jws, "hall24-grant");
    if (said.isEmpty()) {
      return new Read.Not<>("the grant's own signature is not valid");
    }
    try {
      return reading.apply(said.get());
    } catch (DateTimeException | IllegalArgumentException against) {
      return new Read.Not<>("a grant against the contract: " + against.getMessage());
    }
  }

  private static Read<AnnouncedGrant> announced(Grant grant, JsonNode said) {
    var holder =
        new AnnouncedGrant.Holder(
            said.path("holderSalt").asText(), said.path("holderDigest").asText());
    return holder.digest().isEmpty()
        ? new Read.Not<>("the grant is for no announced visit")
        : new Read.Ready<>(
            new AnnouncedGrant(
                grant,
                said.path("caseNumber").asText(),
                Instant.parse(said.path("notAfter").asText()),
                Instant.parse(said.path("activeBy").asText()),
                holder));
  }

  private Read<Grant> checked(JsonNode said, String jws) {
    if (!said.path("terminalId").asText().equals(link.terminalId())) {
      return new Read.Not<>("the grant is for another terminal");
    }
    long seconds = said.path("validForSeconds").asLong();
    if (seconds < 1 || said.path("grantId").asText().isEmpty()) {
      return new Read.Not<>("the grant has no id or no validity");
    }
    return switch (OrderJson.face(ForgetfulJson.text(said.path("face")))) {
      case OrderJson.Reading.Faulty<LicenceFace>(List<String> problems) ->
          new Read.Not<>("a face against the contract: " + problems);
      case OrderJson.Reading.Read<LicenceFace>(LicenceFace face)
          when !OrderJson.faceHash(face).equals(said.path("faceHash").asText()) ->
          new Read.Not<>("the face is not the one whose hash was signed");
      case OrderJson.Reading.Read<LicenceFace>(LicenceFace face) ->
          new Read.Ready<>(
              new Grant(
                  said.path("grantId").asText(),
                  said.path("issuanceId").asText(),
                  said.path("orderId").asText(),
                  Copy.ofCode(said.path("copy").asText()),
                  face,
                  said.path("faceHash").asText(),
                  Duration.ofSeconds(seconds),
                  jws));
    };
  }
}
