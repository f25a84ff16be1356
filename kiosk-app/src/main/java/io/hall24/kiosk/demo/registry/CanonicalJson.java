package io.hall24.kiosk.demo.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/**
 * JSON as the registry reads and signs it. The canonical form is that of RFC 8785 for what the
 * contract's faces consist of: objects, arrays, texts, booleans and whole numbers.
 */
final class CanonicalJson {
  static final ObjectMapper MAPPER = JsonMapper.builder().build();

  private CanonicalJson() {}

  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("not JSON", notJson);
    }
  }

  /** RFC 8785, section 3: members sorted by UTF-16 code units, no white space, least escapes. */
  static byte[] canonical(JsonNode node) {
    StringBuilder text = new StringBuilder();
    write(node, text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, out);
      case ARRAY -> writeArray(node, out);
      case STRING -> writeText(node.textValue(), out);
      case BOOLEAN -> out.append(node.booleanValue());
      case NUMBER -> writeWhole(node, out);
      default -> throw new IllegalArgumentException("no canonical form of " + node.getNodeType());
    }
  }

  private static void writeObject(JsonNode node, StringBuilder out) {
    var names = new TreeSet<String>();
    node.fieldNames().forEachRemaining(names::add);
    out.append('{');
    String separator = "";
    for (String name : names) {
      out.append(separator);
      writeText(name, out);
      out.append(':');
      write(node.get(name), out);
      separator = ",";
    }
    out.append('}');
  }

  private static void writeArray(JsonNode node, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (JsonNode element : node) {
      out.append(separator);
      write(element, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void writeWhole(JsonNode node, StringBuilder out) {
    if (!node.isIntegralNumber()) {
      throw new IllegalArgumentException("no canonical form of fractions here");
    }
    out.append(node.bigIntegerValue());
  }

  private static void writeText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\t' -> out.append("\\t");
        case '\n' -> out.append("\\n");
        case '\f' -> out.append("\\f");
        case '\r' -> out.append("\\r");
        default -> {
          if (c < 0x20) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
