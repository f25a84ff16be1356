package io.hall24.kiosk.app;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.Keypad;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.ui.KeyedPanel;
import io.hall24.kiosk.ui.voice.DeviceSpeaker;
import io.hall24.kiosk.ui.voice.EspeakNg;
import io.hall24.kiosk.ui.voice.Recordings;
import io.hall24.kiosk.ui.voice.Synthesis;
import io.hall24.kiosk.ui.voice.VoiceGuide;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys of a terminal for people who do not see its screen, and the voice that they wake where
 * the terminal has something to speak with.
 */
final class SpokenGuidance implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SpokenGuidance.class);
  private static final Duration LISTEN = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofMillis(500);
  private static final String RECORDINGS = "prompts";

  private final KeyedPanel panel;
  private final Optional<VoiceGuide> guide;
  private final HallClock clock;
  private final Optional<Thread> keys;

  private SpokenGuidance(
      KeyedPanel panel,
      Optional<VoiceGuide> guide,
      Optional<SupervisedDevice<Keypad>> keypad,
      HallClock clock) {
    this.panel = panel;
    this.guide = guide;
    this.clock = clock;
    this.keys = keypad.map(device -> Thread.ofVirtual().name("keypad").start(() -> listen(device)));
  }

  /**
   * Begins.
   *
   * @param terminal its number
   * @param data has recordings under {@code prompts/}, if anybody made some
   */
  static SpokenGuidance of(
      Peripherals devices, KeyedPanel panel, String terminal, Path data, HallClock clock) {
    return new SpokenGuidance(
        panel,
        devices
            .audio()
            .map(audio ->
                VoiceGuide.start(
                    panel,
                    new Recordings(data.resolve(RECORDINGS), synthesis()),
                    new DeviceSpeaker(audio),
                    terminal,
                    clock)),
        devices.keypad(),
        clock);
  }

  private static Synthesis synthesis() {
    return ServiceLoader.load(Synthesis.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(Synthesis::available)
        .findFirst()
        .orElseGet(() -> {
          LOG.warn("nothing speaks here; install espeak-ng");
          return new EspeakNg();
        });
  }

  private void listen(SupervisedDevice<Keypad> keypad) {
    try {
      while (true) {
        switch (keypad.call(LISTEN, Keypad::awaitKey)) {
          case Attempt.Done<Keypad.KeyPress>(var press) -> press(press.key());
          case Attempt.Failed<Keypad.KeyPress>(DeviceFailure.TimedOut _) -> {}
          case Attempt.Failed<Keypad.KeyPress> _ -> clock.sleep(AGAIN);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void press(Keypad.Key key) {
    guide.ifPresentOrElse(voice -> voice.press(key), () -> panel.press(key));
  }

  @Override
  public void close() {
    keys.ifPresent(Thread::interrupt);
    guide.ifPresent(VoiceGuide::close);
  }
}
