package io.hall24.kiosk.issuance;

import java.time.Duration;

/**
 * What a profile decides about issuing.
 *
 * @param evidence what Printed and Collected need
 * @param spoiledSheets how many sheets one copy may cost
 * @param binCapacity sheets that the locked bin holds
 * @param leastDisk bytes that must be free before an issuance begins
 * @param leastInk share of dark pixels, 0 to 1, below which a sheet counts as blank
 * @param times how long everything may take
 */
public record DeskRules(
    EvidencePolicy evidence,
    int spoiledSheets,
    int binCapacity,
    long leastDisk,
    double leastInk,
    Times times) {

  /** The plan's values, for a profile's evidence and times. */
  public static DeskRules of(EvidencePolicy evidence, Times times) {
    return new DeskRules(evidence, 2, 50, 64L << 20, 0.001, times);
  }

  /**
   * How long everything may take.
   *
   * @param registryCall one question to the registry
   * @param grant all questions for one grant together
   * @param deviceCall one question to a device
   * @param sendDocument giving the document to the printer
   * @param printing from the document to the end of the job
   * @param stuck how long a printer may ask for a person before its job is cancelled
   * @param cancelling until a cancelled job is seen cancelled
   * @param arrival from the end of the job to the sheet in the output
   * @param retracting how long a presenter is asked again to move a sheet into the bin
   * @param collecting how long a presented sheet waits
   * @param restart how long the devices are waited for after a start
   * @param poll between two looks at a device
   */
  public record Times(
      Duration registryCall,
      Duration grant,
      Duration deviceCall,
      Duration sendDocument,
      Duration printing,
      Duration stuck,
      Duration cancelling,
      Duration arrival,
      Duration retracting,
      Duration collecting,
      Duration restart,
      Duration poll) {

    /**
     * Times for a real printer.
     *
     * @param collecting how long a presented sheet waits
     */
    public static Times collectedWithin(Duration collecting) {
      return new Times(
          Duration.ofSeconds(8),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(90),
          Duration.ofSeconds(8),
          Duration.ofSeconds(15),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          collecting,
          Duration.ofMinutes(5),
          Duration.ofMillis(100));
    }
  }
}
