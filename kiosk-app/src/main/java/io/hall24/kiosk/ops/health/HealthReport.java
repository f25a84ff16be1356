package io.hall24.kiosk.ops.health;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a terminal stands. {@code health.schema.json} describes the same as a file format; words such
 * as {@code hardwareError} are those of the rooms that publish them, in lower camel case.
 *
 * @param terminal its id, known to the registry
 * @param assembledAt by the wall clock
 * @param startedAt by the wall clock; empty for a terminal that does not run
 * @param devices worst first; the line to the registry is one of them
 * @param stock one a medium; none when the journal cannot be read
 * @param journal the queue of events; empty when the journal cannot be read
 * @param visits since the start
 * @param openIssuances by state, every state named; none when the journal cannot be read
 * @param disk under the data directory; empty when it cannot be asked
 * @param certificates that this terminal shows or trusts
 * @param recovered what this start did with issuances that an earlier run had left open
 * @param faceImagesStored files that look like a chip's or a camera's picture; always to be 0,
 *     empty when that cannot be told
 * @param warnings what to beware of in the configuration, e.g. a camera without an infrared source
 * @param problems why a part of this report is missing
 */
public record HealthReport(
    String terminal,
    Instant assembledAt,
    Optional<Instant> startedAt,
    Versions versions,
    List<DeviceHealth> devices,
    List<StockHealth> stock,
    Optional<JournalHealth> journal,
    VisitHealth visits,
    Map<String, Integer> openIssuances,
    Optional<Disk> disk,
    ClockHealth clock,
    List<CertificateHealth> certificates,
    List<RecoveredIssuance> recovered,
    Optional<Long> faceImagesStored,
    List<String> warnings,
    List<String> problems) {
  public HealthReport {
    devices = List.copyOf(devices);
    stock = List.copyOf(stock);
    certificates = List.copyOf(certificates);
    recovered = List.copyOf(recovered);
    warnings = List.copyOf(warnings);
    problems = List.copyOf(problems);
  }

  /**
   * What runs.
   *
   * @param product version of Hall24
   * @param java version of the Java run time
   */
  public record Versions(String product, String java) {}

  /**
   * One device.
   *
   * @param id its name in the profile
   * @param state XFS4IoT's word
   * @param usable whether a service that needs it may be offered
   * @param since by the wall clock
   * @param detail what it says of itself, in English
   * @param advice what to do about it, by language (BCP 47)
   * @param record what its supervisor wrote down; empty for what is no device of this machine
   */
  public record DeviceHealth(
      String id,
      String state,
      boolean usable,
      Instant since,
      String detail,
      Map<String, String> advice,
      Optional<DeviceHistory> record) {}

  /**
   * What a supervisor wrote down about a device since the start.
   *
   * @param kind of device
   * @param simulated whether it only pretends
   * @param errors by kind of failure; those that never happened are left out
   * @param permanentFault whether it is lost in a way that does not heal by itself
   * @param lastSuccess wall clock time of the last answer that was not a failure
   * @param firmware that it names
   * @param consumables what runs out or fills up in it
   * @param missing what it lacks of that which its kind can have
   */
  public record DeviceHistory(
      String kind,
      boolean simulated,
      Map<String, Long> errors,
      boolean permanentFault,
      Optional<Instant> lastSuccess,
      Optional<String> firmware,
      List<ConsumableHealth> consumables,
      List<String> missing) {
    public DeviceHistory {
      consumables = List.copyOf(consumables);
      missing = List.copyOf(missing);
    }
  }

  /**
   * A supply or a bin.
   *
   * @param level XFS4IoT's word
   * @param amount percent left of a supply, items in a bin; empty when the device does not say
   * @param needsAttention whether a technician should come soon
   */
  public record ConsumableHealth(
      String name, String level, Optional<Integer> amount, boolean needsAttention) {}

  /**
   * The numbered sheets of one medium.
   *
   * @param places sheets by place, every place named
   * @param balanced whether the places add up to what was ever loaded
   * @param closed why nothing may be printed from the tray until it was counted
   */
  public record StockHealth(
      String medium,
      int loaded,
      Map<String, Integer> places,
      boolean balanced,
      Optional<String> closed) {}

  /**
   * The journal, which is the queue.
   *
   * @param head sequence of the last event
   * @param acknowledged sequence up to which the registry has signed
   * @param unsent events behind that
   * @param oldestUnsentSeconds age of the first of them, by the wall clock
   * @param rejected events that the registry does not accept
   * @param forked whether the registry has signed for another chain under this name
   * @param bytes size of the database
   */
  public record JournalHealth(
      long head,
      long acknowledged,
      long unsent,
      Optional<Long> oldestUnsentSeconds,
      long rejected,
      boolean forked,
      long bytes) {}

  /**
   * Visits since the start.
   *
   * @param ended all of them
   * @param outcomes by code
   * @param machineTime from the document's detection to the printer's acceptance, without questions
   * @param steps what the terminal itself does, by name
   */
  public record VisitHealth(
      long ended,
      Map<String, Long> outcomes,
      Optional<Times> machineTime,
      Map<String, Times> steps) {}

  /**
   * How long something took; the quantiles (nearest rank) are those of the last 512 times.
   *
   * @param count how often since the start
   * @param totalSeconds since the start
   */
  public record Times(long count, double totalSeconds, double medianSeconds, double p95Seconds) {}

  /** Space for the terminal's data, in bytes. */
  public record Disk(long freeBytes, long totalBytes) {}

  /**
   * The clocks.
   *
   * @param verified whether the registry has signed a time since the start
   * @param registryTime the verified time
   * @param wallAheadSeconds how far the wall clock is ahead of it; negative when it is behind
   */
  public record ClockHealth(
      Instant wall,
      boolean verified,
      Optional<Instant> registryTime,
      Optional<Double> wallAheadSeconds) {}

  /**
   * A certificate.
   *
   * @param daysLeft whole days; negative once it has expired
   */
  public record CertificateHealth(String name, Instant notAfter, long daysLeft) {}

  /**
   * An issuance that was open at the start.
   *
   * @param found the state in which the last run left it
   * @param now the state in which this start left it
   */
  public record RecoveredIssuance(String found, String now) {}
}
