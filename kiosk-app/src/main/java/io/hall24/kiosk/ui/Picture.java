package io.hall24.kiosk.ui;

import io.hall24.kiosk.licence.LicenceFace;
import java.util.List;
import java.util.Optional;

/** What a screen shows in its middle. */
public sealed interface Picture {
  /** Nothing but the cards. */
  record None() implements Picture {}

  /**
   * What can be done here, on the first screen.
   *
   * @param closed why licences cannot be collected now
   * @param start begins to collect one
   * @param others the other ways on
   */
  record Service(Optional<Words> closed, Runnable start, List<Tile> others) implements Picture {
    public Service {
      others = List.copyOf(others);
    }
  }

  /** Several short ways on, side by side. */
  record Tiles(List<Tile> tiles) implements Picture {
    public Tiles {
      tiles = List.copyOf(tiles);
    }
  }

  /**
   * One short way on.
   *
   * @param title two to six characters
   * @param closed whether it cannot be gone now; why stands elsewhere on the screen
   */
  record Tile(Words title, boolean closed, Runnable press) {
    static Tile of(Words title, Runnable press) {
      return new Tile(title, false, press);
    }
  }

  /** A field, a keyboard, and what was found. */
  record Search(SearchEntry entry) implements Picture {}

  /** A list of services. */
  record Services(ServiceList list) implements Picture {}

  /**
   * A QR code for the person's own device.
   *
   * @param text what is in it
   * @param caption what it is for
   */
  record Code(String text, Words caption) implements Picture {}

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
    CARD_NUMBER,
    PHONE_CODE,
    SHOW_CODE,
    DEPOSIT,
    ZONE
  }

  /** A keypad for secret digits, or keys for what stands in a machine readable zone. */
  record Keypad(DigitEntry entry) implements Picture {}

  /** A field to sign in. */
  record Signing(SignaturePad pad) implements Picture {}

  /**
   * The person in front of the camera.
   *
   * @param progress share of the pictures that are there, 0 to 1
   * @param fills whether the screen should be bright, as a light on a face that is too dark
   */
  record Mirror(double progress, boolean fills) implements Picture {}

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

  /** Several licences, of which some are taken. */
  record Several(Basket basket) implements Picture {}

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
