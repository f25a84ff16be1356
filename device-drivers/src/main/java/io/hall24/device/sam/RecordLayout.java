package io.hall24.device.sam;

import io.hall24.device.IdentityDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * Where the fields of one kind of card lie in the 256 bytes of its text. Read from a file, so that
 * a kind of card can be added without a change of code.
 *
 * @param name for people
 * @param type the kind of document
 * @param letter at byte 248, by which such cards are known; empty for the kind that has none
 * @param issuer three letters
 * @param nationality three letters; empty when a field holds it
 * @param numberForm what a number looks like
 * @param numberChecked whether number and birth must agree as GB 11643 says
 * @param places offset and length in bytes
 */
record RecordLayout(
    String name,
    IdentityDocument.Type type,
    Optional<String> letter,
    String issuer,
    Optional<String> nationality,
    Pattern numberForm,
    boolean numberChecked,
    Map<Slot, Place> places) {
  /** Bytes of a card's text. */
  static final int TEXT = 256;

  private static final String GB_11643 = "GB-11643";
  private static final Pattern GB_11643_FORM = Pattern.compile("[0-9]{17}[0-9X]");
  private static final Pattern THREE_LETTERS = Pattern.compile("[A-Z]{3}");
  private static final List<Slot> NEEDED =
      List.of(Slot.NAME, Slot.BIRTH, Slot.NUMBER, Slot.VALID_TO);

  RecordLayout {
    places = Map.copyOf(places);
  }

  /**
   * A field.
   *
   * @param offset in bytes
   * @param length in bytes, two a character
   */
  record Place(int offset, int length) {}

  /**
   * Understands a layout file: lines {@code name}, {@code type}, {@code letter}, {@code issuer},
   * {@code nationality}, {@code number}, and {@code field MEANING OFFSET LENGTH}; {@code #} begins
   * a comment.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  static RecordLayout parse(String file) {
    List<String[]> lines =
        file.lines()
            .map(line -> line.replaceFirst("#.*", "").strip())
            .filter(line -> !line.isEmpty())
            .map(line -> line.split("\\s+", 2))
            .toList();
    Map<String, String> words =
        lines.stream()
            .filter(line -> !line[0].equals("field"))
            .collect(
                Collectors.toMap(
                    line -> line[0],
                    line -> line.length > 1 ? line[1] : "",
                    (one, other) -> {
                      throw wrong("said twice: " + one + " and " + other);
                    }));
    Function<String, String> word =
        key -> Optional.ofNullable(words.get(key)).orElseThrow(() -> wrong("no line " + key));
    String form = word.apply("number");
    return new RecordLayout(
        word.apply("name"),
        IdentityDocument.Type.valueOf(word.apply("type")),
        Optional.of(word.apply("letter")).filter(letter -> !letter.equals("none")),
        threeLetters(word.apply("issuer")),
        Optional.of(word.apply("nationality"))
            .filter(where -> !where.equals("field"))
            .map(RecordLayout::threeLetters),
        form.equals(GB_11643) ? GB_11643_FORM : pattern(form),
        form.equals(GB_11643),
        places(lines.stream().filter(line -> line[0].equals("field")).toList()));
  }

  private static Map<Slot, Place> places(List<String[]> fields) {
    Map<Slot, Place> places = new EnumMap<>(Slot.class);
    List<Place> all = new ArrayList<>();
    for (String[] field : fields) {
      String[] parts = (field.length > 1 ? field[1] : "").split("\\s+", -1);
      if (parts.length != 3 || !parts[1].matches("[0-9]{1,3}") || !parts[2].matches("[0-9]{1,3}")) {
        throw wrong("not 'field MEANING OFFSET LENGTH': " + Arrays.toString(field));
      }
      Slot slot = Slot.of(parts[0]).orElseThrow(() -> wrong("unknown meaning " + parts[0]));
      Place place = new Place(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
      all.add(place);
      if (slot != Slot.RESERVED && places.put(slot, place) != null) {
        throw wrong("two fields " + slot.word());
      }
    }
    requireWhole(all);
    NEEDED.stream()
        .filter(slot -> !places.containsKey(slot))
        .findFirst()
        .ifPresent(slot -> {
          throw wrong("no field " + slot.word());
        });
    return places;
  }

  /** Fields follow one another without gap or overlap and fill the text. */
  private static void requireWhole(List<Place> fields) {
    int next = 0;
    for (Place field : fields) {
      if (field.offset() != next || field.length() <= 0 || field.length() % 2 != 0) {
        throw wrong("the field at " + field.offset() + " does not follow at " + next);
      }
      next += field.length();
    }
    if (next != TEXT) {
      throw wrong("the fields end at " + next + " instead of " + TEXT);
    }
  }

  private static String threeLetters(String word) {
    if (!THREE_LETTERS.matcher(word).matches()) {
      throw wrong("'" + word + "' is not three letters");
    }
    return word;
  }

  private static Pattern pattern(String form) {
    try {
      return Pattern.compile(form);
    } catch (PatternSyntaxException notForm) {
      throw wrong("number form: " + notForm.getDescription());
    }
  }

  private static IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(what);
  }
}
