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
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a YAML file while it is read: gives typed values, notes every mistake with its
 * line, and knows which keys nobody asked for.
 */
public final class Section {
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
  public record Page(String file, Map<String, String> variables, List<Mistake> mistakes) {
    void mistake(int line, String where, String problem) {
      mistakes.add(new Mistake(file, line, where, problem));
    }
  }

  private Section(Page page, String where, int line) {
    this.page = page;
    this.where = where;
    this.line = line;
  }

  /** The mapping that a node should be; an empty one, with the mistake noted, when it is not. */
  public static Section of(Page page, String where, Node node) {
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

  /** The mappings of a YAML text, or empty, with the mistake noted, when it is none. */
  public static Optional<Section> read(Page page, String yaml) {
    try {
      var settings = LoadSettings.builder().setLabel(page.file()).build();
      Optional<Section> root =
          new Compose(settings).composeString(yaml).map(node -> of(page, "", node));
      if (root.isEmpty()) {
        page.mistake(1, "file", "is empty");
      }
      return root;
    } catch (MarkedYamlEngineException broken) {
      int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      page.mistake(line, "file", "is not YAML: " + broken.getProblem());
    } catch (YamlEngineException broken) {
      page.mistake(1, "file", "is not YAML: " + broken.getMessage());
    }
    return Optional.empty();
  }

  private static int lineOf(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  /** Where it starts, from 1. */
  public int line() {
    return line;
  }

  /** A section that must be there; an empty one, with the mistake noted, when it is not. */
  public Section section(String key) {
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      page.mistake(line, path(key), "missing section");
      return new Section(page, path(key), line);
    }
    return of(page, path(key), node);
  }

  /** A section that may be missing. */
  public Optional<Section> optionalSection(String key) {
    return values.containsKey(key) ? Optional.of(section(key)) : Optional.empty();
  }

  /** A list of sections; none, with the mistake noted, when it is not there. */
  public List<Section> sections(String key) {
    asked.add(key);
    if (!(values.get(key) instanceof SequenceNode sequence)) {
      mistake(key, "expected a list of sections, each starting with '- '");
      return List.of();
    }
    List<Section> sections = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      sections.add(of(page, path(key) + "[" + sections.size() + "]", item));
    }
    return sections;
  }

  /** Keys in the order of the file. */
  public List<String> keys() {
    return List.copyOf(values.keySet());
  }

  /** A text that must be there; empty, with the mistake noted, when it is not. */
  public String text(String key) {
    return parsed(key, "a text", Optional::of).orElse("");
  }

  /** A text that may be missing. */
  public Optional<String> optionalText(String key) {
    return values.containsKey(key) ? parsed(key, "a text", Optional::of) : Optional.empty();
  }

  /** A path that must be there; a relative one counts from the directory. */
  public Path path(String key, Path directory) {
    return directory.resolve(text(key)).normalize();
  }

  /** An absolute URI that must be there. */
  public URI uri(String key) {
    return parsed(key, "a URI with a scheme", Section::absoluteUri).orElse(URI.create("none:none"));
  }

  private static Optional<URI> absoluteUri(String value) {
    try {
      return Optional.of(new URI(value)).filter(URI::isAbsolute);
    } catch (URISyntaxException notUri) {
      return Optional.empty();
    }
  }

  /** A whole number from {@code least} to {@code most}; {@code least} after a mistake. */
  public int number(String key, int least, int most) {
    return parsed(
            key,
            "a whole number from " + least + " to " + most,
            value ->
                value.matches("-?[0-9]{1,9}")
                    ? Optional.of(Integer.valueOf(value)).filter(n -> n >= least && n <= most)
                    : Optional.empty())
        .orElse(least);
  }

  /** A number from {@code least} to {@code most}; {@code least} after a mistake. */
  public double fraction(String key, double least, double most) {
    return parsed(
            key,
            "a number from " + least + " to " + most,
            value ->
                value.matches("-?[0-9]+(\\.[0-9]+)?")
                    ? Optional.of(Double.valueOf(value)).filter(n -> n >= least && n <= most)
                    : Optional.empty())
        .orElse(least);
  }

  /** A duration such as {@code 60s}; zero after a mistake. */
  public Duration duration(String key) {
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

  /** {@code true} or {@code false}; false after a mistake. */
  public boolean flag(String key) {
    return parsed(
            key,
            "true or false",
            value ->
                value.equals("true") || value.equals("false")
                    ? Optional.of(value.equals("true"))
                    : Optional.empty())
        .orElse(false);
  }

  /** Hours of a week; never after a mistake. */
  public OpeningHours hours(String key) {
    return parsed(key, "always, never or hours such as Mon-Fri 09:00-17:00", OpeningHours::parse)
        .orElse(OpeningHours.NEVER);
  }

  /** A constant, written in lower case with hyphens; the first one after a mistake. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    return choice(key, List.of(type.getEnumConstants()));
  }

  /** One of some constants, written in lower case with hyphens; the first after a mistake. */
  public <E extends Enum<E>> E choice(String key, List<E> constants) {
    return parsed(key, choices(constants), value -> asChoice(value, constants))
        .orElse(constants.getFirst());
  }

  /** Constants, at least one; none after a mistake. */
  public <E extends Enum<E>> List<E> choiceList(String key, Class<E> type) {
    asked.add(key);
    List<E> all = List.of(type.getEnumConstants());
    Node node = values.get(key);
    if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
      page.mistake(lines.getOrDefault(key, line), path(key), "expected a list of " + choices(all));
      return List.of();
    }
    List<E> chosen = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      String value = item instanceof ScalarNode scalar ? scalar.getValue() : "";
      asChoice(value, all)
          .ifPresentOrElse(
              chosen::add,
              () ->
                  page.mistake(lineOf(item), path(key), "'" + value + "' is not " + choices(all)));
    }
    return chosen;
  }

  private static <E extends Enum<E>> Optional<E> asChoice(String value, List<E> constants) {
    return constants.stream().filter(constant -> word(constant).equals(value)).findFirst();
  }

  private static <E extends Enum<E>> String choices(List<E> constants) {
    return constants.stream().map(Section::word).collect(Collectors.joining(", ", "one of ", ""));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Where a key stands, or the section if the key does not. */
  public int lineOf(String key) {
    return lines.getOrDefault(key, line);
  }

  /** Notes a mistake in a value that has the right form but the wrong meaning. */
  public void mistake(String key, String problem) {
    page.mistake(lineOf(key), path(key), problem);
  }

  /** Notes every key that nobody asked for. */
  public void nothingElse() {
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
