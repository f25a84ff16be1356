package io.hall24.device;

import io.hall24.device.time.Patience;

/** Takes what a person gives back, e.g. an old licence, into a locked bin. */
public interface DepositSlot extends Device {
  /** What the sensors see now. */
  Attempt<DepositReport> report(Patience patience);

  /**
   * Opens the shutter, waits until one item has fallen into the bin, and closes the shutter. It
   * closes as well when patience ends; a {@link DeviceFailure.AnswerLost} leaves open whether
   * something fell.
   *
   * @return the report after the deposit, its count one higher than before
   */
  Attempt<DepositReport> awaitDeposit(Patience patience);

  /**
   * What the sensors of a deposit slot see.
   *
   * @param shutterOpen a person could put something in
   * @param count items in the bin since it was emptied
   * @param bin how full it is
   */
  record DepositReport(boolean shutterOpen, int count, BinLevel bin) {}
}
