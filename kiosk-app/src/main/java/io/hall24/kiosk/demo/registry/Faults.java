package io.hall24.kiosk.demo.registry;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How badly the sandbox behaves.
 *
 * @param chances probability from 0 to 1 of each fault, for each request by itself
 * @param latency added to every answer
 * @param wrongClock how far the registry's clock is ahead of the true time
 * @param seed of the generator that decides
 */
public record Faults(Map<Fault, Double> chances, Duration latency, Duration wrongClock, long seed) {
  /** The menu. */
  public enum Fault {
    /** The connection ends before the request has had an effect. */
    DROP_BEFORE,
    /** The request has its effect, then the connection ends. */
    DROP_AFTER,
    /** The request arrives twice; the second answer is sent. */
    DUPLICATE,
    /** The request is held back for 300 ms, so that others overtake it. */
    REORDER,
    /** 503, signed, without effect. */
    UNAVAILABLE,
    /** 502 with an unsigned page, as from a proxy, without effect. */
    BAD_GATEWAY,
    /** The effect, and an answer whose signature is of another key. */
    BAD_SIGNATURE,
    /** The effect, and the answer to the previous request once more. */
    REPLAY,
    /** The connection stays open and nothing comes. */
    HALF_OPEN
  }

  /** A registry that behaves. */
  public static final Faults NONE = new Faults(Map.of(), Duration.ZERO, Duration.ZERO, 0);

  public Faults {
    chances = Map.copyOf(chances);
  }

  /** The same with one more fault. */
  public Faults with(Fault fault, double chance) {
    Map<Fault, Double> more = new EnumMap<>(Fault.class);
    more.putAll(chances);
    more.put(fault, chance);
    return new Faults(more, latency, wrongClock, seed);
  }

  /** The same with another generator. */
  public Faults seeded(long newSeed) {
    return new Faults(chances, latency, wrongClock, newSeed);
  }

  /** The same, slower. */
  public Faults slow(Duration newLatency) {
    return new Faults(chances, newLatency, wrongClock, seed);
  }

  /** The same with another clock. */
  public Faults clock(Duration ahead) {
    return new Faults(chances, latency, ahead, seed);
  }

  /**
   * Reads a command line's list.
   *
   * @param list e.g. {@code drop-after=0.1,latency=PT0.2S,wrong-clock=PT3H,seed=7}
   * @throws IllegalArgumentException naming the first item that is wrong
   */
  public static Faults parse(String list) {
    Faults faults = NONE;
    for (String item : list.split(",", -1)) {
      String[] parts = item.strip().split("=", 2);
      if (parts.length != 2) {
        throw new IllegalArgumentException("'" + item + "': expected NAME=VALUE; " + menu());
      }
      try {
        faults = faults.with(parts[0], parts[1]);
      } catch (RuntimeException wrong) {
        throw new IllegalArgumentException("'" + item + "': " + menu(), wrong);
      }
    }
    return faults;
  }

  private Faults with(String name, String value) {
    return switch (name) {
      case "latency" -> slow(Duration.parse(value));
      case "wrong-clock" -> clock(Duration.parse(value));
      case "seed" -> seeded(Long.parseLong(value));
      default -> {
        double chance = Double.parseDouble(value);
        if (!(chance >= 0 && chance <= 1)) {
          throw new IllegalArgumentException("a chance is from 0 to 1");
        }
        yield with(Fault.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')), chance);
      }
    };
  }

  private static String menu() {
    return "known are "
        + Arrays.stream(Fault.values())
            .map(fault -> fault.name().toLowerCase(Locale.ROOT).replace('_', '-') + "=0..1")
            .collect(Collectors.joining(", "))
        + ", latency=PT0.2S, wrong-clock=PT3H, seed=7";
  }
}
