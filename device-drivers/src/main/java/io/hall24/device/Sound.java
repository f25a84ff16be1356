package io.hall24.device;

import java.time.Duration;

/** One channel of sound, 16 bits a sample. */
public final class Sound {
  private final int rate;
  private final short[] samples;

  /**
   * Takes over the array, which must not be changed afterwards.
   *
   * @param rate samples a second, 8,000 to 48,000
   */
  public Sound(int rate, short[] samples) {
    if (rate < 8_000 || rate > 48_000) {
      throw new IllegalArgumentException("samples a second: " + rate);
    }
    this.rate = rate;
    this.samples = samples;
  }

  /** Samples a second. */
  public int rate() {
    return rate;
  }

  /** The samples themselves, not a copy. */
  public short[] samples() {
    return samples;
  }

  public Duration length() {
    return Duration.ofNanos(1_000_000_000L * samples.length / rate);
  }

  @Override
  public String toString() {
    return "Sound[" + length().toMillis() + " ms]";
  }
}
