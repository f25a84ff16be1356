package io.hall24.kiosk.journey;

import io.hall24.device.AccessKey;
import io.hall24.device.IdentityDocument;
import io.hall24.device.lds.ZoneField;
import io.hall24.kiosk.catalogue.Finder;
import io.hall24.kiosk.catalogue.ServiceItem;
import io.hall24.kiosk.catalogue.Topic;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/**
 * Something only the person can answer. Questions carry facts, never words: words are the screen's,
 * in the person's language.
 *
 * @param <A> what the answer is
 */
public sealed interface Question<A> {
  /** May the face be compared with the document's photo? Both answers are equal ways on. */
  record Consent() implements Question<Consent.Answer> {
    /** The two ways, of equal size and level. */
    public enum Answer {
      FACE,
      WITHOUT_FACE
    }
  }

  /**
   * The six digits printed on the document.
   *
   * @param refusedBefore whether the chip refused the digits given before
   */
  record EnterCan(boolean refusedBefore) implements Question<AccessKey.Can> {}

  /**
   * Which way shall the person be confirmed, now that it is not by their face?
   *
   * @param open the ways that are open now; with {@link Way#ANOTHER_TIME} always among them
   * @param before why the way that was gone just now led nowhere
   */
  record ChooseWay(List<Way> open, Optional<Setback> before) implements Question<Way> {
    public ChooseWay {
      open = List.copyOf(open);
    }
  }

  /** The ways without a face. */
  enum Way {
    /** A clerk of the hall comes to the screen. */
    CLERK,
    /** A clerk elsewhere sees and hears the person. */
    REMOTE_CLERK,
    /** The person shows an electronic credential. */
    CREDENTIAL,
    /** None now. */
    ANOTHER_TIME
  }

  /** Why a way led nowhere. */
  enum Setback {
    /** The clerk did not confirm the person. */
    CLERK_DECLINED,
    /** No clerk took the call. */
    NO_CLERK,
    /** The registry does not answer. */
    NOT_REACHED,
    /** Nothing was held before the scanner. */
    NO_CODE,
    CODE_NOT_KNOWN,
    CODE_EXPIRED,
    CODE_USED,
    CODE_OF_SOMEBODY_ELSE
  }

  /**
   * A part of the machine readable zone, with its check digit, of a document that has no six
   * digits.
   *
   * @param before why it is asked for once more
   */
  record EnterZone(ZoneField field, Before before) implements Question<String> {
    /** What became of it before. */
    public enum Before {
      /** It is asked for the first time. */
      NOTHING,
      /** What was typed does not agree with its check digit. */
      CHECK_DIGIT,
      /** The chip was not opened by what was typed. */
      REFUSED_BY_CHIP
    }
  }

  /**
   * Is a clerk here who confirms the person, or shall it be another time?
   *
   * @param document what the clerk has to compare with the paper in their hand
   * @param before why a clerk's credential was not enough just now
   */
  record CallClerk(ReadDocumentFacts document, Optional<CoSigning.Why> before)
      implements Question<CallClerk.Answer> {
    /** Go on, or leave with what helps later. */
    public enum Answer {
      CLERK_IS_HERE,
      ANOTHER_TIME
    }
  }

  /**
   * What a clerk compares.
   *
   * @param type the kind of document
   * @param name its holder, as the chip has it
   * @param number shortened
   */
  record ReadDocumentFacts(IdentityDocument.Type type, String name, String number) {}

  /** Digits that only a clerk knows or sees. */
  record ClerkDigits(Part part) implements Question<TypedDigits> {
    /** Which digits, in the order of typing. */
    public enum Part {
      NUMBER,
      PIN,
      CODE
    }
  }

  /**
   * Which of several orders?
   *
   * @param orders at least two
   */
  record ChooseOrder(List<Order> orders) implements Question<Order> {
    public ChooseOrder {
      orders = List.copyOf(orders);
    }
  }

  /**
   * Which of the licences that an agent may collect? At least one, at most as many as are left of
   * the day.
   *
   * @param offers at least one
   * @param most of how many licences copies may be collected in a day
   * @param left how many of them today
   */
  record FillBasket(List<Offer> offers, int most, int left) implements Question<List<Order>> {
    public FillBasket {
      offers = List.copyOf(offers);
    }

    /**
     * One licence.
     *
     * @param principal who named the agent, masked
     * @param until the last day on which that holds
     */
    public record Offer(Order order, String principal, LocalDate until) {}
  }

  /**
   * Shall the old licence go into the slot now? It does not come out again.
   *
   * @param old which sheets of it
   */
  record HandBackOld(List<Copy> old) implements Question<HandBackOld.Answer> {
    public HandBackOld {
      old = List.copyOf(old);
    }

    /** Here, or where somebody looks at it. */
    public enum Answer {
      NOW,
      AT_WINDOW
    }
  }

  /** Is everything on this licence right? */
  record ConfirmOrder(Order order) implements Question<ConfirmOrder.Answer> {
    /** Print it, or have it looked at. */
    public enum Answer {
      CORRECT,
      WRONG_INFORMATION
    }
  }

  /**
   * Which service, by typing?
   *
   * @param typed what stands there already
   */
  record TypeService(Finder finder, String typed) implements Question<TypeService.Typed> {
    /**
     * What was chosen.
     *
     * @param item which service
     * @param typed what they had typed for it
     */
    public record Typed(ServiceItem item, String typed) {
      @Override
      public String toString() {
        return "Typed[" + item.code() + "]";
      }
    }

    @Override
    public String toString() {
      return "TypeService[]";
    }
  }

  /** Which topic? Empty means back. */
  record ChooseTopic(List<Topic> topics) implements Question<Optional<Topic>> {
    public ChooseTopic {
      topics = List.copyOf(topics);
    }
  }

  /**
   * Which of the services under a topic?
   *
   * @param services perhaps thousands
   * @param first the place in the list at which it is opened
   */
  record ChooseService(Topic topic, List<ServiceItem> services, int first)
      implements Question<ChooseService.Listed> {
    public ChooseService {
      services = List.copyOf(services);
    }

    /**
     * What was chosen.
     *
     * @param item empty when somebody wants to go back
     * @param first where the list was open
     */
    public record Listed(Optional<ServiceItem> item, int first) {}
  }

  /** What now, with this service? */
  record ShowService(ServiceItem item, WindowHours window) implements Question<ShowService.Answer> {
    /** The ways on from a service. */
    public enum Answer {
      /** Have it done here and now. */
      HERE,
      /** Take everything home on paper. */
      SLIP,
      /** Go on looking. */
      BACK
    }

    /**
     * When people are served at the window.
     *
     * @param open whether they are now
     * @param next the first minute from now on at which they are; empty when they never are
     */
    public record WindowHours(boolean open, Optional<LocalDateTime> next) {}
  }

  /**
   * Have you got all this? They have: the answer changes nothing but the record.
   *
   * @param handed at least one order
   */
  record ConfirmReceipt(List<Handed> handed) implements Question<ReceiptConfirmation> {
    public ConfirmReceipt {
      handed = List.copyOf(handed);
    }

    /**
     * What somebody holds of one order.
     *
     * @param copies at least one
     */
    public record Handed(String caseNumber, List<VisitOutcome.CollectedCopy> copies) {
      public Handed {
        copies = List.copyOf(copies);
      }
    }
  }

  /** How was it? Asked after the result only; empty when somebody would rather not say. */
  record Rate() implements Question<Optional<Rating>> {}
}
