package io.hall24.kiosk.demo.counterpart;

import static io.hall24.kiosk.demo.counterpart.Expect.done;
import static io.hall24.kiosk.demo.counterpart.Expect.seconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.DeviceId;
import io.hall24.device.PagePrinter;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The printer's place on the status board while its daemon comes and goes. */
@Tag("e2e")
@Timeout(90)
class SupervisedPrinterE2eTest {
  private static final HallClock CLOCK = HallClock.system();

  @TempDir Path directory;
  private final StatusBoard board = new StatusBoard(CLOCK);

  @Test
  void aKilledPrinterGoesOfflineAndComesBack() throws Exception {
    int port = VirtualPrinter.freePort();
    VirtualPrinter host = done(VirtualPrinter.start(port, directory, CLOCK, seconds(20)));
    try (var printer =
        new SupervisedDevice<PagePrinter>(host.client(CLOCK), board, CLOCK, new Random(24))) {
      done(printer.wake());
      await(printer.id(), DeviceState.ONLINE);
      host.close();
      await(printer.id(), DeviceState.OFFLINE);
      host = done(VirtualPrinter.start(port, directory, CLOCK, seconds(20)));
      await(printer.id(), DeviceState.ONLINE);
    } finally {
      host.close();
    }
  }

  private void await(DeviceId device, DeviceState state) throws InterruptedException {
    Patience patience = seconds(30);
    while (board.of(device).orElseThrow().state() != state) {
      assertTrue(
          patience.pause(Duration.ofMillis(50)), () -> "not " + state + ": " + board.of(device));
    }
    assertEquals(state, board.of(device).orElseThrow().state());
  }
}
