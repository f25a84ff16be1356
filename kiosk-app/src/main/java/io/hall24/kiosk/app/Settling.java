package io.hall24.kiosk.app;

import io.hall24.device.status.DeviceStatus;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.Chore;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.gateway.NetworkState;
import io.hall24.kiosk.issuance.IssuanceState;
import io.hall24.kiosk.issuance.Obstacle;
import io.hall24.kiosk.issuance.PrintingDesk;
import io.hall24.kiosk.journal.Journal;
import java.time.Duration;

/**
 * Settles what has ended as soon as the registry can sign for it, and opens the desk again when a
 * record that could not be written can be. Looks now and then; asks only when something waits and
 * the registry answers, because the desk does it on the thread that also prints.
 */
final class Settling {
  private static final Duration EVERY = Duration.ofSeconds(10);

  private final PrintingDesk desk;
  private final Journal journal;
  private final StatusBoard board;
  private final HallClock clock;

  private Settling(PrintingDesk desk, Journal journal, StatusBoard board, HallClock clock) {
    this.desk = desk;
    this.journal = journal;
    this.board = board;
    this.clock = clock;
  }

  static Chore start(PrintingDesk desk, Journal journal, StatusBoard board, HallClock clock) {
    return Chore.start("settling", new Settling(desk, journal, board, clock)::run);
  }

  private void run() throws InterruptedException {
    while (true) {
      clock.sleep(EVERY);
      if (recordHadFailed() && journal.isWritable()) {
        desk.recover();
      }
      if (registryAnswers() && somethingEnded()) {
        desk.settle();
      }
    }
  }

  private boolean recordHadFailed() {
    return desk.recordFault().filter(Obstacle.RecordFailed.class::isInstance).isPresent();
  }

  private boolean registryAnswers() {
    return board.of(NetworkState.ID).map(DeviceStatus::state).filter(s -> s.usable()).isPresent();
  }

  private boolean somethingEnded() {
    return desk.open().stream().map(open -> open.state()).anyMatch(IssuanceState::ended);
  }
}
