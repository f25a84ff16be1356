package io.hall24.kiosk.ops.daybook;

import io.hall24.kiosk.gateway.Reconciliation.Registered;
import io.hall24.kiosk.issuance.IssuanceState;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.SheetPlace;
import io.hall24.kiosk.ops.daybook.Discrepancy.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lays the registry's side of a day beside the terminal's, by issuance, copy and sheet. */
final class DayComparison {
  private final Daybook daybook;
  private final List<Discrepancy> found = new ArrayList<>();

  private DayComparison(Daybook daybook) {
    this.daybook = daybook;
  }

  /** With the registry's side. */
  static List<Discrepancy> of(Daybook daybook, List<Registered> registry) {
    var comparison = new DayComparison(daybook);
    comparison.compare(registry);
    daybook.issuances().forEach(comparison::withStock);
    return List.copyOf(comparison.found);
  }

  /** Only what the terminal can find by itself: R3 and R5. */
  static List<Discrepancy> withoutRegistry(Daybook daybook) {
    var comparison = new DayComparison(daybook);
    daybook.issuances().forEach(comparison::withStock);
    return List.copyOf(comparison.found);
  }

  private void compare(List<Registered> registry) {
    Map<String, DayIssuance> ours = new LinkedHashMap<>();
    daybook.issuances().forEach(own -> ours.put(own.ticket().issuanceId(), own));
    for (Registered theirs : registry) {
      Optional.ofNullable(ours.remove(theirs.issuanceId()))
          .ifPresentOrElse(
              own -> compare(own, theirs),
              () -> say(Code.R1, theirs.issuanceId(), "registry: " + theirs.phase()));
    }
    ours.forEach((id, own) -> say(Code.R2, id, "terminal: " + own.last()));
  }

  private void compare(DayIssuance own, Registered theirs) {
    String id = theirs.issuanceId();
    if (!own.ticket().orderId().equals(theirs.orderId())
        || !own.ticket().copy().equals(theirs.copy())) {
      say(Code.R1, id, "registry: order " + theirs.orderId() + " " + theirs.copy().code());
    }
    IssuanceState phase = IssuanceState.valueOf(theirs.phase());
    String states = "terminal: " + own.last() + ", registry: " + phase;
    switch (progress(own, phase)) {
      case SAME -> {}
      case REGISTRY_FURTHER -> say(Code.R1, id, states);
      case TERMINAL_FURTHER -> say(Code.R2, id, states);
    }
    boolean bothNamed = own.sheet().isPresent() && theirs.sheet().isPresent();
    if (bothNamed && !own.sheet().map(SheetNumber::text).equals(theirs.sheet())) {
      say(Code.R3, id, "terminal: " + own.sheet().get() + ", registry: " + theirs.sheet().get());
    }
    boolean bothHashed = own.faceHash().isPresent() && theirs.faceHash().isPresent();
    if (bothHashed && !own.faceHash().equals(theirs.faceHash())) {
      say(Code.R4, id, "terminal: " + own.faceHash().get() + ", registry: " + theirs.faceHash());
    }
  }

  private enum Progress {
    SAME,
    REGISTRY_FURTHER,
    TERMINAL_FURTHER
  }

  /** Settled says nothing new: it is the terminal's word about the registry's own signature. */
  private static Progress progress(DayIssuance own, IssuanceState phase) {
    Optional<IssuanceState> ending = own.ending();
    if (phase == own.last() || ending.equals(Optional.of(phase))) {
      return Progress.SAME;
    }
    if (phase == IssuanceState.SETTLED) {
      return ending.isPresent() ? Progress.SAME : Progress.REGISTRY_FURTHER;
    }
    return own.cameThrough(phase) ? Progress.TERMINAL_FURTHER : Progress.REGISTRY_FURTHER;
  }

  private void withStock(DayIssuance own) {
    String id = own.ticket().issuanceId();
    if (own.last() == IssuanceState.UNKNOWN) {
      say(Code.R5, id, "sheet " + own.sheet().map(SheetNumber::text).orElse("unknown"));
    }
    own.ending()
        .flatMap(DayComparison::placeAfter)
        .ifPresent(expected -> {
          Optional<SheetPlace> place = own.sheet().flatMap(daybook::placeOf);
          if (expected == SheetPlace.MISSING || !place.equals(Optional.of(expected))) {
            say(
                Code.R3,
                own.sheet().map(SheetNumber::text).orElse(id),
                "should be "
                    + expected
                    + ", the stock ledger has "
                    + place.map(Enum::name).orElse("nothing"));
          }
        });
  }

  /** Where the sheet of an issuance that ended so has to be. */
  private static Optional<SheetPlace> placeAfter(IssuanceState ending) {
    return switch (ending) {
      case COLLECTED -> Optional.of(SheetPlace.COLLECTED);
      case SPOILED -> Optional.of(SheetPlace.SPOILED);
      case RETAINED -> Optional.of(SheetPlace.RETAINED);
      case MISSING -> Optional.of(SheetPlace.MISSING);
      case REQUESTED,
          GRANTED,
          SHEET_RESERVED,
          PRINTING,
          PRINTED,
          PRESENTED,
          UNKNOWN,
          REFUSED,
          RELEASED,
          SETTLED ->
          Optional.empty();
    };
  }

  private void say(Code code, String subject, String detail) {
    found.add(new Discrepancy(code, subject, detail));
  }
}
