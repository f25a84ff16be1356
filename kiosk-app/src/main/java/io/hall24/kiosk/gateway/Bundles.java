package io.hall24.kiosk.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.Bytes;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Asks the registry for bundles of files. */
public final class Bundles {
  private final RegistryLink link;

  public Bundles(RegistryLink link) {
    this.link = link;
  }

  /** What came of it. */
  public sealed interface Found {
    /** It has another than the one that is held. */
    record Fetched(Bundle bundle) implements Found {}

    /** It has the one that is held. */
    record Unchanged() implements Found {}

    /**
     * It has none for this terminal.
     *
     * @param problem the contract's code
     */
    record Refused(String problem) implements Found {}

    /** No trustworthy answer came in time, or files that are not those it names. */
    record Unavailable(String detail) implements Found {}
  }

  /**
   * Asks for one.
   *
   * @param held etag of the one that is held
   */
  public Found fetch(Bundle.Name name, Optional<String> held, Patience patience)
      throws InterruptedException {
    Call call = Call.get("/v1/bundles/" + name.word(), "BUNDLES").unless(held);
    return switch (link.ask(call, patience)) {
      case Heard.Answer(JsonNode said, var _) -> read(name, said);
      case Heard.Problem(String problem, var _) -> new Found.Refused(problem);
      case Heard.Nothing(String detail) -> new Found.Unavailable(detail);
    };
  }

  private static Found read(Bundle.Name name, JsonNode said) {
    if (!said.path("bundle").asText().equals(name.word())) {
      return new Found.Unavailable("another bundle than was asked for");
    }
    if (!said.has("files")) {
      return new Found.Unchanged();
    }
    Map<String, Bytes> files = new LinkedHashMap<>();
    try {
      for (JsonNode file : said.path("files")) {
        String fileName = file.path("name").asText();
        if (!fileName.matches("[a-z0-9][a-z0-9.-]{0,60}")) {
          return new Found.Unavailable("a file with the name '" + fileName + "'");
        }
        files.put(fileName, Bytes.of(Base64.getDecoder().decode(file.path("content").asText())));
      }
    } catch (IllegalArgumentException notBase64) {
      return new Found.Unavailable("a file that is not base64");
    }
    var bundle = new Bundle(name, files);
    return bundle.etag().equals(said.path("etag").asText())
        ? new Found.Fetched(bundle)
        : new Found.Unavailable("files that are not those of its etag");
  }
}
