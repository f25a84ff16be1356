package io.hall24.kiosk.licence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hall24.kiosk.text.ForgetfulJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Orders and faces as JSON, as the registry contract (schemas {@code Order} and {@code Face})
 * writes them.
 *
 * <p>The canonical form of a face, over which its hash is taken and which the registry signs, is
 * that of RFC 8785 for what a face consists of, objects and texts: UTF-8 without byte order mark,
 * no white space, members sorted by name, absent members left out, texts unchanged (no
 * normalisation) with {@code "}, {@code \} and control characters escaped and nothing else ({@code
 * \b \t \n \f \r}, other control characters as {@code \}{@code u} and four lower-case hex digits).
 */
public final class OrderJson {
  private static final JsonMapper MAPPER = ForgetfulJson.mapper().build();

  private OrderJson() {}

  /** The outcome of reading. */
  public sealed interface Reading<T> {
    /** It is one. */
    record Read<T>(T value) implements Reading<T> {}

    /** Everything that is wrong with it. */
    record Faulty<T>(List<String> problems) implements Reading<T> {
      public Faulty {
        problems = List.copyOf(problems);
      }
    }
  }

  /** What reads a document and notes what is wrong; its result counts only if nothing is. */
  private interface Shape<T> {
    T of(OrderNode node);
  }

  /** Reads an order and reports every mistake at once. */
  public static Reading<Order> order(String json) {
    return read(json, OrderNode::order);
  }

  /** Reads a face and reports every mistake at once. */
  public static Reading<LicenceFace> face(String json) {
    return read(json, OrderNode::face);
  }

  private static <T> Reading<T> read(String json, Shape<T> shape) {
    List<String> problems = new ArrayList<>();
    JsonNode root;
    try {
      root = MAPPER.readTree(json);
    } catch (JsonProcessingException broken) {
      return new Reading.Faulty<>(List.of("is not JSON: " + broken.getOriginalMessage()));
    }
    T value = shape.of(new OrderNode("", root, problems));
    return problems.isEmpty() ? new Reading.Read<>(value) : new Reading.Faulty<>(problems);
  }

  /** The canonical form of a face. */
  public static byte[] canonical(LicenceFace face) {
    return faceText(face).getBytes(StandardCharsets.UTF_8);
  }

  /** SHA-256 over the canonical form of a face, lower-case hex. */
  public static String faceHash(LicenceFace face) {
    return Pdf.sha256(canonical(face));
  }

  /** An order, written in the manner of the canonical form. */
  public static String text(Order order) {
    Map<String, String> members = new TreeMap<>();
    members.put("orderId", quoted(order.orderId()));
    members.put("caseNumber", quoted(order.caseNumber()));
    members.put("face", faceText(order.face()));
    members.put(
        "pending",
        "[" + String.join(",", order.pending().stream().map(c -> quoted(c.code())).toList()) + "]");
    return object(members);
  }

  private static String faceText(LicenceFace face) {
    Map<String, String> items = new TreeMap<>();
    face.items().forEach((item, text) -> items.put(item.name(), quoted(text)));
    Map<String, String> members = new TreeMap<>();
    members.put("entityType", quoted(face.entityType().name()));
    members.put("uscc", quoted(face.uscc()));
    members.put("items", object(items));
    members.put("qr", quoted(face.qr()));
    members.put("authority", quoted(face.authority()));
    face.issueDate().ifPresent(date -> members.put("issueDate", quoted(date)));
    face.licenceNumber().ifPresent(number -> members.put("licenceNumber", quoted(number)));
    return object(members);
  }

  private static String object(Map<String, String> members) {
    List<String> written = new ArrayList<>();
    members.forEach((name, value) -> written.add(quoted(name) + ":" + value));
    return "{" + String.join(",", written) + "}";
  }

  private static String quoted(String text) {
    var out = new StringBuilder(text.length() + 2).append('"');
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
        default -> out.append(c < ' ' ? String.format(Locale.ROOT, "\\u%04x", (int) c) : c);
      }
    }
    return out.append('"').toString();
  }
}
