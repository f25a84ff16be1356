package io.hall24.kiosk.issuance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.hall24.device.Medium;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.JsonEventCodec;
import io.hall24.kiosk.journal.RetentionClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step in the life of an issuance. The payloads are those of the registry contract ({@code
 * x-event-payloads}, {@code issuance.*}).
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public sealed interface IssuanceEvent extends Event {
  /** Which issuance. */
  Ticket ticket();

  /** The state that the event brings about. */
  IssuanceState state();

  /** The codecs of the whole family. */
  static List<EventCodec<?>> codecs() {
    return List.of(
        codec(Requested.class, "requested"),
        codec(Granted.class, "granted"),
        codec(Refused.class, "refused"),
        codec(Released.class, "released"),
        codec(SheetReserved.class, "sheet-reserved"),
        codec(Printing.class, "printing"),
        codec(Printed.class, "printed"),
        codec(Presented.class, "presented"),
        codec(Collected.class, "collected"),
        codec(Spoiled.class, "spoiled"),
        codec(Retained.class, "retained"),
        codec(Unknown.class, "unknown"),
        codec(Missing.class, "missing"),
        codec(Settled.class, "settled"));
  }

  private static <E extends IssuanceEvent> JsonEventCodec<E> codec(Class<E> type, String name) {
    return new JsonEventCodec<>(type, "issuance." + name, RetentionClass.ISSUANCE);
  }

  /**
   * The intent to ask the registry for a grant.
   *
   * @param ticket which issuance
   */
  record Requested(@JsonUnwrapped Ticket ticket) implements IssuanceEvent {
    @Override
    public IssuanceState state() {
      return IssuanceState.REQUESTED;
    }
  }

  /**
   * The registry permits it.
   *
   * @param ticket which issuance
   * @param grantId the registry's id
   * @param jws the signed grant, byte for byte
   */
  record Granted(@JsonUnwrapped Ticket ticket, String grantId, String jws)
      implements IssuanceEvent {
    @Override
    public IssuanceState state() {
      return IssuanceState.GRANTED;
    }

    /** SHA-256 of what was granted to be printed, as the registry signed it, lower-case hex. */
    public String faceHash() {
      return GrantText.faceHash(jws);
    }
  }

  /**
   * The registry does not grant.
   *
   * @param ticket which issuance
   * @param reason the contract's code
   */
  record Refused(@JsonUnwrapped Ticket ticket, String reason) implements IssuanceEvent {
    @Override
    public IssuanceState state() {
      return IssuanceState.REFUSED;
    }
  }

  /**
   * Given up before anything was printed; whatever was granted is undone.
   *
   * @param ticket which issuance
   * @param reason why
   */
  record Released(@JsonUnwrapped Ticket ticket, ReleaseReason reason) implements IssuanceEvent {
    @Override
    public IssuanceState state() {
      return IssuanceState.RELEASED;
    }
  }

  /**
   * A sheet is set aside, and the printer has a job without a document.
   *
   * @param ticket which issuance
   * @param grantId which permission
   * @param medium which tray
   * @param sheet the number that the next sheet of the tray has to carry
   * @param jobId the printer's id of the job
   */
  record SheetReserved(
      @JsonUnwrapped Ticket ticket,
      String grantId,
      @JsonSerialize(using = Words.MediumOut.class) @JsonDeserialize(using = Words.MediumIn.class)
          Medium medium,
      SheetNumber sheet,
      int jobId)
      implements IssuanceEvent {
    @Override
    public IssuanceState state() {
      return IssuanceState.SHEET_RESERVED;
    }
  }

  /**
   * The intent, written immediately before the document is sent.
   *
   * @param ticket which issuance
   * @param grantId which permission
   * @param sheet the reserved one
   * @param jobId the job
   */
  record Printing(@JsonUnwrapped Ticket ticket, String grantId, SheetNumber sheet, int jobId)
      implements IssuanceEvent {
    @Override
    public IssuanceState state() {
      return IssuanceState.PRINTING;
    }
  }

  /**
   * The evidence that the profile asks for is complete.
   *
   * @param ticket which issuance
   * @param sheet as reserved
   * @param evidence all that there was
   */
  record Printed(@JsonUnwrapped Ticket ticket, SheetNumber sheet, Set<Evidence> evidence)
      implements IssuanceEvent {
    public Printed {
      evidence = Set.copyOf(evidence);
    }

    @Override
    public IssuanceState state() {
      return IssuanceState.PRINTED;
    }
  }

  /**
   * The intent, written immediately before the flap opens (or, after a restart, before the sheet is
   * moved into the bin).
   *
   * @param ticket which issuance
   * @param sheet as reserved
   */
  record Presented(@JsonUnwrapped Ticket ticket, SheetNumber sheet) implements IssuanceEvent {
    @Override
    public IssuanceState state() {
      return IssuanceState.PRESENTED;
    }
  }

  /**
   * A citizen took it.
   *
   * @param ticket which issuance
   * @param sheet as reserved
   * @param evidence all that there was
   */
  record Collected(@JsonUnwrapped Ticket ticket, SheetNumber sheet, Set<Evidence> evidence)
      implements IssuanceEvent {
    public Collected {
      evidence = Set.copyOf(evidence);
    }

    @Override
    public IssuanceState state() {
      return IssuanceState.COLLECTED;
    }
  }

  /**
   * The sheet is no licence.
   *
   * @param ticket which issuance
   * @param sheet the reserved one, whose number is void
   * @param reason why
   * @param seen the number that the eye read, if it read one
   * @param persons the two who decided, if it was Unknown
   */
  record Spoiled(
      @JsonUnwrapped Ticket ticket,
      SheetNumber sheet,
      SpoilReason reason,
      Optional<SheetNumber> seen,
      Optional<List<String>> persons)
      implements IssuanceEvent {
    @Override
    public IssuanceState state() {
      return IssuanceState.SPOILED;
    }
  }

  /**
   * It was not taken, and lies in the bin.
   *
   * @param ticket which issuance
   * @param sheet as reserved
   * @param reason why
   */
  record Retained(@JsonUnwrapped Ticket ticket, SheetNumber sheet, RetainReason reason)
      implements IssuanceEvent {
    @Override
    public IssuanceState state() {
      return IssuanceState.RETAINED;
    }
  }

  /**
   * What became of the sheet cannot be told.
   *
   * @param ticket which issuance
   * @param sheet the reserved one
   * @param reason why
   */
  record Unknown(@JsonUnwrapped Ticket ticket, SheetNumber sheet, UnknownReason reason)
      implements IssuanceEvent {
    @Override
    public IssuanceState state() {
      return IssuanceState.UNKNOWN;
    }
  }

  /**
   * Two persons looked and found no sheet.
   *
   * @param ticket which issuance
   * @param sheet the reserved one, whose number is void
   * @param reason in their words
   * @param persons the two
   */
  record Missing(
      @JsonUnwrapped Ticket ticket, SheetNumber sheet, String reason, List<String> persons)
      implements IssuanceEvent {
    public Missing {
      persons = List.copyOf(persons);
    }

    @Override
    public IssuanceState state() {
      return IssuanceState.MISSING;
    }
  }

  /**
   * The registry signed for the event that ended it.
   *
   * @param ticket which issuance
   * @param ending sequence of that event
   */
  record Settled(@JsonUnwrapped Ticket ticket, long ending) implements IssuanceEvent {
    @Override
    public IssuanceState state() {
      return IssuanceState.SETTLED;
    }
  }
}
