package io.hall24.device.nut;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Network UPS Tools of the distribution, in directories of its own: {@code upsd}, and the driver
 * {@code dummy-ups}, whose UPS is a file.
 */
final class UpsDaemon implements AutoCloseable {
  static final String UPS = "battery";
  private static final Path DRIVER = Path.of("/lib/nut/dummy-ups");
  private static final Path DAEMON = Path.of("/lib/nut/upsd");

  private final Path directory;
  private final int port;
  private final List<Process> running = new ArrayList<>();

  private UpsDaemon(Path directory, int port) {
    this.directory = directory;
    this.port = port;
  }

  static UpsDaemon start(Path directory) throws IOException {
    if (!Files.isExecutable(DRIVER) || !Files.isExecutable(DAEMON)) {
      throw new AssertionError("no " + DRIVER + " or " + DAEMON + ": install nut-server");
    }
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var daemon = new UpsDaemon(directory, port);
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    Files.writeString(
        directory.resolve("ups.conf"),
        "["
            + UPS
            + "]\n  driver = dummy-ups\n  mode = dummy-once\n  port = battery.dev\n"
            + "  pollinterval = 1\n");
    Files.writeString(directory.resolve("upsd.conf"), "LISTEN 127.0.0.1 " + port + "\nMAXAGE 3\n");
    Files.writeString(directory.resolve("upsd.users"), "");
    daemon.say("OL", 100, 1_800);
    daemon.launchDriver();
    daemon.launchDaemon();
    return daemon;
  }

  int port() {
    return port;
  }

  /** The UPS says something else. */
  void say(String status, int charge, int runtime) throws IOException {
    Path file = directory.resolve("battery.dev");
    Path fresh = directory.resolve("battery.new");
    Files.writeString(
        fresh,
        "ups.status: %s\nbattery.charge: %d\nbattery.runtime: %d\n"
                .formatted(status, charge, runtime)
            + "ups.model: Dummy 900\nups.firmware: 7.1\n");
    Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private void launchDriver() throws IOException {
    launch(DRIVER.toString(), "-FF", "-a", UPS);
  }

  void launchDaemon() throws IOException {
    launch(DAEMON.toString(), "-FF");
  }

  /** As a user without rights: as root both want to become another user, which not all allow. */
  private void launch(String... command) throws IOException {
    List<String> unprivileged =
        new ArrayList<>(List.of("unshare", "--user", "--map-user=1000", "--map-group=1000"));
    unprivileged.addAll(List.of(command));
    var builder = new ProcessBuilder(unprivileged).redirectErrorStream(true);
    builder.environment().put("NUT_CONFPATH", directory.toString());
    builder.environment().put("NUT_STATEPATH", directory.toString());
    builder.environment().put("NUT_ALTPIDPATH", directory.toString());
    builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(directory.resolve("daemons.log").toFile()));
    running.add(builder.start());
  }

  /** Kills upsd as a crash would. */
  void killDaemon() throws InterruptedException {
    Process victim = running.removeLast();
    victim.destroyForcibly();
    victim.waitFor(5, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    running.forEach(Process::destroyForcibly);
  }
}
