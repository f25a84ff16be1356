package io.hall24.kiosk.journey;

import io.hall24.kiosk.identity.Step;
import io.hall24.kiosk.licence.Copy;
import java.util.Optional;

/** What happens now, for a person who only needs to know. */
public sealed interface Moment {
  /** How long the person has for it; empty when the machine works, or nothing is to be done. */
  default Optional<Allowance> limit() {
    return switch (this) {
      case PlaceDocument(var allowance) -> Optional.of(allowance);
      case ShowCredential(var allowance) -> Optional.of(allowance);
      case ShowOldSheet(_, _, _, var allowance) -> Optional.of(allowance);
      case DepositOldSheet(_, _, _, var allowance) -> Optional.of(allowance);
      case ReadingDocument _,
          LookAtCamera _,
          CallingClerk _,
          AskingRegistry _,
          Printing _,
          TakeSheet _,
          TakeDocument _,
          Ended _ ->
          Optional.empty();
    };
  }

  /**
   * Put the document on the reader.
   *
   * @param allowance how long there is for it
   */
  record PlaceDocument(Allowance allowance) implements Moment {}

  /**
   * The chip is being read; leave the document where it is.
   *
   * @param cameraOn whether the camera opens meanwhile, because the person consented
   */
  record ReadingDocument(boolean cameraOn) implements Moment {}

  /**
   * Look at the camera.
   *
   * @param guidance what would help; empty at first
   * @param progress share of the pictures that are there, 0 to 1
   * @param fill whether screen and lights give light to the face, because it was too dark; once
   *     they do, they go on until the camera is off, or they would flicker
   */
  record LookAtCamera(Optional<Step.Prompt.Kind> guidance, double progress, boolean fill)
      implements Moment {}

  /**
   * A clerk is called who sees the person from afar.
   *
   * @param number that the clerk will say; empty until the call is there
   * @param ahead how many calls are before it; empty once a clerk has taken it
   */
  record CallingClerk(Optional<String> number, Optional<Integer> ahead) implements Moment {}

  /**
   * Hold the electronic credential before the code scanner.
   *
   * @param allowance how long there is for it
   */
  record ShowCredential(Allowance allowance) implements Moment {}

  /** The registry is being asked which licences wait for this person. */
  record AskingRegistry() implements Moment {}

  /**
   * Hold the code of a sheet of the old licence before the scanner.
   *
   * @param number of the sheet, from 1
   * @param total how many are handed back
   * @param trouble with what was held there before
   * @param allowance how long there is for it
   */
  record ShowOldSheet(int number, int total, Optional<Trouble> trouble, Allowance allowance)
      implements Moment {
    /** What is the matter with a code. */
    public enum Trouble {
      /** It is not on a sheet that is to be handed back, or that one is there already. */
      NOT_THIS
    }
  }

  /**
   * Put that sheet into the open slot.
   *
   * @param copy which one of the old licence
   * @param number of the sheet, from 1
   * @param total how many are handed back
   * @param allowance how long there is for it
   */
  record DepositOldSheet(Copy copy, int number, int total, Allowance allowance) implements Moment {}

  /**
   * A copy is on its way.
   *
   * @param copy which one
   * @param index from 1
   * @param total how many copies this visit prints
   * @param stage how far the device is
   */
  record Printing(Copy copy, int index, int total, Stage stage) implements Moment {
    /** Steps of the machine, not of a timer. */
    public enum Stage {
      ASKING_PERMISSION,
      PREPARING,
      PRINTING,
      CHECKING
    }
  }

  /** The sheet lies in the output: take it. */
  record TakeSheet(Copy copy, int index, int total) implements Moment {}

  /** Take the document from the reader. */
  record TakeDocument() implements Moment {}

  /**
   * The visit is over, and how.
   *
   * @param receipt what the person may take along in a picture of the screen, where no slip of
   *     paper came out for it
   */
  record Ended(VisitOutcome outcome, Optional<String> receipt) implements Moment {
    /** Over, with nothing to take along, or with a slip of paper. */
    public Ended(VisitOutcome outcome) {
      this(outcome, Optional.empty());
    }
  }
}
