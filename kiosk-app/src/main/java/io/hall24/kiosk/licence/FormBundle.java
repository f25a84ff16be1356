package io.hall24.kiosk.licence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hall24.config.Mistake;
import io.hall24.kiosk.crypto.Jws;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.crypto.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forms as a registration authority signed them: a directory with the files of {@link
 * LicenceForms#FILES} and {@value #SIGNATURE}, a compact JWS of type {@value #TYPE} over
 *
 * <pre>{"form": NAME, "files": {FILE: SHA-256 in lower-case hex, ...}}</pre>
 *
 * with exactly these files. What is parsed are the bytes that were hashed.
 */
public final class FormBundle {
  /** Name of the file with the signature. */
  public static final String SIGNATURE = "bundle.jws";

  /** {@code typ} of the signed statement. */
  public static final String TYPE = "hall24-forms";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private FormBundle() {}

  /**
   * The forms of a bundle, or every mistake of it.
   *
   * @param authority whose signature counts
   */
  public static FormsLoading load(Path directory, StatementVerifier authority) {
    List<Mistake> mistakes = new ArrayList<>();
    Map<String, byte[]> contents = new LinkedHashMap<>();
    for (String file : LicenceForms.FILES) {
      contents.put(file, read(directory, file, mistakes));
    }
    String jws = new String(read(directory, SIGNATURE, mistakes), StandardCharsets.US_ASCII);
    if (!mistakes.isEmpty()) {
      return new FormsLoading.Faulty(mistakes);
    }
    return switch (authority.verify(new Jws(jws.strip()), TYPE)) {
      case Verification.Invalid(var reason, var detail) ->
          new FormsLoading.Faulty(List.of(signature(reason + ": " + detail)));
      case Verification.Valid(var statement) -> signed(statement.content().text(), contents);
    };
  }

  private static byte[] read(Path directory, String file, List<Mistake> mistakes) {
    try {
      return Files.readAllBytes(directory.resolve(file));
    } catch (IOException unreadable) {
      mistakes.add(new Mistake(file, 1, "file", "cannot be read: " + unreadable));
      return new byte[0];
    }
  }

  private static FormsLoading signed(String statement, Map<String, byte[]> contents) {
    JsonNode manifest;
    try {
      manifest = MAPPER.readTree(statement);
    } catch (JsonProcessingException broken) {
      return new FormsLoading.Faulty(List.of(signature("what is signed is not JSON")));
    }
    List<Mistake> mistakes = new ArrayList<>();
    JsonNode files = manifest.path("files");
    if (files.size() != contents.size()) {
      mistakes.add(signature("signs other files than " + contents.keySet()));
    }
    contents.forEach((file, content) -> {
      if (!files.path(file).asText().equals(Pdf.sha256(content))) {
        mistakes.add(new Mistake(file, 1, "file", "is not the file that was signed"));
      }
    });
    return mistakes.isEmpty()
        ? parsed(manifest.path("form").asText(), contents)
        : new FormsLoading.Faulty(mistakes);
  }

  private static FormsLoading parsed(String name, Map<String, byte[]> contents) {
    Map<String, String> texts = new LinkedHashMap<>();
    contents.forEach(
        (file, content) -> texts.put(file, new String(content, StandardCharsets.UTF_8)));
    FormsLoading loading = LicenceForms.parse(texts);
    return loading instanceof FormsLoading.Loaded(var forms)
            && !forms.original().name().equals(name)
        ? new FormsLoading.Faulty(List.of(signature("is of another form: '" + name + "'")))
        : loading;
  }

  private static Mistake signature(String problem) {
    return new Mistake(SIGNATURE, 1, "signature", problem);
  }
}
