package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.ops.health.HealthJson;
import io.hall24.kiosk.ops.health.HealthReport;
import io.hall24.kiosk.ops.health.HealthReport.ClockHealth;
import io.hall24.kiosk.ops.health.HealthReport.Versions;
import io.hall24.kiosk.ops.health.HealthReport.VisitHealth;
import io.hall24.kiosk.ops.socket.Answering;
import io.hall24.kiosk.ops.socket.TerminalSocket;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthCommandTest {
  private static final Instant START = Instant.parse("2026-11-22T01:00:00Z");
  private static final String REPORT =
      HealthJson.write(
          new HealthReport(
              "H24-TEST-0007",
              START,
              Optional.of(START),
              new Versions("0.1.0", "25"),
              List.of(),
              List.of(),
              Optional.empty(),
              new VisitHealth(0, Map.of(), Optional.empty(), Map.of()),
              Map.of(),
              Optional.empty(),
              new ClockHealth(START, false, Optional.empty(), Optional.empty()),
              List.of(),
              List.of(),
              Optional.of(0L),
              List.of("identity.infrared: no infrared source"),
              List.of("journal: torn")));

  @TempDir Path data;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int health(String... more) {
    String[] arguments = new String[3 + more.length];
    arguments[0] = "health";
    arguments[1] = "--data";
    arguments[2] = data.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return Main.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  @Test
  void whereNoTerminalRunsThereIsNoReport() {
    assertEquals(ExitCode.UNAVAILABLE.number(), health());
    assertEquals("", out.toString());
    assertTrue(err.toString().contains("no terminal runs there"), err::toString);
  }

  @Test
  void aTerminalThatDoesNotRunIsToldOfFromItsRecord() throws Exception {
    RecordedTerminal.record(data);
    assertEquals(ExitCode.NEGATIVE.number(), health());
    assertTrue(out.toString().contains("terminal-7, Hall24"), out::toString);
    assertTrue(out.toString().contains("NOT RUNNING"), out::toString);
    assertTrue(out.toString().contains("10 inTray of 10 sheets ever loaded"), out::toString);
    assertTrue(out.toString().contains("3 events, 3 unsent"), out::toString);
  }

  @Test
  void theProfileNamesItsDevicesAndWhoseReportItIs() throws Exception {
    RecordedTerminal.record(data);
    for (String id : List.of("terminal-7", "terminal-8")) {
      Path profile = SimulatedHall.shipped("demo-simulated", data);
      Files.writeString(profile, Files.readString(profile).replace("H24-DEMO-0001", id));
      int exit =
          health(
              "--json",
              "--profile",
              profile.toString(),
              "--set",
              "DATA=/nowhere",
              "--set",
              "WORLD=/nowhere",
              "--set",
              "REGISTRY_URL=http://localhost",
              "--set",
              "REGISTRY_TRUST_ANCHOR=/nowhere",
              "--set",
              "PRINTER_COMMAND=none");
      if (id.equals("terminal-7")) {
        assertEquals(ExitCode.NEGATIVE.number(), exit, err::toString);
        HealthReport report = HealthJson.read(out.toString());
        assertTrue(
            report.devices().stream()
                .anyMatch(device -> device.id().equals("printer") && !device.usable()),
            out::toString);
      } else {
        assertEquals(ExitCode.USAGE.number(), exit, out::toString);
        assertTrue(err.toString().contains("is terminal-7"), err::toString);
      }
    }
  }

  @Test
  void printsWhatTheRunningTerminalAnswers() {
    try (var _ = terminal()) {
      assertEquals(ExitCode.SUCCESS.number(), health("--json"));
      assertEquals(REPORT, out.toString().strip());
    }
  }

  @Test
  void printsTheSameForPeople() {
    try (var _ = terminal()) {
      assertEquals(ExitCode.SUCCESS.number(), health());
      assertTrue(out.toString().contains("NOT KNOWN    journal: torn"), out::toString);
    }
  }

  private TerminalSocket terminal() {
    return assertInstanceOf(
            TerminalSocket.Opening.Listening.class,
            TerminalSocket.open(data, Map.of(HealthDoors.HEALTH, Answering.always(() -> REPORT))))
        .socket();
  }
}
