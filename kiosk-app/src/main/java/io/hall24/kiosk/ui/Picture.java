package io.hall24.kiosk.ui;

import io.hall24.kiosk.licence.LicenceFace;
import java.util.List;
import java.util.Optional;

/** What a screen shows in its middle. */
public sealed interface Picture {
  /** Nothing but the cards. */
  record None() implements Picture {}

  /**
   * The one service of the first screen.
   *
   * @param closed why it is not available now
   * @param start begins a visit
   */
  record Service(Optional<Words> closed, Runnable start) implements Picture {}

  /** The privacy notice: title and paragraphs. */
  record Notice(Words title, List<Words> paragraphs) implements Picture {
    public Notice {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  /** A drawing that shows what to do or what happens. */
  record Drawing(Motif motif) implements Picture {}

  /** What is drawn. */
  enum Motif {
    PLACE_DOCUMENT,
    READING,
    ASKING,
    TAKE_SHEET,
    TAKE_DOCUMENT,
    DONE,
    KEPT,
    COUNTER,
    GOODBYE,
    NOTICE,
    CARD_NUMBER
  }

  /** A keypad for six digits. */
  record Keypad(CanEntry entry) implements Picture {}

  /**
   * The person in front of the camera.
   *
   * @param progress share of the pictures that are there, 0 to 1
   */
  record Mirror(double progress) implements Picture {}

  /** Several licences, one of which is chosen by touching it. */
  record Choices(List<Choice> choices) implements Picture {
    public Choices {
      choices = List.copyOf(choices);
    }
  }

  /**
   * One licence to choose.
   *
   * @param title name of the entity
   * @param lines shortened facts
   * @param press chooses it
   */
  record Choice(Words title, List<Words> lines, Runnable press) {
    public Choice {
      lines = List.copyOf(lines);
    }
  }

  /** A licence as it will be printed, marked as a sample. */
  record Sheet(LicenceFace face) implements Picture {}

  /**
   * The printer at work.
   *
   * @param done how many of the stages are over
   * @param stages all of them, in order
   */
  record Printer(int done, List<Words> stages) implements Picture {
    public Printer {
      stages = List.copyOf(stages);
    }
  }
}
