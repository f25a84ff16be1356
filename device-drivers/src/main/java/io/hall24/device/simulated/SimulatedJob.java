package io.hall24.device.simulated;

import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One job of a simulated printer. Once it has a document, the mechanics run as a child process,
 * which a thread of its own listens to.
 */
final class SimulatedJob {
  private static final String STATE = "STATE: ";
  private static final String IMPRESSIONS = "ATTR: job-impressions-completed=";

  private final int id;
  private final Medium medium;
  private final Mechanics mechanics;
  private final Path command;
  private final Set<String> printerReasons = new HashSet<>();
  private JobReport.State state = JobReport.State.PENDING_HELD;
  private OptionalInt impressions = OptionalInt.of(0);
  private boolean cancelled;

  SimulatedJob(int id, Medium medium, Mechanics mechanics, Path command) {
    this.id = id;
    this.medium = medium;
    this.mechanics = mechanics;
    this.command = command;
  }

  synchronized JobReport report() {
    boolean stopping = cancelled && !state.ended();
    return new JobReport(
        id, state, stopping ? Set.of("processing-to-stop-point") : Set.of(), impressions);
  }

  /** Reasons for the printer's state, without suffix. */
  synchronized Set<String> printerReasons() {
    return Set.copyOf(printerReasons);
  }

  synchronized void print(byte[] pdf) throws IOException {
    Files.createDirectories(mechanics.directory());
    Path document = Files.createTempFile(mechanics.directory(), "spool-", ".pdf");
    Files.write(document, pdf);
    var builder = new ProcessBuilder("sh", command.toString(), document.toString());
    builder.environment().put("HALL24_MECHANICS", mechanics.directory().toString());
    builder.environment().put("IPP_JOB_ID", Integer.toString(id));
    builder.environment().put("IPP_MEDIA", medium.keyword());
    builder.environment().put("CONTENT_TYPE", "application/pdf");
    Process started = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    state = JobReport.State.PROCESSING;
    Thread.ofPlatform().name("simulated-job-" + id).daemon().start(() -> listen(started, document));
  }

  private void listen(Process started, Path document) {
    try (var lines = started.errorReader(StandardCharsets.UTF_8)) {
      lines.lines().forEach(this::hear);
      end(started.waitFor() == 0);
      Files.deleteIfExists(document);
      Files.deleteIfExists(stopFile());
    } catch (IOException broken) {
      end(false);
    } catch (InterruptedException withdrawn) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void hear(String line) {
    if (line.startsWith(STATE + "+")) {
      printerReasons.addAll(reasons(line));
    } else if (line.startsWith(STATE + "-")) {
      printerReasons.removeAll(reasons(line));
    } else if (line.startsWith(IMPRESSIONS)) {
      impressions = OptionalInt.of(Integer.parseInt(line.substring(IMPRESSIONS.length())));
    }
  }

  private static Set<String> reasons(String line) {
    return new HashSet<>(Arrays.asList(line.substring(STATE.length() + 1).split(",", -1)));
  }

  private synchronized void end(boolean printed) {
    if (printed) {
      state = JobReport.State.COMPLETED;
    } else {
      state = cancelled ? JobReport.State.CANCELED : JobReport.State.ABORTED;
    }
  }

  synchronized void cancel() throws IOException {
    if (state == JobReport.State.PENDING_HELD) {
      state = JobReport.State.CANCELED;
    } else if (!state.ended()) {
      cancelled = true;
      Files.writeString(stopFile(), "");
    }
  }

  private Path stopFile() {
    return mechanics.directory().resolve("stop-" + id);
  }
}
