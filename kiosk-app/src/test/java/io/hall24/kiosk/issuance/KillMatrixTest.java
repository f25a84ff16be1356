package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A terminal is killed (SIGKILL) at every moment at which an issuance touches the world or its
 * record, and started again.
 */
@Tag("fault")
class KillMatrixTest {
  private static final int AT_ONCE = 2;
  @TempDir Path directory;

  /** One line of the matrix. */
  private record Row(Scenario scenario, String moment, boolean takenInTheDark) {
    @Override
    public String toString() {
      return scenario + " | " + moment + (takenInTheDark ? " | taken in the dark" : "");
    }
  }

  /** What came of it. */
  private record Verdict(Row row, String recovered, String second, List<String> complaints) {
    @Override
    public String toString() {
      return (complaints.isEmpty() ? "ok   " : "RED  ")
          + row
          + " | "
          + recovered
          + " | second attempt: "
          + second
          + (complaints.isEmpty() ? "" : " | " + complaints);
    }
  }

  @Test
  void aKillAtAnyMomentLeavesRecordsThatAgreeAndNeverTwoValidLicences() throws Exception {
    List<Row> rows = rows();
    List<Verdict> verdicts = new ArrayList<>();
    long start = HallClock.system().nanoTime();
    try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Verdict>> running = new ArrayList<>();
      for (Row row : rows) {
        Callable<Verdict> trial = () -> killed(row);
        running.add(workers.submit(trial));
      }
      for (Future<Verdict> future : running) {
        Verdict verdict = verdict(future);
        verdicts.add(verdict);
        System.out.println(verdict);
      }
    }
    long seconds = (HallClock.system().nanoTime() - start) / 1_000_000_000;
    System.out.println(rows.size() + " kills in " + seconds + " s");
    assertEquals(List.of(), verdicts.stream().filter(it -> !it.complaints().isEmpty()).toList());
    assertTrue(rows.size() >= 50, "only " + rows.size() + " moments were found");
  }

  private static Verdict verdict(Future<Verdict> future) throws InterruptedException {
    try {
      return future.get();
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    }
  }

  /** Every moment that undisturbed runs come by; a scenario adds what earlier ones do not have. */
  private List<Row> rows() throws Exception {
    List<Row> rows = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (Scenario scenario : Scenario.values()) {
      for (String moment : momentsOf(scenario)) {
        if (seen.add(moment)) {
          rows.add(new Row(scenario, moment, false));
          if (moment.startsWith("Presented: ") && !moment.contains("before presenter.present")) {
            rows.add(new Row(scenario, moment, true));
          }
        }
      }
    }
    return rows;
  }

  private Set<String> momentsOf(Scenario scenario) throws Exception {
    Path place = Files.createDirectories(directory.resolve("dry-" + scenario));
    Set<String> moments = new LinkedHashSet<>();
    var listener = new PhasedMoments(moment -> add(moments, moment));
    try (Town town = Town.found(place);
        Terminal terminal = Terminal.start(town.terminal(), scenario.collecting(), listener);
        var _ = Citizen.perhapsBefore(town.mechanics(), scenario.hasCitizen())) {
      terminal.loadStock();
      terminal.desk().recover();
      scenario.plant(town.equipped());
      listener.arm();
      terminal.desk().await(terminal.desk().begin(Town.order(), Town.ORIGINAL));
      terminal.desk().settle();
    }
    return moments;
  }

  private static void add(Set<String> moments, String moment) {
    synchronized (moments) {
      moments.add(moment);
    }
  }

  private Verdict killed(Row row) throws Exception {
    Path place = Files.createTempDirectory(directory, "row");
    try (Town town = Town.found(place)) {
      row.scenario().plant(town.equipped());
      Doom.kill(town, place, row.scenario(), row.moment());
      if (row.takenInTheDark()) {
        town.mechanics().take();
      }
      return restarted(row, town);
    }
  }

  /** Starts again, judges, lets staff do their part, issues once more, and judges again. */
  private static Verdict restarted(Row row, Town town) throws Exception {
    List<String> complaints = new ArrayList<>();
    try (Terminal terminal =
        Terminal.start(town.terminal(), Scenario.COLLECTED.collecting(), Moments.ignored())) {
      String recovered =
          terminal.desk().recover().stream()
              .map(step -> step.found() + " -> " + step.now())
              .toList()
              .toString();
      sendAndJudge(town, terminal, "after the restart", complaints);
      boolean unknown =
          terminal.desk().open().stream().anyMatch(open -> open.state() == IssuanceState.UNKNOWN);
      if (unknown && !isClosed(issue(terminal))) {
        complaints.add("the service is open although an issuance is Unknown");
      }
      new Technician(town, terminal).tidyUp();
      try (var _ = Citizen.before(town.mechanics())) {
        Outcome second = issue(terminal);
        if (!(second instanceof Outcome.Collected) && !isAlreadyIssued(second)) {
          complaints.add("the copy cannot be had any more: " + second);
        }
        sendAndJudge(town, terminal, "after the second attempt", complaints);
        int valid = town.registry().validLicences(Town.order().orderId(), Town.ORIGINAL.code());
        if (valid != 1) {
          complaints.add(valid + " valid licences in the end");
        }
        return new Verdict(row, recovered, second.getClass().getSimpleName(), complaints);
      }
    }
  }

  private static Outcome issue(Terminal terminal) throws InterruptedException {
    return terminal.desk().await(terminal.desk().begin(Town.order(), Town.ORIGINAL));
  }

  private static boolean isClosed(Outcome outcome) {
    return outcome.equals(new Outcome.Released(ReleaseReason.SERVICE_CLOSED));
  }

  private static boolean isAlreadyIssued(Outcome outcome) {
    return outcome.equals(new Outcome.Refused("ALREADY_ISSUED"));
  }

  private static void sendAndJudge(
      Town town, Terminal terminal, String when, List<String> complaints)
      throws InterruptedException, IOException {
    terminal.desk().settle();
    terminal.sendEverything();
    Judge.complaints(town, terminal).forEach(complaint -> complaints.add(when + ": " + complaint));
  }

  /** The judges themselves: a desk that does not recover is found out. */
  @Test
  void aSkippedRecoveryIsFoundOut() throws Exception {
    try (Town town = Town.found(directory)) {
      Doom.kill(town, directory, Scenario.COLLECTED, "Printing: before printer.sendDocument");
      try (Terminal terminal =
          Terminal.start(town.terminal(), Scenario.COLLECTED.collecting(), Moments.ignored())) {
        List<String> complaints = new ArrayList<>();
        sendAndJudge(town, terminal, "unrecovered", complaints);
        assertTrue(
            complaints.stream().anyMatch(it -> it.contains("PRINTING")), complaints.toString());
      }
    }
  }

  /** The judges themselves: paper that moves before the intent is written is found out. */
  @Test
  void anIntentWrittenAfterThePrintIsFoundOut() throws Exception {
    try (Town town = Town.found(directory)) {
      town.printer().plant(FolderPrinter.Fault.HASTY);
      Doom.kill(town, directory, Scenario.COLLECTED, "SheetReserved: commit of Printing");
      Scenario.repair(town);
      try (Terminal terminal =
          Terminal.start(town.terminal(), Scenario.COLLECTED.collecting(), Moments.ignored())) {
        terminal.desk().recover();
        List<String> complaints = new ArrayList<>();
        sendAndJudge(town, terminal, "hasty", complaints);
        assertTrue(
            complaints.stream().anyMatch(it -> it.contains("printed without an intent")),
            complaints.toString());
        assertTrue(
            complaints.stream().anyMatch(it -> it.contains("in the ledger and not there")),
            complaints.toString());
      }
    }
  }
}
