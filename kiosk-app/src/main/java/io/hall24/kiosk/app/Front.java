package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.Host;
import io.hall24.kiosk.ui.Kiosk;
import io.hall24.kiosk.ui.Maintenance;
import io.hall24.kiosk.ui.Screen;
import io.hall24.kiosk.ui.fx.KioskWindow;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What stands between a terminal and the people before it: visits one after the other, the way in
 * for staff, and the voice.
 */
final class Front implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);

  private final Kiosk kiosk;
  private final Thread people;
  private final SpokenGuidance voice;
  private final ScreenProbe probe;

  private Front(Kiosk kiosk, SpokenGuidance voice, ScreenProbe probe) {
    this.probe = probe;
    this.kiosk = kiosk;
    this.voice = voice;
    this.people = Thread.ofVirtual().name("visits").start(() -> serve(kiosk));
  }

  /**
   * Opens it.
   *
   * @param screen shows the visits, on the panel in the end
   * @param host serves
   * @param hangs is called when the screen answers no more
   */
  static Front open(
      Terminal terminal,
      Profile profile,
      KioskWindow panel,
      Screen screen,
      Host host,
      HallClock clock,
      Runnable hangs) {
    var kiosk = new Kiosk(screen, host, Hall.of(profile.terminal()), profile.visit(), clock);
    panel.connect(kiosk);
    var maintenance =
        new Maintenance(terminal.maintenance(), panel.staff(), profile.terminal().id(), clock);
    panel.onStaffGesture(() -> kiosk.between(maintenance));
    return new Front(
        kiosk,
        SpokenGuidance.of(
            terminal.devices().peripherals(),
            panel,
            profile.terminal().id(),
            DataHome.find(),
            clock),
        ScreenProbe.begin(panel::whenItsTurnComes, terminal.board(), clock, hangs));
  }

  private static void serve(Kiosk kiosk) {
    try {
      kiosk.run();
    } catch (InterruptedException closing) {
      LOG.debug("the window is closed");
    }
  }

  /** Nobody is welcomed any more; waits until whoever is there has left. */
  @Override
  public void close() {
    kiosk.stop();
    people.interrupt();
    try {
      people.join();
    } catch (InterruptedException ends) {
      Thread.currentThread().interrupt();
    }
    voice.close();
    probe.close();
  }
}
