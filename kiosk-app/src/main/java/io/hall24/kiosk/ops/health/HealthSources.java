package io.hall24.kiosk.ops.health;

import io.hall24.device.status.StatusBoard;
import io.hall24.kiosk.issuance.Recovered;
import io.hall24.kiosk.journal.VerifiedTime;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * Where a report comes from.
 *
 * @param terminal its id
 * @param board every device's state
 * @param ledgers the record: queue, issuances, stock
 * @param time the registry's
 * @param recovered by this start
 * @param visits are counted here
 * @param certificates shown or trusted
 * @param data the terminal's directory
 * @param warnings what to beware of in its configuration
 */
public record HealthSources(
    String terminal,
    HealthReport.Versions versions,
    StatusBoard board,
    Ledgers ledgers,
    VerifiedTime time,
    Supplier<List<Recovered>> recovered,
    VisitTally visits,
    List<DatedCertificate> certificates,
    Path data,
    List<String> warnings) {
  public HealthSources {
    certificates = List.copyOf(certificates);
    warnings = List.copyOf(warnings);
  }
}
