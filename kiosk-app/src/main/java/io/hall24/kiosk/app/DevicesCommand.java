package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.DeviceStatus;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.ops.DeviceAdvice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hall24 devices}: every configured device, its state and what to do about it. */
@Command(
    name = "devices",
    description = {
      "Opens every device of a profile and tells its state and what to do about it.",
      "It opens the devices itself, the camera too: end the terminal first, and give its --data."
    },
    mixinStandardHelpOptions = true)
final class DevicesCommand implements Callable<Integer> {
  @Option(names = "--profile", paramLabel = "FILE", required = true, description = "the terminal's")
  private Path profile = Path.of("");

  @Mixin private final ProfileVariables variables = new ProfileVariables();

  @Option(names = "--watch", description = "goes on and tells every change until it is ended")
  private boolean watch;

  @Mixin private final IdleTerminal idle = new IdleTerminal();

  @Mixin private final Facts facts = new Facts();

  DevicesCommand() {}

  @Override
  public Integer call() throws WrongInput, CannotOpen, IOException, InterruptedException {
    HallClock clock = HallClock.system();
    StatusBoard board = new StatusBoard(clock);
    try (var _ = idle.hold();
        Devices devices = Devices.of(variables.load(profile), Drivers.installed(), board, clock)) {
      for (SupervisedDevice<?> device : devices.all()) {
        var _ = device.wake();
      }
      Set<String> pretending =
          devices.all().stream()
              .filter(SupervisedDevice::simulated)
              .map(device -> device.id().name())
              .collect(Collectors.toSet());
      List<DeviceStatus> statuses = board.worstFirst();
      if (watch) {
        watch(board, pretending);
      } else {
        statuses.forEach(status -> tell(status, pretending));
      }
      boolean allUsable = statuses.stream().allMatch(status -> status.state().usable());
      return (allUsable ? ExitCode.SUCCESS : ExitCode.UNAVAILABLE).number();
    }
  }

  private void watch(StatusBoard board, Set<String> pretending) throws InterruptedException {
    try (var _ = board.onChange(status -> tell(status, pretending))) {
      board.worstFirst().forEach(status -> tell(status, pretending));
      new CountDownLatch(1).await();
    }
  }

  private void tell(DeviceStatus status, Set<String> pretending) {
    boolean simulated = pretending.contains(status.device().name());
    facts.tell(text(status, simulated), json(status, simulated));
  }

  private static String text(DeviceStatus status, boolean simulated) {
    return "%-16s %-14s %s%s -- %s%s"
        .formatted(
            status.device().name(),
            word(status.state()),
            simulated ? "(simulated) " : "",
            status.detail(),
            DeviceAdvice.in(Locale.ENGLISH, status),
            status.record().map(DeviceFacts::text).orElse(""));
  }

  private static ObjectNode json(DeviceStatus status, boolean simulated) {
    ObjectNode told =
        Facts.object()
            .put("device", status.device().name())
            .put("state", word(status.state()))
            .put("simulated", simulated)
            .put("detail", status.detail())
            .put("since", status.since().toString())
            .put("advice", DeviceAdvice.in(Locale.ENGLISH, status));
    status.record().ifPresent(record -> DeviceFacts.add(record, told));
    return told;
  }

  private static String word(DeviceState state) {
    return DeviceFacts.word(state);
  }
}
