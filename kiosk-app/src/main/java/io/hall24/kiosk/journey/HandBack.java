package io.hall24.kiosk.journey;

import io.hall24.device.Attempt;
import io.hall24.device.CodeScanner;
import io.hall24.device.DepositSlot;
import io.hall24.device.DeviceFailure;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.kiosk.gateway.OrdersAnswer.OldSheet;
import io.hall24.kiosk.journey.Moment.ShowOldSheet.Trouble;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The step of a visit in which an old licence goes into the deposit slot before the new one is
 * issued (换发). Each sheet is known by the code on it; what has fallen is in the record, and on a
 * slip for whoever gave it away, however the visit goes on.
 */
public final class HandBack {
  private static final Duration LOOK = Duration.ofSeconds(2);
  private static final Duration SENSORS = Duration.ofSeconds(2);

  private final Counter counter;

  /** What fell since the start: the registry may not have heard of it yet. */
  private final Set<OldSheet> here = ConcurrentHashMap.newKeySet();

  HandBack(Counter counter) {
    this.counter = counter;
  }

  /**
   * Where people give something back.
   *
   * @param scanner reads the code on it
   * @param slot takes it
   */
  public record Place(SupervisedDevice<CodeScanner> scanner, SupervisedDevice<DepositSlot> slot) {
    /** Whether something can be given back now. */
    boolean open() throws InterruptedException {
      return scanner.isOpen()
          && slot.call(SENSORS, DepositSlot::report)
              instanceof Attempt.Done<DepositSlot.DepositReport>(var report)
          && report.bin().takesMore();
    }

    /** Empty when the sensors do not answer. */
    private Optional<Integer> count() throws InterruptedException {
      return slot.call(SENSORS, DepositSlot::report)
              instanceof Attempt.Done<DepositSlot.DepositReport>(var report)
          ? Optional.of(report.count())
          : Optional.empty();
    }
  }

  /** Returns when all of it is handed back; ends the visit otherwise. */
  void handBack(Visit visit, Order order, List<OldSheet> awaited, Dialogue ask)
      throws InterruptedException {
    List<OldSheet> sheets = awaited.stream().filter(sheet -> !here.contains(sheet)).toList();
    if (sheets.isEmpty() && !awaited.isEmpty()) {
      return;
    }
    var window = new VisitEnd(new VisitOutcome.SurrenderFirst(order.caseNumber()));
    Optional<Place> place = counter.handBack();
    if (sheets.isEmpty() || place.isEmpty() || !place.get().open()) {
      throw window;
    }
    List<Copy> copies = sheets.stream().map(OldSheet::copy).toList();
    if (ask.ask(new Question.HandBackOld(copies)) == Question.HandBackOld.Answer.AT_WINDOW) {
      throw window;
    }
    List<Copy> given = new ArrayList<>();
    List<OldSheet> left = new ArrayList<>(sheets);
    try {
      while (!left.isEmpty()) {
        OldSheet shown = show(order, left, sheets.size(), ask);
        deposit(visit, order, shown, given, sheets.size(), ask, place.get());
        left.remove(shown);
      }
    } finally {
      if (!given.isEmpty()) {
        counter.receipts().handedBack(ask.language(), order, List.copyOf(given));
      }
    }
  }

  /** Waits for the code of one that is still to come. */
  private OldSheet show(Order order, List<OldSheet> left, int total, Dialogue ask)
      throws InterruptedException {
    var scanner = counter.handBack().orElseThrow().scanner();
    var allowance =
        new Allowance(counter.waiting().document(), counter.waiting().warning(), ask.time());
    int done = total - left.size();
    ask.show(new Moment.ShowOldSheet(done + 1, total, Optional.empty(), allowance));
    while (!allowance.remaining().over()) {
      switch (scanner.call(LOOK, CodeScanner::awaitCode)) {
        case Attempt.Done<CodeScanner.ScannedCode>(var code) -> {
          Optional<OldSheet> known =
              left.stream().filter(sheet -> sheet.code().equals(code.text())).findFirst();
          if (known.isPresent()) {
            return known.get();
          }
          ask.show(
              new Moment.ShowOldSheet(done + 1, total, Optional.of(Trouble.NOT_THIS), allowance));
        }
        case Attempt.Failed<CodeScanner.ScannedCode>(DeviceFailure.TimedOut _) -> {}
        case Attempt.Failed<CodeScanner.ScannedCode> _ -> throw stopped(order, done, false);
      }
    }
    throw stopped(order, done, false);
  }

  /** The sensors are asked however the waiting ended: something may fall while it does. */
  private void deposit(
      Visit visit,
      Order order,
      OldSheet sheet,
      List<Copy> given,
      int total,
      Dialogue ask,
      Place place)
      throws InterruptedException {
    int done = given.size();
    Optional<Integer> before = place.count();
    if (before.isEmpty()) {
      throw stopped(order, done, false);
    }
    counter.require(
        new VisitEvent.OldSheetAwaited(visit.id(), order.orderId(), sheet.copy().code()));
    try {
      await(sheet.copy(), done + 1, total, ask, place);
    } finally {
      boolean leaves = Thread.interrupted();
      Optional<Integer> after = place.count();
      if (after.filter(count -> count > before.get()).isPresent()) {
        given.add(sheet.copy());
        here.add(sheet);
        counter.require(
            new VisitEvent.OldSheetDeposited(visit.id(), order.orderId(), sheet.copy().code()));
      }
      if (leaves) {
        Thread.currentThread().interrupt();
      }
    }
    if (given.size() == done) {
      throw stopped(order, done, place.count().isEmpty());
    }
  }

  private void await(Copy copy, int number, int total, Dialogue ask, Place place)
      throws InterruptedException {
    var allowance =
        new Allowance(counter.waiting().document(), counter.waiting().warning(), ask.time());
    ask.show(new Moment.DepositOldSheet(copy, number, total, allowance));
    while (!allowance.remaining().over()) {
      var attempt = place.slot().call(allowance.left(), DepositSlot::awaitDeposit);
      if (!(attempt
          instanceof Attempt.Failed<DepositSlot.DepositReport>(DeviceFailure.TimedOut _))) {
        return;
      }
    }
  }

  private static VisitEnd stopped(Order order, int given, boolean unclear) {
    return new VisitEnd(new VisitOutcome.HandBackStopped(order.caseNumber(), given, unclear));
  }
}
