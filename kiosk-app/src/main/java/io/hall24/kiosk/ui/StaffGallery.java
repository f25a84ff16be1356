package io.hall24.kiosk.ui;

import io.hall24.device.DeviceId;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.DeviceStatus;
import io.hall24.kiosk.ops.health.HealthReport;
import io.hall24.kiosk.ui.StaffState.DeviceLine;
import io.hall24.kiosk.ui.StaffState.Level;
import io.hall24.kiosk.ui.StaffState.Test;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every screen for staff, with invented content, for looking at them and for checking them. */
public final class StaffGallery {
  private static final Instant NOW = Instant.parse("2026-11-22T13:47:09Z");
  private static final StaffState.Keys KEYS = new StaffState.Keys(() -> {}, () -> {}, () -> {});
  private static final StaffState.Buttons BUTTONS =
      new StaffState.Buttons(() -> {}, () -> {}, () -> {}, () -> {});

  private StaffGallery() {}

  /** All of them by name. */
  public static Map<String, StaffState> all() {
    Map<String, StaffState> all = new LinkedHashMap<>();
    all.put("staff-number", new StaffState.Knocking(typed("10"), Optional.empty(), false, KEYS));
    all.put(
        "staff-refused",
        new StaffState.Knocking(
            typed("1014829"), Optional.of(Words.of("maintenance.refused", 3)), false, KEYS));
    all.put(
        "staff-locked-out",
        new StaffState.Knocking(
            typed(""),
            Optional.of(
                Words.of("maintenance.locked-out", StaffWords.duration(Duration.ofSeconds(245)))),
            false,
            KEYS));
    all.put("maintenance-well", well());
    all.put("maintenance-faults", faults());
    return all;
  }

  private static StaffEntry typed(String digits) {
    StaffEntry entry = new StaffEntry();
    digits.chars().forEach(digit -> entry.type((char) digit));
    return entry;
  }

  private static DeviceLine line(
      String id, DeviceState state, boolean resting, Duration since, String detail) {
    return StaffWords.device(
        new DeviceStatus(new DeviceId(id), state, detail, NOW.minus(since)), resting, NOW);
  }

  private static StaffState well() {
    Duration long_ = Duration.ofHours(31).plusMinutes(4);
    return working(
        List.of(
            line("document-reader", DeviceState.ONLINE, false, long_, "ACS ACR1252U, PACE"),
            line("network", DeviceState.ONLINE, false, Duration.ofMinutes(74), ""),
            line("output-eye", DeviceState.ONLINE, false, long_, "200 dpi"),
            line("output-presenter", DeviceState.ONLINE, false, long_, "flap closed"),
            line("plain-printer", DeviceState.ONLINE, false, Duration.ofSeconds(42), "idle, A4"),
            line("printer", DeviceState.ONLINE, false, long_, "idle, A3, A4"),
            line("camera", DeviceState.OFFLINE, true, Duration.ofMinutes(6), "at rest")),
        report(4812, 4812, 0, Optional.empty(), 41, 12),
        new Test(false, true, Level.QUIET, Words.of("maintenance.camera.none")),
        new Test(false, true, Level.GOOD, Words.of("maintenance.paper.printed", 17)));
  }

  private static StaffState faults() {
    return working(
        List.of(
            line(
                "output-presenter",
                DeviceState.HARDWARE_ERROR,
                false,
                Duration.ofMinutes(52),
                "flap motor does not move"),
            line(
                "printer",
                DeviceState.USER_ERROR,
                false,
                Duration.ofSeconds(93),
                "media-jam-error, cover-open-error"),
            line("network", DeviceState.OFFLINE, false, Duration.ofHours(5), "connect timed out"),
            line(
                "health-listener",
                DeviceState.HARDWARE_ERROR,
                false,
                Duration.ofDays(2),
                "no port"),
            line("document-reader", DeviceState.STARTING, false, Duration.ofSeconds(2), "opening"),
            line("camera", DeviceState.ONLINE, false, Duration.ofSeconds(8), "UVC 1280x720"),
            line("output-eye", DeviceState.ONLINE, false, Duration.ofHours(5), "200 dpi"),
            line(
                "plain-printer",
                DeviceState.DEVICE_BUSY,
                false,
                Duration.ofSeconds(3),
                "printing")),
        report(4812, 4790, 22, Optional.of(18_240L), 6, 0),
        new Test(
            true,
            true,
            Level.QUIET,
            Words.of("maintenance.camera.running", 30, 46, 1280, 720, 244)),
        new Test(true, false, Level.QUIET, Words.of("maintenance.paper.job", 18, "processing")));
  }

  private static StaffState working(
      List<DeviceLine> devices, HealthReport report, Test camera, Test printer) {
    return new StaffState.Working(
        "wang",
        report.terminal(),
        StaffWords.time(NOW),
        StaffWords.duration(Duration.ofSeconds(583)),
        devices,
        StaffWords.groups(report),
        camera,
        printer,
        BUTTONS);
  }

  private static HealthReport report(
      long head, long acknowledged, long unsent, Optional<Long> age, int sheetsA3, int sheetsA4) {
    boolean bad = unsent > 0;
    return new HealthReport(
        "H24-DEMO-0001",
        NOW,
        Optional.of(NOW.minus(Duration.ofHours(31))),
        new HealthReport.Versions("0.1.0", "25.0.1+8"),
        List.of(),
        List.of(
            new HealthReport.StockHealth(
                "a3", 200, Map.of("inTray", sheetsA3), true, Optional.empty()),
            new HealthReport.StockHealth(
                "a4",
                200,
                Map.of("inTray", sheetsA4),
                true,
                bad ? Optional.of("after an Unknown") : Optional.empty())),
        Optional.of(
            new HealthReport.JournalHealth(
                head, acknowledged, unsent, age, bad ? 1 : 0, false, 7_340_032)),
        new HealthReport.VisitHealth(
            188,
            Map.of("collected", 171L, "abandoned", 11L, "not-verified", 6L),
            Optional.of(new HealthReport.Times(171, 2_650, 14.2, 19.6)),
            Map.of()),
        Map.of("unknown", bad ? 1 : 0, "printed", 0),
        Optional.of(new HealthReport.Disk(212_600_000_000L, 250_000_000_000L)),
        new HealthReport.ClockHealth(
            NOW, !bad, Optional.empty(), bad ? Optional.empty() : Optional.of(0.4)),
        List.of(new HealthReport.CertificateHealth("health.p12", NOW, bad ? 12 : 214)),
        List.of(),
        Optional.of(0L),
        List.of(),
        bad ? List.of("disk: no such file system") : List.of());
  }
}
