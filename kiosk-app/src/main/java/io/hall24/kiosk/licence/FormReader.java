package io.hall24.kiosk.licence;

import io.hall24.config.Section;
import io.hall24.kiosk.licence.LicenceForm.Align;
import io.hall24.kiosk.licence.LicenceForm.Anchor;
import io.hall24.kiosk.licence.LicenceForm.Border;
import io.hall24.kiosk.licence.LicenceForm.CodePlace;
import io.hall24.kiosk.licence.LicenceForm.CopyKind;
import io.hall24.kiosk.licence.LicenceForm.Disc;
import io.hall24.kiosk.licence.LicenceForm.Field;
import io.hall24.kiosk.licence.LicenceForm.ItemPlace;
import io.hall24.kiosk.licence.LicenceForm.Label;
import io.hall24.kiosk.licence.LicenceForm.NumberPlace;
import io.hall24.kiosk.licence.LicenceForm.PartPlace;
import io.hall24.kiosk.licence.LicenceForm.QrPlace;
import io.hall24.kiosk.licence.LicenceForm.Stock;
import io.hall24.kiosk.licence.LicenceForm.Style;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads one form from its sections; mistakes go to the page that the sections are of. */
final class FormReader {
  private static final double LARGEST_SHEET = 1000;
  private static final double LARGEST_TYPE = 300;
  private static final Style NO_STYLE = new Style(FontFace.SERIF, 10, 10, 1, Ink.BLACK);

  /** Optional parts that a form may give a place; items have their rows. */
  private static final Set<SheetPart> PARTS =
      EnumSet.of(
          SheetPart.DUPLICATE_LABEL,
          SheetPart.LICENCE_NUMBER,
          SheetPart.AUTHORITY,
          SheetPart.ISSUE_YEAR,
          SheetPart.ISSUE_MONTH,
          SheetPart.ISSUE_DAY);

  private final double width;
  private final double height;
  private final Map<String, Style> styles;
  private final RoomCheck rooms = new RoomCheck();

  private FormReader(double width, double height, Map<String, Style> styles) {
    this.width = width;
    this.height = height;
    this.styles = styles;
  }

  /** A row of the face: where a caption and its text stand. */
  private record Row(Section section, Label caption, Field text) {
    RoomCheck.Room room(String name) {
      return RoomCheck.Room.of("rows." + name, section, "text", text);
    }
  }

  static LicenceForm read(Section root) {
    String name = root.text("form");
    CopyKind copy = root.choice("copy", CopyKind.class);
    double width = root.fraction("width", 50, LARGEST_SHEET);
    double height = root.fraction("height", 50, LARGEST_SHEET);
    var reader = new FormReader(width, height, styles(root.section("styles")));
    var form =
        new LicenceForm(
            name,
            copy,
            width,
            height,
            reader.labels(root, "labels"),
            root.optionalSection("sample-mark").map(reader::label),
            reader.code(root.section("code")),
            reader.qr(root.section("qr")),
            reader.parts(root.section("parts")),
            reader.items(root.section("items"), reader.rows(root.section("rows"))),
            reader.stock(root.section("stock")));
    if (form.sample() && form.sampleMark().isEmpty()) {
      root.mistake("form", "an unofficial-sample form needs a sample-mark");
    }
    root.nothingElse();
    return form;
  }

  private static Map<String, Style> styles(Section section) {
    Map<String, Style> styles = new LinkedHashMap<>();
    for (String key : section.keys()) {
      styles.put(key, style(section.section(key)));
    }
    return styles;
  }

  private static Style style(Section section) {
    double size = section.fraction("size", 4, LARGEST_TYPE);
    double least =
        section.keys().contains("least-size")
            ? section.fraction("least-size", 4, LARGEST_TYPE)
            : size;
    double leading = section.keys().contains("leading") ? section.fraction("leading", 1, 3) : 1.3;
    if (least > size) {
      section.mistake("least-size", "is larger than size " + size);
    }
    var style =
        new Style(section.choice("face", FontFace.class), size, least, leading, ink(section));
    section.nothingElse();
    return style;
  }

