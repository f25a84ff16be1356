package io.hall24.kiosk.ui;

import io.hall24.device.JobReport;
import io.hall24.kiosk.ops.PlainPrint;
import io.hall24.kiosk.ops.maintenance.CameraTest;
import io.hall24.kiosk.ops.maintenance.MaintenanceRoom;
import io.hall24.kiosk.ops.maintenance.PrinterTest;
import io.hall24.kiosk.ui.StaffState.Level;
import io.hall24.kiosk.ui.StaffState.Test;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/** The tests of devices that a technician begins and ends, each on a thread of its own. */
final class StaffTests {
  private static final Duration LONGEST_LOOK = Duration.ofSeconds(60);
  private final MaintenanceRoom.Visit visit;
  private final StaffScreen screen;
  private final AtomicReference<Test> camera =
      new AtomicReference<>(ended(Level.QUIET, Words.of("maintenance.camera.none")));
  private final AtomicReference<Test> printer =
      new AtomicReference<>(ended(Level.QUIET, Words.of("maintenance.paper.none")));
  private Optional<Thread> looking = Optional.empty();
  private Optional<Thread> printing = Optional.empty();

  StaffTests(MaintenanceRoom.Visit visit, StaffScreen screen) {
    this.visit = visit;
    this.screen = screen;
  }

  private static Test ended(Level level, Words remark) {
    return new Test(false, true, level, remark);
  }

  private static Test running(boolean canEnd, Words remark) {
    return new Test(true, canEnd, Level.QUIET, remark);
  }

  Test camera() {
    return camera.get();
  }

  Test printer() {
    return printer.get();
  }

  /** Begins to look through the camera, or ends it. */
  void cameraTouched() {
    if (looking.filter(Thread::isAlive).isPresent()) {
      looking.get().interrupt();
    } else if (visit.licenceUnderWay()) {
      camera.set(ended(Level.ATTENTION, Words.of("maintenance.licence-under-way")));
    } else {
      camera.set(running(true, Words.of("maintenance.camera.waking")));
      looking = Optional.of(Thread.ofVirtual().name("camera-test").start(this::look));
    }
  }

  private void look() {
    finish(
        camera,
        () -> {
          CameraTest.Outcome outcome =
              visit
                  .camera()
                  .run(
                      LONGEST_LOOK,
                      screen::preview,
                      reading -> camera.set(running(true, words("running", reading))));
          screen.endPreview();
          visit.note(outcome);
          return switch (outcome) {
            case CameraTest.Outcome.Seen(var reading) -> ended(Level.GOOD, words("seen", reading));
            case CameraTest.Outcome.Blind(_, var detail) ->
                ended(Level.BAD, Words.of("maintenance.camera.blind", detail));
          };
        });
  }

  private static Words words(String key, CameraTest.Reading reading) {
    return Words.of(
        "maintenance.camera." + key,
        String.format(Locale.ROOT, "%.0f", reading.perSecond()),
        reading.brightness(),
        reading.width(),
        reading.height(),
        reading.pictures());
  }

  /** Begins to print a test page. */
  void printerTouched() {
    if (printing.filter(Thread::isAlive).isPresent()) {
      return;
    }
    if (visit.licenceUnderWay()) {
      printer.set(ended(Level.ATTENTION, Words.of("maintenance.licence-under-way")));
    } else {
      printer.set(running(false, Words.of("maintenance.paper.drawing")));
      printing = Optional.of(Thread.ofVirtual().name("printer-test").start(this::print));
    }
  }

  private void print() {
    finish(
        printer,
        () -> {
          PrinterTest.Outcome outcome =
              visit.printer().run(job -> printer.set(running(false, job(job))));
          visit.note(outcome);
          return result(outcome);
        });
  }

  private static Words job(JobReport job) {
    return Words.of("maintenance.paper.job", job.jobId(), word(job));
  }

  private static String word(JobReport job) {
    return job.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Test result(PrinterTest.Outcome outcome) {
    return switch (outcome) {
      case PrinterTest.Outcome.NoPlainPrinter _ ->
          ended(Level.ATTENTION, Words.of("maintenance.paper.no-printer"));
      case PrinterTest.Outcome.HoldsStock _ ->
          ended(Level.ATTENTION, Words.of("maintenance.paper.holds-stock"));
      case PrinterTest.Outcome.NoPage(var detail) ->
          ended(Level.BAD, Words.of("maintenance.paper.no-page", detail));
      case PrinterTest.Outcome.Followed(var job) -> result(job);
    };
  }

  private static Test result(PlainPrint.Outcome outcome) {
    return switch (outcome) {
      case PlainPrint.Outcome.Printed(var job) ->
          ended(Level.GOOD, Words.of("maintenance.paper.printed", job.jobId()));
      case PlainPrint.Outcome.NotPrinted(var job) ->
          ended(
              Level.BAD,
              Words.of(
                  "maintenance.paper.not-printed",
                  job.jobId(),
                  word(job),
                  String.join(", ", job.reasons().stream().sorted().toList())));
      case PlainPrint.Outcome.HoldsStock _ ->
          ended(Level.ATTENTION, Words.of("maintenance.paper.holds-stock"));
      case PlainPrint.Outcome.Unprintable(var reason) ->
          ended(Level.BAD, Words.of("maintenance.paper.no-page", reason));
      case PlainPrint.Outcome.PrinterFailed(var failure) ->
          ended(Level.BAD, Words.of("maintenance.paper.failed", failure.detail()));
      case PlainPrint.Outcome.Unknown(var jobId, var failure) ->
          ended(Level.BAD, Words.of("maintenance.paper.unknown", jobId, failure.detail()));
    };
  }

  private interface Running {
    Test toTheEnd() throws InterruptedException;
  }

  private static void finish(AtomicReference<Test> test, Running running) {
    try {
      test.set(running.toTheEnd());
    } catch (InterruptedException leaves) {
      Thread.currentThread().interrupt();
      test.set(ended(Level.QUIET, Words.of("maintenance.broken-off")));
    } catch (RuntimeException broken) {
      test.set(ended(Level.BAD, Words.verbatim(broken.toString())));
    }
  }

  /** Ends what runs; the camera is at rest when this returns. */
  void end() {
    looking.ifPresent(Thread::interrupt);
    printing.ifPresent(Thread::interrupt);
    boolean interrupted = Thread.interrupted();
    for (Thread test : Stream.of(looking, printing).flatMap(Optional::stream).toList()) {
      interrupted |= !awaited(test);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean awaited(Thread test) {
    try {
      test.join();
      return true;
    } catch (InterruptedException again) {
      return false;
    }
  }
}
