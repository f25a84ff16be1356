package io.hall24.kiosk.ui.voice;

import io.hall24.kiosk.licence.FaceItem;
import io.hall24.kiosk.licence.LicenceFace;
import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Card;
import io.hall24.kiosk.ui.DigitEntry;
import io.hall24.kiosk.ui.Narrator.Overlay;
import io.hall24.kiosk.ui.Page;
import io.hall24.kiosk.ui.Picture;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Tells a screen as phrases, in the order in which it is read. What is not from the bundles alone
 * is personal: a name, a number, whatever the registry has written.
 */
final class Narration {
  private static final Map<Locale, Texts> TEXTS = new ConcurrentHashMap<>();

  /** A number that counts, or the number of a copy. */
  private static final Pattern COUNT = Pattern.compile("[0-9]{1,4}|[0-9]{1,2}-[0-9]{1,2}");

  /** They name the terminal, not the person. */
  private static final Set<String> ABOUT_THE_TERMINAL =
      Set.of("screen.end.help", "screen.help.tell");

  private final Locale language;
  private final Texts texts;
  private final List<Phrase> phrases = new ArrayList<>();

  private Narration(Locale language) {
    this.language = language;
    this.texts = TEXTS.computeIfAbsent(language, Texts::of);
  }

  /**
   * Everything that a screen says.
   *
   * @param terminal its number, for whoever calls for help
   */
  static List<Phrase> of(ScreenState state, Locale language, Overlay overlay, String terminal) {
    var narration = new Narration(language);
    switch (overlay) {
      case HELP -> narration.help(state.page(), terminal);
      case DISPLAY -> narration.say(Words.of("screen.display.title"));
      case NONE -> narration.page(state.page());
    }
    return List.copyOf(narration.phrases);
  }

  /** A text of the bundles. */
  static Phrase phrase(Locale language, String key, Object... values) {
    var narration = new Narration(language);
    narration.say(Words.of(key, values));
    return narration.phrases.getFirst();
  }

  /** The name of something that can be pressed. */
  static Phrase control(Locale language, String name, boolean personal) {
    var narration = new Narration(language);
    narration.add(Words.of("voice.chosen", name), personal);
    return narration.phrases.getFirst();
  }

  private void page(Page page) {
    say(page.headline());
    page.detail().ifPresent(this::say);
    picture(page.picture());
    page.cards().forEach(this::card);
    page.note().ifPresent(this::say);
  }

  /** What the step is about, and who helps. */
  private void help(Page page, String terminal) {
    say(Words.of("screen.help.title"));
    say(page.headline());
    page.detail().ifPresent(this::say);
    say(Words.of("screen.help.call"));
    say(Words.of("screen.help.tell", terminal));
    say(Words.of("screen.help.clock"));
    say(Words.of("voice.keys"));
  }

  private void picture(Picture picture) {
    switch (picture) {
      case Picture.None(), Picture.Drawing _, Picture.Mirror _ -> {}
      case Picture.Service(var closed, _, var others) -> {
        closed.ifPresentOrElse(this::say, () -> say(Words.of("screen.home.collect")));
        others.forEach(tile -> say(tile.title()));
      }
      case Picture.Tiles(var tiles) -> tiles.forEach(tile -> say(tile.title()));
      case Picture.Search _ -> say(Words.of("voice.search"));
      case Picture.Services(var list) -> say(Words.of("voice.services", list.items().size()));
      case Picture.Code(_, var caption) -> say(caption);
      case Picture.Notice(_, var paragraphs) -> paragraphs.forEach(this::say);
      case Picture.Keypad(var entry) ->
          say(
              Words.of(
                  entry.kind() == DigitEntry.Kind.ZONE_LETTERS ? "voice.lettered" : "voice.keypad",
                  entry.places()));
      case Picture.Signing _ -> say(Words.of("voice.sign"));
      case Picture.Choices(var choices) -> say(Words.of("voice.choices", choices.size()));
      case Picture.Several(var basket) -> say(Words.of("voice.choices", basket.offers().size()));
      case Picture.Sheet(var face) -> sheet(face);
      case Picture.Printer(var done, var stages) ->
          stages.stream().skip(done).limit(1).forEach(this::say);
    }
  }

  private void sheet(LicenceFace face) {
    item("USCC", face.uscc());
    for (FaceItem item : FaceItem.values()) {
      Optional.ofNullable(face.items().get(item)).ifPresent(text -> item(item.name(), text));
    }
    item("AUTHORITY", face.authority());
    face.issueDate().ifPresent(date -> item("DATE", date));
  }

  private void item(String name, String text) {
    add(Words.of("voice.item." + name, text), true);
  }

  private void card(Card card) {
    card.title().ifPresent(this::say);
    card.lines().forEach(this::say);
  }

  private void say(Words words) {
    add(words, personal(words));
  }

  private void add(Words words, boolean personal) {
    String text = Spelling.of(words.in(texts), language, texts.text("voice.hidden"));
    if (!text.isEmpty()) {
      phrases.add(new Phrase(text, language, personal, prompt(words)));
    }
  }

  private static Optional<String> prompt(Words words) {
    return words instanceof Words.Text(var key, var values) && values.isEmpty()
        ? Optional.of(key)
        : Optional.empty();
  }

  /** Numbers that count something are nobody's secret. */
  private static boolean personal(Words words) {
    return switch (words) {
      case Words.Verbatim _ -> true;
      case Words.Named _ -> false;
      case Words.Joined(var parts, _) -> parts.stream().anyMatch(Narration::personal);
      case Words.Text(var key, _) when ABOUT_THE_TERMINAL.contains(key) -> false;
      case Words.Text(_, var values) ->
          values.stream()
              .anyMatch(value ->
                  value instanceof Words inner
                      ? personal(inner)
                      : !COUNT.matcher(value.toString()).matches());
    };
  }
}
