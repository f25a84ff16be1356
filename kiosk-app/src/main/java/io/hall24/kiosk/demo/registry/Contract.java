package io.hall24.kiosk.demo.registry;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.MessageResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.schema.SchemaValidator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The OpenAPI file, as a judge of requests, of answers and of the payloads of events. */
final class Contract {
  private static final String RESOURCE = "/io/hall24/config/registry-contract.yaml";

  /** Made once, when the first question comes: it takes a second, and never changes. */
  private static final class Shipped {
    static final Rules RULES = parsed();
  }

  private record Rules(
      OpenAPI api,
      OpenApiInteractionValidator requests,
      SchemaValidator payloads,
      Map<String, String> eventSchemas) {}

  private Contract() {}

  /** The contract that the configuration module ships. */
  static Contract shipped() {
    return new Contract();
  }

  private static Rules rules(OpenAPI api) {
    // Payloads may carry more than the contract names; requests may not.
    LevelResolver more =
        LevelResolver.create()
            .withLevel("validation.schema.additionalProperties", ValidationReport.Level.IGNORE)
            .build();
    return new Rules(
        api,
        OpenApiInteractionValidator.createFor(api).build(),
        new SchemaValidator(api, new MessageResolver(more)),
        eventSchemas(api));
  }

  private static Map<String, String> eventSchemas(OpenAPI api) {
    Object named = Objects.requireNonNull(api.getExtensions()).get("x-event-payloads");
    if (!(named instanceof Map<?, ?> schemas)) {
      throw new IllegalStateException("the contract names no payloads of events");
    }
    return schemas.entrySet().stream()
        .collect(
            Collectors.toUnmodifiableMap(
                entry -> entry.getKey().toString(), entry -> entry.getValue().toString()));
  }

  private static Rules parsed() {
    try (var in = Objects.requireNonNull(Contract.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      ParseOptions options = new ParseOptions();
      options.setResolve(true);
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      var parsed = new OpenAPIV3Parser().readContents(text, null, options);
      if (!parsed.getMessages().isEmpty()) {
        throw new IllegalStateException(RESOURCE + ": " + parsed.getMessages());
      }
      return rules(parsed.getOpenAPI());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is wrong with a request; empty when nothing is. */
  List<String> faultsOf(Request request) {
    return messages(Shipped.RULES.requests().validateRequest(request));
  }

  /** What is wrong with JSON that should be of a schema of the contract. */
  List<String> faultsOf(String schema, JsonNode json) {
    return messages(
        Shipped.RULES
            .payloads()
            .validate(
                withoutNulls(json).toString(),
                Objects.requireNonNull(
                    Shipped.RULES.api().getComponents().getSchemas().get(schema), schema),
                "payload"));
  }

  /** The schema of an event's payload, where the registry interprets events of this type. */
  Optional<String> schemaOfEvent(String type) {
    return Optional.ofNullable(Shipped.RULES.eventSchemas().get(type));
  }

  private static JsonNode withoutNulls(JsonNode json) {
    if (!(json instanceof ObjectNode object)) {
      return json;
    }
    ObjectNode kept = object.deepCopy();
    object
        .properties()
        .forEach(field -> {
          if (field.getValue().isNull()) {
            kept.remove(field.getKey());
          } else {
            kept.set(field.getKey(), withoutNulls(field.getValue()));
          }
        });
    return kept;
  }

  private static List<String> messages(ValidationReport report) {
    return report.getMessages().stream()
        .filter(message -> message.getLevel() == ValidationReport.Level.ERROR)
        .map(ValidationReport.Message::getMessage)
        .toList();
  }
}
