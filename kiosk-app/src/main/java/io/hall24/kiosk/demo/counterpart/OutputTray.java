package io.hall24.kiosk.demo.counterpart;

import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The output of a virtual printer as a scripted person uses it.
 *
 * @param mechanics of the printer
 */
public record OutputTray(Mechanics mechanics) {
  private static final Duration GLANCE = Duration.ofMillis(20);

  /**
   * Waits until the flap is open and takes what lies behind it.
   *
   * @return the directory of the topmost sheet ({@code sheet.pdf}, {@code sheet.pgm}, {@code
   *     received.pdf}, {@code sheet-number}), now in the person's hand; empty when nothing was
   *     offered in time
   */
  public Optional<Path> takeSheet(Patience patience) throws IOException, InterruptedException {
    List<Path> taken = mechanics.take();
    while (taken.isEmpty() && patience.pause(GLANCE)) {
      taken = mechanics.take();
    }
    return taken.stream().findFirst();
  }
}
