package io.hall24.device.escpos;

import io.hall24.device.Attempt;
import io.hall24.device.Capabilities;
import io.hall24.device.Consumable;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Feature;
import io.hall24.device.ReceiptPrinter;
import io.hall24.device.Slip;
import io.hall24.device.SupplyLevel;
import io.hall24.device.escpos.EscPosConversation.Reply;
import io.hall24.device.serial.ByteLine;
import io.hall24.device.serial.LineLostException;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A receipt printer that speaks ESC/POS. */
final class EscPosPrinter implements ReceiptPrinter {
  private static final int FIRMWARE = 65;
  private static final int MODEL = 67;
  private static final Duration AFTERWARDS = Duration.ofMillis(400);
  private static final Duration REOPENING = Duration.ofMillis(700);
  private static final DeviceFailure CLOSED = new DeviceFailure.Offline("not open");

  private final DeviceId id;
  private final Setup setup;
  private final HallClock clock;
  private Optional<Opened> opened = Optional.empty();
  private Optional<LetterPress> press = Optional.empty();
  private Optional<String> firmware = Optional.empty();
  private SupplyLevel paper = SupplyLevel.UNKNOWN;

  /** Whether the printer may hold a part of a slip, which would swallow the next commands. */
  private boolean interrupted;

  /**
   * What a printer is and where it hangs.
   *
   * @param connection opens the line to it
   * @param where it hangs, for messages
   * @param roll what it can print
   * @param fonts directory of the fonts that draw what its own letters lack
   * @param nearEnd whether it has a sensor for the last metres of the roll
   */
  record Setup(
      Connection connection, String where, SlipEncoder.Paper roll, Path fonts, boolean nearEnd) {}

  /** Opens a line to a printer. */
  interface Connection {
    Attempt<? extends ByteLine> open(Patience patience);
  }

  private record Opened(EscPosConversation printer, String name) {}

  EscPosPrinter(DeviceId id, Setup setup, HallClock clock) {
    this.id = id;
    this.setup = setup;
    this.clock = clock;
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.RECEIPT_PRINTER;
  }

  @Override
  public Capabilities capabilities() {
    Set<Feature> present = EnumSet.noneOf(Feature.class);
    if (setup.roll().cutter()) {
      present.add(Feature.CUTTER);
    }
    if (setup.nearEnd()) {
      present.add(Feature.PAPER_NEAR_END);
    }
    return Capabilities.with(DeviceKind.RECEIPT_PRINTER, present);
  }

  @Override
  public Optional<String> firmware() {
    return firmware;
  }

  @Override
  public List<Consumable> consumables() {
    return List.of(new Consumable.Supply("paper", paper, OptionalInt.empty()));
  }

  @Override
  public Attempt<String> open(Patience patience) {
    if (opened.isPresent()) {
      return Attempt.done(opened.get().name());
    }
    if (!LetterPress.anyFontIn(setup.fonts())) {
      return Attempt.failed(new DeviceFailure.NoDevice("no font in " + setup.fonts()));
    }
    return switch (setup.connection().open(patience)) {
      case Attempt.Done<? extends ByteLine>(var line) ->
          introduce(new EscPosConversation(line, clock), patience);
      case Attempt.Failed<? extends ByteLine>(var failure) -> Attempt.failed(failure);
    };
  }

  private Attempt<String> introduce(EscPosConversation printer, Patience patience) {
    try {
      if (interrupted) {
        printer.clear(patience);
      }
      if (status(printer, patience) instanceof Attempt.Failed<EscPosStatus>(var failure)) {
        printer.close();
        return Attempt.failed(failure);
      }
      interrupted = false;
      firmware = printer.name(FIRMWARE, patience).or(() -> firmware);
      String name =
          printer.name(MODEL, patience).orElse("ESC/POS printer") + " at " + setup.where();
      opened = Optional.of(new Opened(printer, name));
      return Attempt.done(name);
    } catch (LineLostException lost) {
      printer.close();
      return Attempt.failed(new DeviceFailure.Offline(String.valueOf(lost.getMessage())));
    }
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    if (opened.isEmpty()) {
      return Attempt.failed(CLOSED);
    }
    Opened now = opened.get();
    return switch (status(now.printer(), patience)) {
      case Attempt.Done<EscPosStatus>(var status) ->
          status
              .failure()
              .<Attempt<String>>map(Attempt::failed)
              .orElseGet(() -> Attempt.done(now.name()));
      case Attempt.Failed<EscPosStatus>(var failure) -> Attempt.failed(failure);
    };
  }

