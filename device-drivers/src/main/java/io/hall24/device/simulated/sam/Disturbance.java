package io.hall24.device.simulated.sam;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;

/** What happens to one answer on its way. Places count from its first byte, round and round. */
public sealed interface Disturbance {
  /** What arrives of an answer. */
  byte[] apply(byte[] answer);

  /** Some bits of one byte are turned. */
  record Flip(int at, int bits) implements Disturbance {
    @Override
    public byte[] apply(byte[] answer) {
      byte[] changed = answer.clone();
      changed[Math.floorMod(at, answer.length)] ^= (byte) bits;
      return changed;
    }
  }

  /** Some bytes are lost. */
  record Cut(int at, int count) implements Disturbance {
    @Override
    public byte[] apply(byte[] answer) {
      int from = Math.floorMod(at, answer.length);
      int to = Math.min(answer.length, from + count);
      return joined(Arrays.copyOf(answer, from), Arrays.copyOfRange(answer, to, answer.length));
    }
  }

  /** Some bytes come twice. */
  record Repeat(int at, int count) implements Disturbance {
    @Override
    public byte[] apply(byte[] answer) {
      int from = Math.floorMod(at, answer.length);
      int to = Math.min(answer.length, from + count);
      return joined(Arrays.copyOf(answer, to), Arrays.copyOfRange(answer, from, answer.length));
    }
  }

  /** Something else comes first. */
  record Noise(int bytes, long seed) implements Disturbance {
    @Override
    public byte[] apply(byte[] answer) {
      byte[] noise = new byte[bytes];
      new Random(seed).nextBytes(noise);
      return joined(noise, answer);
    }
  }

  /** The line is silent for a while in the middle. */
  record Pause(int at, Duration length) implements Disturbance {
    @Override
    public byte[] apply(byte[] answer) {
      return answer;
    }
  }

  /** Nothing arrives. */
  record Swallow() implements Disturbance {
    @Override
    public byte[] apply(byte[] answer) {
      return new byte[0];
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