  private static Ink ink(Section section) {
    Optional<String> text = section.optionalText("ink");
    Optional<Ink> ink = text.isEmpty() ? Optional.of(Ink.BLACK) : text.flatMap(Ink::parse);
    if (ink.isEmpty()) {
      section.mistake("ink", "expected a colour as '#1A2B3C', capital letters");
    }
    return ink.orElse(Ink.BLACK);
  }

  private Style styleOf(Section section) {
    String name = section.text("style");
    Style style = styles.get(name);
    if (style == null && !name.isEmpty()) {
      section.mistake("style", "'" + name + "' is not one of the styles " + styles.keySet());
    }
    return style == null ? NO_STYLE : style;
  }

  private double across(Section section, String key) {
    return section.fraction(key, 0, width);
  }

  private double down(Section section, String key) {
    return section.fraction(key, 0, height);
  }

  private double widthOf(Section section, double left) {
    double wide = across(section, "width");
    if (left + wide > width) {
      section.mistake("width", "ends beyond the right edge of the sheet, " + width + " mm");
    }
    return wide;
  }

  private List<Label> labels(Section section, String key) {
    return section.keys().contains(key)
        ? section.sections(key).stream().map(this::label).toList()
        : List.of();
  }

  private Label label(Section section) {
    Label label = label(section, section.text("text"));
    section.nothingElse();
    return label;
  }

  private Label label(Section section, String text) {
    double left = across(section, "left");
    boolean room = section.keys().contains("width");
    var label =
        new Label(
            text,
            styleOf(section),
            left,
            down(section, "baseline"),
            room ? widthOf(section, left) : 0,
            align(section),
            section.keys().contains("degrees") ? section.fraction("degrees", -90, 90) : 0);
    if (!room && label.align() != Align.LEFT) {
      section.mistake("align", "needs a width");
    }
    return label;
  }

  private static Align align(Section section) {
    return section.keys().contains("align") ? section.choice("align", Align.class) : Align.LEFT;
  }

  private Field field(Section section) {
    double left = across(section, "left");
    var field =
        new Field(
            styleOf(section),
            left,
            down(section, "baseline"),
            widthOf(section, left),
            section.keys().contains("lines") ? section.number("lines", 1, 100) : 1,
            align(section),
            section.keys().contains("anchor")
                ? section.choice("anchor", Anchor.class)
                : Anchor.FIRST);
    if (field.top() + field.depth() > height) {
      section.mistake("lines", "end below the lower edge of the sheet, " + height + " mm");
    }
    section.nothingElse();
    return field;
  }

  private CodePlace code(Section section) {
    var code = new CodePlace(label(section.section("caption")), field(section.section("number")));
    section.nothingElse();
    rooms.add(RoomCheck.Room.of("code", section, "number", code.number()));
    return code;
  }

  private QrPlace qr(Section section) {
    var place =
        new QrPlace(
            across(section, "left"), down(section, "top"), section.fraction("size", 10, 100));
    if (place.left() + place.size() > width || place.top() + place.size() > height) {
      section.mistake("size", "reaches beyond the sheet");
    }
    rooms.add(
        new RoomCheck.Room(
            "qr", section, "size", place.left(), place.top(), place.size(), place.size()));
    section.nothingElse();
    return place;
  }

  private Map<SheetPart, PartPlace> parts(Section section) {
    Map<SheetPart, PartPlace> parts = new EnumMap<>(SheetPart.class);
    for (String key : section.keys()) {
      Section part = section.section(key);
      var place =
          new PartPlace(
              part.optionalSection("caption").map(this::label), field(part.section("text")));
      part.nothingElse();
      rooms.add(RoomCheck.Room.of("parts." + key, part, "text", place.text()));
      named(section, key, PARTS).ifPresent(known -> parts.put(known, place));
    }
    return parts;
  }

