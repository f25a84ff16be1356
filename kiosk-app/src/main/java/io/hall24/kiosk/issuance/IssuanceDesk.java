package io.hall24.kiosk.issuance;

import io.hall24.device.status.Subscription;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import java.util.List;
import java.util.function.Consumer;

/**
 * Issues licences. An issuance belongs to the desk from {@link #begin} on: it outlives the visit
 * that asked for it. Safe for use by several threads; issuances run one after the other.
 */
public interface IssuanceDesk {
  /**
   * Takes on one copy of an order; the intent is in the journal when this returns. If it could not
   * be recorded, {@link #await} answers {@link Outcome.Halted} at once.
   */
  Ticket begin(Order order, Copy copy);

  /**
   * Waits for the end.
   *
   * @throws InterruptedException when the waiting thread is interrupted; the issuance goes on
   * @throws IllegalArgumentException for a ticket that this desk did not give since its start
   */
  Outcome await(Ticket ticket) throws InterruptedException;

  /**
   * Asks to give it up. From Printing on it has no effect; {@link #await} tells what came of it.
   */
  void requestRelease(Ticket ticket);

  /**
   * What would keep the pending copies of an order from being issued now, all of them: sheets, room
   * in the bin, devices, and whether each goes onto its form. The registry is not asked.
   */
  List<Obstacle> obstacles(Order order) throws InterruptedException;

  /** What would keep this copy from being issued now; empty when it can be tried. */
  List<Obstacle> obstacles(Copy copy) throws InterruptedException;

  /**
   * Registers a listener, which is called on the desk's thread and must return at once; close to
   * unregister.
   */
  Subscription onProgress(Consumer<Progress> listener);
}
