package io.hall24.kiosk.ops.health;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hall24.config.ProfileLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** The schema that operators have, applied by a library that we did not write. */
public final class ReportSchema {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ReportSchema() {}

  private static String text() {
    try (var in =
        Objects.requireNonNull(ProfileLoader.class.getResourceAsStream("health.schema.json"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** What the schema has against a report. */
  public static List<String> objections(String report) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(text())
        .validate(
            report,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
        .stream()
        .map(Error::toString)
        .toList();
  }

  /** Paths of every field that the schema names and a report has no value for. */
  static Set<String> fieldsWithoutValue(String report) throws IOException {
    JsonNode schema = MAPPER.readTree(text());
    Set<String> missing = new TreeSet<>();
    compare("", schema, schema, MAPPER.readTree(report), missing);
    return missing;
  }

  private static void compare(
      String path, JsonNode root, JsonNode schema, JsonNode value, Set<String> missing) {
    JsonNode described = resolved(root, schema);
    if (value.isMissingNode() || value.isNull()) {
      missing.add(path);
      return;
    }
    described
        .path("properties")
        .properties()
        .forEach(field ->
            compare(
                path + "/" + field.getKey(),
                root,
                field.getValue(),
                value.path(field.getKey()),
                missing));
    if (described.has("items")) {
      JsonNode items = described.get("items");
      if (value.isEmpty()) {
        missing.add(path + "[]");
      }
      if (resolved(root, items).has("properties")) {
        compareSome(path + "[]", root, items, value, missing);
      }
    }
    JsonNode others = described.path("additionalProperties");
    if (others.isObject()) {
      compareSome(path + "/*", root, others, value, missing);
    }
  }

  /** A field may be null in some entries, but not in all of them. */
  private static void compareSome(
      String path, JsonNode root, JsonNode schema, JsonNode entries, Set<String> missing) {
    Set<String> inAll = new TreeSet<>();
    boolean first = true;
    for (JsonNode entry : entries) {
      Set<String> here = new TreeSet<>();
      compare(path, root, schema, entry, here);
      if (first) {
        inAll.addAll(here);
      } else {
        inAll.retainAll(here);
      }
      first = false;
    }
    if (first) {
      inAll.add(path);
    }
    missing.addAll(inAll);
  }

  private static JsonNode resolved(JsonNode root, JsonNode schema) {
    if (schema.has("$ref")) {
      return root.at(schema.get("$ref").textValue().substring(1));
    }
    return schema.has("oneOf") ? resolved(root, schema.get("oneOf").get(0)) : schema;
  }
}