  private Map<String, Row> rows(Section section) {
    Map<String, Row> rows = new LinkedHashMap<>();
    for (String key : section.keys()) {
      Section row = section.section(key);
      Section caption = row.section("caption");
      rows.put(key, new Row(row, label(caption, ""), field(row.section("text"))));
      caption.nothingElse();
      row.nothingElse();
    }
    return rows;
  }

  private Map<EntityType, List<ItemPlace>> items(Section section, Map<String, Row> rows) {
    Map<EntityType, List<ItemPlace>> items = new EnumMap<>(EntityType.class);
    for (String key : section.keys()) {
      List<ItemPlace> places = itemsOf(section.section(key), rows);
      named(section, key, EnumSet.allOf(EntityType.class))
          .ifPresent(type -> items.put(type, places));
    }
    return items;
  }

  private List<ItemPlace> itemsOf(Section section, Map<String, Row> rows) {
    List<ItemPlace> places = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    List<RoomCheck.Room> filled = new ArrayList<>();
    for (String key : section.keys()) {
      Section place = section.section(key);
      String row = place.text("row");
      Row found = rows.get(row);
      if (found == null) {
        place.mistake("row", "'" + row + "' is not one of the rows " + rows.keySet());
      } else if (!taken.add(row)) {
        place.mistake("row", "'" + row + "' is taken by another item");
      }
      if (found != null) {
        filled.add(found.room(row));
      }
      String caption = place.text("caption");
      boolean optional = place.optionalText("optional").map("true"::equals).orElse(false);
      Optional<FaceItem> item = named(section, key, EnumSet.allOf(FaceItem.class));
      if (found != null && item.isPresent()) {
        places.add(
            new ItemPlace(item.get(), optional, withText(found.caption(), caption), found.text()));
      }
      place.nothingElse();
    }
    rooms.together(filled);
    return places;
  }

  private static Label withText(Label label, String text) {
    return new Label(
        text,
        label.style(),
        label.left(),
        label.baseline(),
        label.width(),
        label.align(),
        label.degrees());
  }

  /** The constant that a key names, in lower case with hyphens. */
  private static <E extends Enum<E>> Optional<E> named(Section section, String key, Set<E> known) {
    Optional<E> found = known.stream().filter(constant -> word(constant).equals(key)).findFirst();
    if (found.isEmpty()) {
      section.mistake(
          key,
          "unknown here; expected "
              + known.stream().map(FormReader::word).collect(Collectors.joining(", ")));
    }
    return found;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private Stock stock(Section section) {
    var stock =
        new Stock(
            labels(section, "labels"),
            section.optionalSection("mark").map(this::label),
            label(section.section("preview-mark")),
            border(section.section("border")),
            disc(section.section("emblem")),
            disc(section.section("seal")),
            number(section.section("number")));
    section.nothingElse();
    return stock;
  }

  private Border border(Section section) {
    double left = across(section, "left");
    var border =
        new Border(
            left,
            down(section, "top"),
            widthOf(section, left),
            down(section, "height"),
            section.fraction("band", 3, 30),
            ink(section));
    section.nothingElse();
    return border;
  }

  private Disc disc(Section section) {
    var disc =
        new Disc(
            across(section, "x"),
            down(section, "y"),
            section.fraction("radius", 3, 100),
            label(section.section("label")));
    section.nothingElse();
    return disc;
  }

  private NumberPlace number(Section section) {
    double left = across(section, "left");
    var number =
        new NumberPlace(
            prefix(section),
            section.number("digits", 1, 12),
            left,
            down(section, "top"),
            widthOf(section, left),
            section.fraction("height", 4, 50),
            field(section.section("text")));
    section.nothingElse();
    return number;
  }

  /** Capital letters, as the registry contract writes the numbers of sheets. */
  private static String prefix(Section section) {
    String prefix = section.text("prefix");
    if (!prefix.matches("[A-Z]{0,8}")) {
      section.mistake("prefix", "'" + prefix + "' is not up to eight capital letters");
    }
    return prefix;
  }
}
