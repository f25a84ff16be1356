package io.hall24.device.ipp;

import com.hp.jipp.encoding.Attribute;
import com.hp.jipp.encoding.AttributeType;
import com.hp.jipp.encoding.DelimiterTag;
import com.hp.jipp.encoding.IppPacket;
import com.hp.jipp.encoding.KeywordType;
import com.hp.jipp.encoding.Tag;
import com.hp.jipp.encoding.TextType;
import com.hp.jipp.model.Types;
import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import io.hall24.device.PrinterReport;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes what the terminal wants to know out of answers; empty where a printer left it out. */
final class IppReadings {
  private static final String NONE = "none";

  private IppReadings() {}

  static Optional<Integer> jobId(IppPacket answer) {
    return value(answer, Tag.jobAttributes, Types.jobId).filter(id -> id > 0);
  }

  static Optional<JobReport> job(int jobId, IppPacket answer) {
    return value(answer, Tag.jobAttributes, Types.jobState)
        .flatMap(state -> jobState(state.getCode()))
        .map(state ->
            new JobReport(
                jobId,
                state,
                reasons(answer, Tag.jobAttributes, Types.jobStateReasons),
                impressions(answer)));
  }

  static Optional<PrinterReport> printer(IppPacket answer) {
    return value(answer, Tag.printerAttributes, Types.printerState)
        .flatMap(state -> printerState(state.getCode()))
        .map(state ->
            new PrinterReport(
                state,
                reasons(answer, Tag.printerAttributes, Types.printerStateReasons),
                ready(answer),
                value(answer, Tag.printerAttributes, Types.printerIsAcceptingJobs).orElse(false)));
  }

  /** Make, model and firmware as far as the printer tells. */
  static String model(IppPacket answer) {
    String model =
        text(answer, Tag.printerAttributes, Types.printerMakeAndModel).orElse("unnamed model");
    var firmware = answer.getStrings(Tag.printerAttributes, Types.printerFirmwareStringVersion);
    return firmware.isEmpty() ? model : model + ", firmware " + String.join(" ", firmware);
  }

  /** What the printer says of its answer in words. */
  static Optional<String> statusMessage(IppPacket answer) {
    return text(answer, Tag.operationAttributes, Types.statusMessage);
  }

  /** Whether the printer says that it did not take an attribute as given. */
  static boolean ignored(IppPacket answer, String attribute) {
    return Optional.ofNullable(answer.get(Tag.unsupportedAttributes)).stream()
        .anyMatch(group -> group.stream().anyMatch(each -> each.getName().equals(attribute)));
  }

  private static <T> Optional<T> value(
      IppPacket answer, DelimiterTag group, AttributeType<T> type) {
    return attribute(answer, group, type).flatMap(values -> values.stream().findFirst());
  }

  private static Optional<String> text(IppPacket answer, DelimiterTag group, TextType type) {
    return attribute(answer, group, type).flatMap(values -> values.strings().stream().findFirst());
  }

  private static <T> Optional<Attribute<T>> attribute(
      IppPacket answer, DelimiterTag group, AttributeType<T> type) {
    return Optional.ofNullable(answer.get(group)).map(attributes -> attributes.get(type));
  }

  private static Set<String> reasons(IppPacket answer, DelimiterTag group, KeywordType.Set type) {
    return answer.getStrings(group, type).stream()
        .filter(reason -> !reason.equals(NONE))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Medium> ready(IppPacket answer) {
    return answer.getStrings(Tag.printerAttributes, Types.mediaReady).stream()
        .flatMap(keyword -> Medium.ofKeyword(keyword).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static OptionalInt impressions(IppPacket answer) {
    return value(answer, Tag.jobAttributes, Types.jobImpressionsCompleted)
        .map(OptionalInt::of)
        .orElse(OptionalInt.empty());
  }

  private static Optional<JobReport.State> jobState(int code) {
    return Optional.ofNullable(
        switch (code) {
          case 3 -> JobReport.State.PENDING;
          case 4 -> JobReport.State.PENDING_HELD;
          case 5 -> JobReport.State.PROCESSING;
          case 6 -> JobReport.State.PROCESSING_STOPPED;
          case 7 -> JobReport.State.CANCELED;
          case 8 -> JobReport.State.ABORTED;
          case 9 -> JobReport.State.COMPLETED;
          default -> null;
        });
  }

  private static Optional<PrinterReport.State> printerState(int code) {
    return Optional.ofNullable(
        switch (code) {
          case 3 -> PrinterReport.State.IDLE;
          case 4 -> PrinterReport.State.PROCESSING;
          case 5 -> PrinterReport.State.STOPPED;
          default -> null;
        });
  }
}
