package io.hall24.kiosk.licence;

import com.fasterxml.jackson.databind.JsonNode;
import io.hall24.kiosk.text.code.CodeVerdict;
import io.hall24.kiosk.text.code.UnifiedSocialCreditCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** One JSON object while an order is read: gives values and notes what is wrong. */
final class OrderNode {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final String where;
  private final JsonNode node;
  private final List<String> problems;
  private final Set<String> asked = new HashSet<>();

  OrderNode(String where, JsonNode node, List<String> problems) {
    this.where = where;
    this.node = node;
    this.problems = problems;
    if (!node.isObject()) {
      problems.add((where.isEmpty() ? "the document" : where) + " is not an object");
    }
  }

  Order order() {
    var order =
        new Order(text("orderId"), text("caseNumber"), object("face").face(), copies("pending"));
    nothingElse();
    return order;
  }

  LicenceFace face() {
    String uscc = text("uscc");
    if (!uscc.isEmpty()) {
      if (UnifiedSocialCreditCode.check(uscc) instanceof CodeVerdict.Invalid(var faults)) {
        problem("uscc", faults.getFirst().words());
      }
    }
    Optional<String> date = optionalText("issueDate");
    if (date.filter(text -> !DATE.matcher(text).matches()).isPresent()) {
      problem("issueDate", "is not a date as 2026-11-22");
      date = Optional.empty();
    }
    var face =
        new LicenceFace(
            constant("entityType", text("entityType"), EntityType.class)
                .orElse(EntityType.LIMITED_COMPANY),
            uscc,
            object("items").items(),
            text("qr"),
            text("authority"),
            date,
            optionalText("licenceNumber"));
    nothingElse();
    return face;
  }

  private Map<FaceItem, String> items() {
    Map<FaceItem, String> items = new EnumMap<>(FaceItem.class);
    node.fieldNames()
        .forEachRemaining(name ->
            constant(name, name, FaceItem.class).ifPresent(item -> items.put(item, text(name))));
    return items;
  }

  private List<Copy> copies(String name) {
    asked.add(name);
    List<Copy> copies = new ArrayList<>();
    JsonNode list = node.path(name);
    if (!list.isArray()) {
      problem(name, "is not a list");
    }
    for (JsonNode code : list) {
      try {
        copies.add(Copy.ofCode(code.asText()));
      } catch (IllegalArgumentException _) {
        problem(name, "'" + code.asText() + "' is neither 'original' nor 'duplicate:' and a label");
      }
    }
    return copies;
  }

  private OrderNode object(String name) {
    asked.add(name);
    return new OrderNode(path(name), node.path(name), problems);
  }

  private String text(String name) {
    Optional<String> text = optionalText(name);
    if (text.isEmpty()) {
      problem(name, "is missing");
    }
    return text.orElse("");
  }

  private Optional<String> optionalText(String name) {
    asked.add(name);
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isTextual() || value.textValue().isEmpty()) {
      problem(name, "is not a text");
    }
    return Optional.of(value.asText());
  }

  private <E extends Enum<E>> Optional<E> constant(String name, String text, Class<E> type) {
    Optional<E> constant =
        Arrays.stream(type.getEnumConstants()).filter(c -> c.name().equals(text)).findFirst();
    if (constant.isEmpty()) {
      problem(name, "'" + text + "' is not one of " + Arrays.toString(type.getEnumConstants()));
    }
    return constant;
  }

  private void nothingElse() {
    node.fieldNames()
        .forEachRemaining(name -> {
          if (!asked.contains(name)) {
            problem(name, "is unknown");
          }
        });
  }

  private void problem(String name, String problem) {
    problems.add(path(name) + " " + problem);
  }

  private String path(String name) {
    return where.isEmpty() ? name : where + "." + name;
  }
}
