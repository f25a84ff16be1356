package io.hall24.kiosk.journey;

import io.hall24.kiosk.gateway.OrdersAnswer.NotReady;
import io.hall24.kiosk.licence.Copy;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * How a visit ended. Each has its own words on the screen, what to do now, and a stable name in
 * records.
 */
public sealed interface VisitOutcome {
  /** Stable name, e.g. {@code collected}. */
  String code();

  /**
   * A copy in the person's hand.
   *
   * @param copy which one
   * @param sheet its sheet number
   */
  record CollectedCopy(Copy copy, String sheet) {}

  /**
   * Every copy was collected.
   *
   * @param caseNumber of the order
   * @param copies in the order of printing
   */
  record Collected(String caseNumber, List<CollectedCopy> copies) implements VisitOutcome {
    public Collected {
      copies = List.copyOf(copies);
    }

    @Override
    public String code() {
      return "collected";
    }
  }

  /**
   * Printing ended before every copy was in the person's hand; the rest stays to be collected.
   *
   * @param caseNumber of the order
   * @param copies collected so far
   * @param reason why the rest did not come
   */
  record PartlyCollected(String caseNumber, List<CollectedCopy> copies, StopReason reason)
      implements VisitOutcome {
    public PartlyCollected {
      copies = List.copyOf(copies);
    }

    @Override
    public String code() {
      return copies.isEmpty() ? "not-issued" : "partly-collected";
    }
  }

  /** Why an issuance did not end in the person's hand. */
  enum StopReason {
    /** The registry did not permit it. */
    REFUSED_BY_REGISTRY,
    /** It is being collected at another terminal or window. */
    IN_ISSUE_ELSEWHERE,
    /** It was collected already. */
    ALREADY_COLLECTED,
    /** Whoever named the agent took it back, or it ran out. */
    AUTHORISATION_ENDED,
    /** The agent's day is full. */
    DAILY_LIMIT,
    /** The old licence was not handed back. */
    NOT_SURRENDERED,
    /** Something before it went wrong, and it was not begun. */
    NOT_BEGUN,
    /** The registry could not be reached; nothing was printed. */
    REGISTRY_UNREACHABLE,
    /** The printer, its paper or the output is not ready; nothing was printed. */
    PRINTER_NOT_READY,
    /** The sheet was not good and was kept back. */
    SPOILED,
    /** The sheet was not taken in time and was kept back. */
    NOT_TAKEN,
    /** What became of the sheet is not known; staff will look. */
    UNCLEAR,
    /** The person gave up before printing began. */
    GIVEN_UP
  }

  /**
   * No order can be collected by this person now.
   *
   * @param known what the registry has of them, and why that cannot be collected
   */
  record NothingToCollect(List<NotReady> known) implements VisitOutcome {
    public NothingToCollect {
      known = List.copyOf(known);
    }

    /** Nothing is known. */
    public NothingToCollect() {
      this(List.of());
    }

    @Override
    public String code() {
      return "nothing-to-collect";
    }
  }

  /** The old licence has to be handed back before the new one is issued (换发). */
  record SurrenderFirst(String caseNumber) implements VisitOutcome {
    @Override
    public String code() {
      return "surrender-first";
    }
  }

  /**
   * Handing the old licence back ended before all of it was in the slot; nothing was issued.
   *
   * @param given how many sheets are in the slot, and recorded
   * @param unclear whether the machine cannot tell where the last one is
   */
  record HandBackStopped(String caseNumber, int given, boolean unclear) implements VisitOutcome {
    @Override
    public String code() {
      return "hand-back-stopped";
    }
  }

  /** Nobody named this person in the registry as who may collect for them. */
  record NotNamed() implements VisitOutcome {
    @Override
    public String code() {
      return "not-named";
    }
  }

  /**
   * An agent has collected as much as the authority allows in a day.
   *
   * @param most of how many orders
   */
  record DayIsFull(int most) implements VisitOutcome {
    @Override
    public String code() {
      return "day-is-full";
    }
  }

  /**
   * What came of each licence that an agent came for, in their order.
   *
   * @param errands at least one
   */
  record Errands(List<Errand> errands) implements VisitOutcome {
    public Errands {
      errands = List.copyOf(errands);
    }

    @Override
    public String code() {
      return errands.stream().allMatch(errand -> errand.outcome() instanceof Collected)
          ? "collected-for-others"
          : "partly-collected-for-others";
    }
  }

  /**
   * One licence of several.
   *
   * @param principal for whom, masked
   * @param outcome {@link Collected}, {@link PartlyCollected} or {@link WrongInformation}
   */
  record Errand(String principal, VisitOutcome outcome) {}

  /** The person chose a way without face comparison; a clerk confirms. */
  record OtherRoute() implements VisitOutcome {
    @Override
    public String code() {
      return "other-route";
    }
  }

  /** The document does not serve here. */
  record DocumentNotAccepted(DocumentProblem problem) implements VisitOutcome {
    @Override
    public String code() {
      return "document-not-accepted";
    }
  }

  /** What is wrong with a document. */
  enum DocumentProblem {
    NOT_PLACED,
    WRONG_CAN,
    REMOVED,
    UNREADABLE,
    /** Read, but of a kind that this terminal does not know. */
    UNKNOWN_TYPE,
    EXPIRED,
    NOT_GENUINE,
    /** Its issuer has reported it lost or stolen. */
    REPORTED,
    NO_PHOTO
  }

  /** The comparison did not confirm the person; another way is offered, in neutral words. */
  record NotConfirmed() implements VisitOutcome {
    @Override
    public String code() {
      return "not-confirmed";
    }
  }

  /**
   * No way without a face is open now; a time is booked.
   *
   * @param entry the number on the ticket
   * @param from when the next one opens, in the hall's time; empty when none ever does
   */
  record Booked(long entry, Optional<LocalDateTime> from) implements VisitOutcome {
    @Override
    public String code() {
      return "booked";
    }
  }

  /** The person says that something on the licence is wrong. */
  record WrongInformation(String caseNumber) implements VisitOutcome {
    @Override
    public String code() {
      return "wrong-information";
    }
  }

  /**
   * The registry cannot be reached; the wish is noted, not accepted.
   *
   * @param entry the queue entry's number on the ticket
   */
  record NotedForLater(long entry) implements VisitOutcome {
    @Override
    public String code() {
      return "noted-for-later";
    }
  }

  /**
   * A part of the terminal that this needs does not work now.
   *
   * @param part which
   */
  record ServiceUnavailable(Part part) implements VisitOutcome {
    @Override
    public String code() {
      return "service-unavailable";
    }
  }

  /** Parts that a person knows by their purpose. */
  enum Part {
    DOCUMENT_READER,
    CAMERA,
    PRINTER,
    PAPER,
    REGISTRY,
    RECORD,
    POWER,
    HOUSING
  }

  /**
   * Somebody looked for a service and knows where to go.
   *
   * @param slip whether they take it home on paper
   */
  record Informed(boolean slip) implements VisitOutcome {
    @Override
    public String code() {
      return "informed";
    }
  }

  /** The person left, or time ran out. */
  record Abandoned(Why why) implements VisitOutcome {
    @Override
    public String code() {
      return "abandoned";
    }
  }

  /** How a visit was left. */
  enum Why {
    CANCELLED,
    TIMED_OUT,
    TOO_LONG
  }
}
