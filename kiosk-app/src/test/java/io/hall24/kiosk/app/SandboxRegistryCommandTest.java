package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SandboxRegistryCommandTest {
  @TempDir Path folder;

  @Test
  void servesWhereItSaysUntilItIsEnded() throws Exception {
    AtomicInteger exit = new AtomicInteger(-1);
    String database = folder.resolve("registry.db").toString();
    try (PipedReader pipe = new PipedReader(65_536);
        PrintWriter out = new PrintWriter(new PipedWriter(pipe), true);
        BufferedReader lines = new BufferedReader(pipe)) {
      Thread command =
          Thread.ofPlatform()
              .start(() ->
                  exit.set(
                      Main.commandLine()
                          .setOut(out)
                          .execute("sandbox-registry", "--port", "0", "--database", database)));
      JsonNode facts = new ObjectMapper().readTree(lines.readLine());
      assertEquals("EC", facts.get("trustAnchor").get("kty").asText());
      assertTrue(answers(facts.get("url").asText()));
      command.interrupt();
      command.join();
    }
    assertEquals(ExitCode.SUCCESS.number(), exit.get());
  }

  private static boolean answers(String url) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(url + "/no/such/place")).build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() >= 400 && answer.statusCode() < 500;
    }
  }

  @Test
  void wrongPortsAndFaultsAreWrongUsageAndATakenPortUnavailable() throws Exception {
    assertTrue(CommandRun.of("sandbox-registry").ended(ExitCode.USAGE));
    assertTrue(CommandRun.of("sandbox-registry", "--port", "99999").ended(ExitCode.USAGE));
    CommandRun faults = CommandRun.of("sandbox-registry", "--port", "0", "--faults", "rain=1");
    assertTrue(faults.ended(ExitCode.USAGE) && faults.err().contains("drop-after"), faults.err());
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      assertTrue(
          CommandRun.of("sandbox-registry", "--port", taken.getLocalPort())
              .ended(ExitCode.UNAVAILABLE));
    }
  }
}
