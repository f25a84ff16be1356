package io.hall24.kiosk.journey;

import io.hall24.kiosk.journey.Question.ConfirmReceipt.Handed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The step of a visit in which somebody confirms that they have their licences. They have them
 * already: whoever leaves instead loses nothing, and the record says that nothing was confirmed.
 */
final class ConfirmReceipt {
  private static final String NOT_GIVEN = "NOT_GIVEN";

  private final Counter counter;

  ConfirmReceipt(Counter counter) {
    this.counter = counter;
  }

  /** What is in their hands; nothing where they went before everything was taken. */
  static List<Handed> handed(List<VisitOutcome> outcomes) {
    List<Handed> handed = new ArrayList<>();
    for (VisitOutcome outcome : outcomes) {
      switch (outcome) {
        case VisitOutcome.Collected(var caseNumber, var copies) ->
            handed.add(new Handed(caseNumber, copies));
        case VisitOutcome.PartlyCollected(var _, var _, var reason)
            when reason == VisitOutcome.StopReason.NOT_TAKEN -> {
          return List.of();
        }
        case VisitOutcome.PartlyCollected(var caseNumber, var copies, var _)
            when !copies.isEmpty() ->
            handed.add(new Handed(caseNumber, copies));
        default -> {}
      }
    }
    return handed;
  }

  void ask(Visit visit, List<Handed> handed, Dialogue ask) {
    if (handed.isEmpty()) {
      return;
    }
    try {
      switch (ask.ask(new Question.ConfirmReceipt(handed))) {
        case ReceiptConfirmation.Signed(var by) -> {
          try (by) {
            record(visit, handed, "SIGNED", Optional.of(by.path()));
          }
        }
        case ReceiptConfirmation.ByWord() -> record(visit, handed, "BY_WORD", Optional.empty());
      }
    } catch (InterruptedException left) {
      record(visit, handed, NOT_GIVEN, Optional.empty());
    }
  }

  /** The sheets are in their hands: a record that fails takes nothing back. */
  private void record(Visit visit, List<Handed> handed, String how, Optional<String> strokes) {
    for (Handed order : handed) {
      var _ =
          counter.record(
              new VisitEvent.ReceiptConfirmed(
                  visit.id(), order.caseNumber(), how, statement(order), strokes));
    }
  }

  /** What is confirmed: another sheet or another case has another hash. */
  private static String statement(Handed order) {
    String text =
        order.caseNumber()
            + "\n"
            + order.copies().stream()
                .map(copy -> copy.copy().code() + " " + copy.sheet())
                .collect(Collectors.joining("\n"));
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
