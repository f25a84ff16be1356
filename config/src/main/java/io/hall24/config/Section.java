package io.hall24.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a YAML file while it is read: gives typed values, notes every mistake with its
 * line, and knows which keys nobody asked for.
 */
final class Section {
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,7})(ms|s|min|h)");
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z0-9_]+)}");

  private final Page page;
  private final String where;
  private final int line;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();
  private final Set<String> asked = new HashSet<>();

  /**
   * What all sections of one file share: its name, the variables that it may use, and the mistakes
   * found so far.
   */
  record Page(String file, Map<String, String> variables, List<Mistake> mistakes) {
    void mistake(int line, String where, String problem) {
      mistakes.add(new Mistake(file, line, where, problem));
    }
  }

  private Section(Page page, String where, int line) {
    this.page = page;
    this.where = where;
    this.line = line;
  }

  static Section of(Page page, String where, Node node) {
    Section section = new Section(page, where, lineOf(node));
    if (node instanceof MappingNode mapping) {
      for (NodeTuple pair : mapping.getValue()) {
        String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        section.values.put(key, pair.getValueNode());
        section.lines.put(key, lineOf(pair.getKeyNode()));
      }
    } else {
      page.mistake(lineOf(node), where, "expected settings, one a line, as 'name: value'");
    }
    return section;
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  int line() {
    return line;
  }

  /** A section that must be there; an empty one, with the mistake noted, when it is not. */
  Section section(String key) {
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      page.mistake(line, path(key), "missing section");
      return new Section(page, path(key), line);
    }
    return of(page, path(key), node);
  }

  /** Keys in the order of the file. */
  List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** A text that must be there; empty, with the mistake noted, when it is not. */
  String text(String key) {
    return parsed(key, "a text", Optional::of).orElse("");
  }

  Optional<String> optionalText(String key) {
    return values.containsKey(key) ? parsed(key, "a text", Optional::of) : Optional.empty();
  }

  Path path(String key, Path directory) {
    return directory.resolve(text(key)).normalize();
  }

  URI uri(String key) {
    return parsed(key, "a URI with a scheme", Section::absoluteUri).orElse(URI.create("none:none"));
  }

  private static Optional<URI> absoluteUri(String value) {
    try {
      return Optional.of(new URI(value)).filter(URI::isAbsolute);
    } catch (URISyntaxException notUri) {
      return Optional.empty();
    }
  }

  int number(String key, int least, int most) {
    return parsed(
            key,
            "a whole number from " + least + " to " + most,
            value ->
                value.matches("-?[0-9]{1,9}")
                    ? Optional.of(Integer.valueOf(value)).filter(n -> n >= least && n <= most)
                    : Optional.empty())
        .orElse(least);
  }

  double fraction(String key, double least, double most) {
    return parsed(
            key,
            "a number from " + least + " to " + most,
            value ->
                value.matches("-?[0-9]+(\\.[0-9]+)?")
                    ? Optional.of(Double.valueOf(value)).filter(n -> n >= least && n <= most)
                    : Optional.empty())
        .orElse(least);
  }

  Duration duration(String key) {
    return parsed(key, "a duration such as 500ms, 60s, 15min or 24h", Section::asDuration)
        .orElse(Duration.ZERO);
  }

  private static Optional<Duration> asDuration(String value) {
    Matcher matcher = DURATION.matcher(value);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "min" -> Duration.ofMinutes(amount);
          default -> Duration.ofHours(amount);
        });
  }

  <E extends Enum<E>> E choice(String key, Class<E> type) {
    E[] constants = type.getEnumConstants();
    return parsed(key, choices(type), value -> asChoice(value, type)).orElse(constants[0]);
  }

  <E extends Enum<E>> List<E> choiceList(String key, Class<E> type) {
    asked.add(key);
    Node node = values.get(key);
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      page.mistake(lines.getOrDefault(key, line), path(key), "expected a list of " + choices(type));
      return List.of();
    }
    List<E> chosen = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      String value = item instanceof ScalarNode scalar ? scalar.getValue() : "";
      asChoice(value, type)
          .ifPresentOrElse(
              chosen::add,
              () ->
                  page.mistake(lineOf(item), path(key), "'" + value + "' is not " + choices(type)));
    }
    return chosen;
  }

  private static <E extends Enum<E>> Optional<E> asChoice(String value, Class<E> type) {
    return Stream.of(type.getEnumConstants())
        .filter(constant -> word(constant).equals(value))
        .findFirst();
  }

  private static <E extends Enum<E>> String choices(Class<E> type) {
    return Stream.of(type.getEnumConstants())
        .map(Section::word)
        .collect(Collectors.joining(", ", "one of ", ""));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  int lineOf(String key) {
    return lines.getOrDefault(key, line);
  }

  /** Notes a mistake in a value that has the right form but the wrong meaning. */
  void mistake(String key, String problem) {
    page.mistake(lineOf(key), path(key), problem);
  }

  /** Notes every key that nobody asked for. */
  void nothingElse() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        mistake(key, "unknown setting; known here: " + asked.stream().sorted().toList());
      }
    }
  }

  private <T> Optional<T> parsed(
      String key, String expected, Function<String, Optional<T>> parser) {
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      page.mistake(line, path(key), "missing, expected " + expected);
      return Optional.empty();
    }
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
      mistake(key, "expected " + expected);
      return Optional.empty();
    }
    String value = filledIn(key, scalar.getValue());
    Optional<T> parsed = parser.apply(value);
    if (parsed.isEmpty()) {
      mistake(key, "'" + value + "' is not " + expected);
    }
    return parsed;
  }

  private String filledIn(String key, String value) {
    return VARIABLE
        .matcher(value)
        .replaceAll(match -> {
          String variable = page.variables().get(match.group(1));
          if (variable == null) {
            mistake(key, "variable " + match.group(1) + " is not set");
            return "unset";
          }
          return Matcher.quoteReplacement(variable);
        });
  }

  private String path(String key) {
    return where.isEmpty() ? key : where + "." + key;
  }
}