  @Override
  public Attempt<RollReport> report(Patience patience) {
    return opened.isEmpty()
        ? Attempt.failed(CLOSED)
        : status(opened.get().printer(), patience).map(EscPosStatus::report);
  }

  @Override
  public Attempt<RollReport> print(Slip slip, Patience patience) {
    if (opened.isEmpty()) {
      return Attempt.failed(CLOSED);
    }
    Opened now = opened.get();
    return switch (status(now.printer(), patience)) {
      case Attempt.Failed<EscPosStatus>(var failure) -> Attempt.failed(failure);
      case Attempt.Done<EscPosStatus>(var status) ->
          status
              .failure()
              .<Attempt<RollReport>>map(Attempt::failed)
              .orElseGet(() -> printReady(slip, now, patience));
    };
  }

  /** The fonts are read when the first slip needs them, not at the start of the terminal. */
  private Attempt<RollReport> printReady(Slip slip, Opened now, Patience patience) {
    try {
      LetterPress letters = press.isPresent() ? press.get() : LetterPress.of(setup.fonts());
      press = Optional.of(letters);
      return send(new SlipEncoder(setup.roll(), letters).encode(slip), now.printer(), patience);
    } catch (IOException unreadable) {
      return Attempt.failed(new DeviceFailure.NoDevice("fonts: " + unreadable));
    }
  }

  private Attempt<RollReport> send(byte[] commands, EscPosConversation printer, Patience patience) {
    if (patience.isOver()) {
      return Attempt.failed(DeviceFailure.givenUp(patience, "nothing was sent"));
    }
    try {
      printer.send(commands, patience);
      if (!printer.workedOff(patience)) {
        return Attempt.failed(new DeviceFailure.AnswerLost(whyNot(printer)));
      }
    } catch (LineLostException lost) {
      close();
      interrupted = true;
      if (patience.isOver()) {
        // Only closing the line gets out of a slip that is given up in the middle of its sending.
        var _ = open(Patience.of(REOPENING, clock));
      }
      return Attempt.failed(new DeviceFailure.AnswerLost(String.valueOf(lost.getMessage())));
    }
    return switch (status(printer, Patience.of(AFTERWARDS, clock))) {
      case Attempt.Done<EscPosStatus>(var status) -> Attempt.done(status.report());
      case Attempt.Failed<EscPosStatus>(var failure) ->
          Attempt.failed(new DeviceFailure.AnswerLost(failure.detail()));
    };
  }

  /** A slip that has not come to its end: the printer may know why. */
  private String whyNot(EscPosConversation printer) {
    return switch (status(printer, Patience.of(AFTERWARDS, clock))) {
      case Attempt.Done<EscPosStatus>(var status) ->
          status.failure().map(DeviceFailure::detail).orElse("not printed to its end in time");
      case Attempt.Failed<EscPosStatus>(var failure) -> failure.detail();
    };
  }

  private Attempt<EscPosStatus> status(EscPosConversation printer, Patience patience) {
    if (patience.isOver()) {
      return Attempt.failed(DeviceFailure.givenUp(patience, "not asked"));
    }
    try {
      return switch (printer.status(patience)) {
        case Reply.Told<EscPosStatus>(var status) -> {
          paper = status.paper();
          yield Attempt.done(status);
        }
        case Reply.Silent<EscPosStatus>(var detail) ->
            Attempt.failed(
                patience.isCancelled()
                    ? new DeviceFailure.Cancelled(detail)
                    : new DeviceFailure.Offline("printer at " + setup.where() + ": " + detail));
      };
    } catch (LineLostException lost) {
      return Attempt.failed(new DeviceFailure.Offline(String.valueOf(lost.getMessage())));
    }
  }

  @Override
  public void close() {
    opened.ifPresent(now -> now.printer().close());
    opened = Optional.empty();
    paper = SupplyLevel.UNKNOWN;
  }
}
