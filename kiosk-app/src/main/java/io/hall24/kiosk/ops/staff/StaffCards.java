package io.hall24.kiosk.ops.staff;

import io.hall24.device.Attempt;
import io.hall24.device.StaffCardReader;
import io.hall24.device.StaffCardReader.StaffCard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks the staff card that lies on the terminal's reader.
 *
 * @param reader where it lies
 * @param suite makes challenges
 */
public record StaffCards(SupervisedDevice<StaffCardReader> reader, CryptoSuite suite) {
  private static final int CHALLENGE = 32;
  private static final Duration LAYING = Duration.ofSeconds(5);
  private static final Duration ANSWERING = Duration.ofSeconds(3);

  /** What it answers to a fresh challenge; empty when no card of staff lies there in time. */
  public Optional<CardProof> proof() {
    Bytes challenge = suite.random(CHALLENGE);
    try {
      if (reader.call(LAYING, (card, patience) -> card.awaitCard(patience))
          instanceof Attempt.Failed<StaffCard>) {
        return Optional.empty();
      }
      return reader.call(ANSWERING, (card, patience) -> card.answer(challenge.toArray(), patience))
              instanceof Attempt.Done<byte[]>(var answer)
          ? Optional.of(new CardProof(challenge, Bytes.of(answer)))
          : Optional.empty();
    } catch (InterruptedException withdrawn) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
