package io.hall24.kiosk.ui.voice;

import io.hall24.device.Attempt;
import io.hall24.device.AudioOutput;
import io.hall24.device.AudioOutput.Headset;
import io.hall24.device.AudioOutput.Outlet;
import io.hall24.device.DeviceFailure;
import io.hall24.device.Sound;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** The terminal's sound device, which does one thing at a time. */
public final class DeviceSpeaker implements Speaker {
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final SupervisedDevice<AudioOutput> device;
  private final ReentrantLock turn = new ReentrantLock();
  private volatile Headset known = Headset.UNKNOWN;

  public DeviceSpeaker(SupervisedDevice<AudioOutput> device) {
    this.device = device;
  }

  @Override
  public Headset headset() throws InterruptedException {
    if (turn.tryLock()) {
      try {
        if (device.call(SHORT, AudioOutput::headset) instanceof Attempt.Done<Headset>(var now)) {
          known = now;
        }
      } finally {
        turn.unlock();
      }
    }
    return known;
  }

  @Override
  public void volume(int percent) throws InterruptedException {
    turn.lockInterruptibly();
    try {
      var _ = device.call(SHORT, (audio, patience) -> audio.volume(percent, patience));
    } finally {
      turn.unlock();
    }
  }

  @Override
  public boolean play(Sound sound, Outlet outlet, Patience patience) throws InterruptedException {
    turn.lockInterruptibly();
    try {
      var played =
          device.call(
              sound.length().plus(SHORT), (audio, _) -> audio.play(sound, outlet, patience));
      if (played instanceof Attempt.Failed<AudioOutput.Played>(DeviceFailure.UserError _)) {
        known = Headset.UNPLUGGED;
      }
      return played instanceof Attempt.Done<AudioOutput.Played>;
    } finally {
      turn.unlock();
    }
  }
}
