package io.hall24.kiosk.issuance;

/** What keeps the terminal from issuing licences. */
public sealed interface Obstacle {
  /** An issuance whose sheet nobody can account for from here. */
  record OpenUnknown(String issuanceId) implements Obstacle {}

  /** A tray has to be counted by two persons first. */
  record TrayClosed(io.hall24.device.Medium medium, String reason) implements Obstacle {}

  /** Fewer sheets of a medium are left than it takes. */
  record NoStock(io.hall24.device.Medium medium) implements Obstacle {}

  /** The next sheets bear the seal of another authority than the licence. */
  record WrongSeal(io.hall24.device.Medium medium, String sealOf) implements Obstacle {}

  /**
   * What would be printed does not go onto the form.
   *
   * @param detail for technicians; nothing personal
   */
  record DoesNotFit(io.hall24.kiosk.licence.Copy copy, String detail) implements Obstacle {}

  /**
   * A device is not ready.
   *
   * @param device its id
   * @param detail for technicians
   */
  record DeviceNotReady(String device, String detail) implements Obstacle {}

  /** The disk has less than this many bytes left. */
  record DiskFull(long usableBytes) implements Obstacle {}

  /** The terminal runs on its battery, and that is low. */
  record PowerLow(String detail) implements Obstacle {}

  /** The housing is open, or somebody tampered with it. */
  record HousingOpen(String detail) implements Obstacle {}

  /** The registry knows another history of this journal. */
  record JournalForked(String detail) implements Obstacle {}

  /** The record can no longer be written. */
  record RecordFailed(String detail) implements Obstacle {}

  /** The record is not what was written. */
  record RecordDamaged(String detail) implements Obstacle {}

  /**
   * The records of a closed day differ, and nobody has explained it by the next morning.
   *
   * @param detail day, kind and subject of the difference
   */
  record Unexplained(String detail) implements Obstacle {}

  /** The open issuances have not been brought on since the start. */
  record NotRecovered() implements Obstacle {}
}
