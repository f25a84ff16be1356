package io.hall24.kiosk.app;

import io.hall24.device.Attempt;
import io.hall24.device.AudioOutput;
import io.hall24.device.AudioOutput.Outlet;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.kiosk.journey.Moment;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sounds that lead everybody to what comes out and back to what they left, whether or not a voice
 * speaks. A sound for which there is no time is left out.
 */
final class Chimes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chimes.class);
  private static final Duration PLAYING = Duration.ofSeconds(2);

  private final SynchronousQueue<Chime> next = new SynchronousQueue<>();
  private final Thread thread;

  private Chimes(SupervisedDevice<AudioOutput> audio) {
    this.thread = Thread.ofVirtual().name("chimes").start(() -> play(audio));
  }

  /** Where the terminal can be heard. */
  static Optional<Chimes> on(Optional<SupervisedDevice<AudioOutput>> audio) {
    return audio.map(Chimes::new);
  }

  /** Which sound belongs to a moment. */
  static Optional<Chime> of(Moment moment) {
    return switch (moment) {
      case Moment.TakeSheet _ -> Optional.of(Chime.TAKE);
      case Moment.TakeDocument _ -> Optional.of(Chime.FORGOTTEN);
      default -> Optional.empty();
    };
  }

  /** Returns at once. */
  void heard(Moment moment) {
    of(moment).ifPresent(next::offer);
  }

  private void play(SupervisedDevice<AudioOutput> audio) {
    try {
      while (true) {
        var sound = next.take().sound();
        if (audio.call(
                PLAYING, (device, patience) -> device.play(sound, Outlet.LOUDSPEAKER, patience))
            instanceof Attempt.Failed<AudioOutput.Played>(var failure)) {
          LOG.debug("not heard: {}", failure);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
