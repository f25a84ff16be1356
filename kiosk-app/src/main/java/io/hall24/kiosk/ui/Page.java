package io.hall24.kiosk.ui;

import java.util.List;
import java.util.Optional;

/**
 * One screen as facts: what it says, shows and offers. It does not change; what moves on it is
 * another page.
 *
 * @param name stable, e.g. {@code place-document}
 * @param step where in the visit it stands, if it belongs to one
 * @param headline what to do now, as a sentence to a person
 * @param detail one more line under it
 * @param picture what shows it
 * @param cards more facts
 * @param actions at most two
 * @param note about time, when no question is open
 * @param wayOut whether the visit can be left
 */
public record Page(
    String name,
    Optional<VisitStep> step,
    Words headline,
    Optional<Words> detail,
    Picture picture,
    List<Card> cards,
    List<Action> actions,
    Optional<Words> note,
    WayOut wayOut) {
  /** Whether a visit can be left. */
  public enum WayOut {
    /** There is no visit to leave. */
    NONE,
    OPEN,
    /** Paper moves: leaving would change nothing. */
    PRINTING
  }

  public Page {
    cards = List.copyOf(cards);
    actions = List.copyOf(actions);
    if (actions.size() > 2) {
      throw new IllegalArgumentException("a screen offers at most two actions");
    }
  }

  /** A page with a headline and a picture, to be completed. */
  static Page of(String name, Words headline, Picture picture) {
    return new Page(
        name,
        Optional.empty(),
        headline,
        Optional.empty(),
        picture,
        List.of(),
        List.of(),
        Optional.empty(),
        WayOut.NONE);
  }

  /** The same in a step of the visit, which can be left. */
  Page at(VisitStep newStep) {
    return new Page(
        name, Optional.of(newStep), headline, detail, picture, cards, actions, note, WayOut.OPEN);
  }

  /** The same outside the steps of a visit, but it can be left. */
  Page leavable() {
    return new Page(name, step, headline, detail, picture, cards, actions, note, WayOut.OPEN);
  }

  /** The same with another picture. */
  Page showing(Picture newPicture) {
    return new Page(name, step, headline, detail, newPicture, cards, actions, note, wayOut);
  }

  /** The same under another name. */
  Page named(String newName) {
    return new Page(newName, step, headline, detail, picture, cards, actions, note, wayOut);
  }

  Page detail(Words newDetail) {
    return new Page(
        name, step, headline, Optional.of(newDetail), picture, cards, actions, note, wayOut);
  }

  Page cards(Card... newCards) {
    return cards(List.of(newCards));
  }

  Page cards(List<Card> newCards) {
    return new Page(name, step, headline, detail, picture, newCards, actions, note, wayOut);
  }

  Page actions(Action... newActions) {
    return new Page(
        name, step, headline, detail, picture, cards, List.of(newActions), note, wayOut);
  }

  Page note(Words newNote) {
    return new Page(
        name, step, headline, detail, picture, cards, actions, Optional.of(newNote), wayOut);
  }

  /** The same while paper moves. */
  Page whilePrinting() {
    return new Page(name, step, headline, detail, picture, cards, actions, note, WayOut.PRINTING);
  }
}
