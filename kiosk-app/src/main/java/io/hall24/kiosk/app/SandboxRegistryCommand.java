package io.hall24.kiosk.app;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.registry.SandboxCommand;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code hall24 sandbox-registry}: the stand-in for the government side, by itself. */
@Command(
    name = "sandbox-registry",
    description = {
      "Serves the registry contract with invented orders until it is ended.",
      "Prints one line of JSON, with its address and the key that signs its answers."
    },
    mixinStandardHelpOptions = true)
final class SandboxRegistryCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      required = true,
      description = "where it listens on this machine; 0 for any free port")
  private int port;

  @Option(
      names = "--database",
      paramLabel = "FILE",
      description = "kept and gone on with; without it everything is forgotten at the end")
  private Optional<Path> database = Optional.empty();

  @Option(
      names = "--national",
      description = "for terminals whose profile says crypto: national; begins with a key for SM2")
  private boolean national;

  @Option(
      names = "--faults",
      paramLabel = "LIST",
      description = "how it misbehaves, e.g. drop-after=0.1,latency=PT0.2S,seed=7")
  private String faults = "";

  @SuppressWarnings("NullAway.Init")
  SandboxRegistryCommand() {}

  @Override
  public Integer call() throws WrongInput {
    if (port < 0 || port > 65_535) {
      throw new WrongInput("--port is from 0 to 65535");
    }
    Optional<Path> fonts = Optional.of(DataHome.find().resolve("fonts"));
    var streams = spec.commandLine();
    return new SandboxCommand(HallClock.system(), streams.getOut(), streams.getErr(), fonts)
        .run(port, database, national, faults, new CountDownLatch(1));
  }
}
