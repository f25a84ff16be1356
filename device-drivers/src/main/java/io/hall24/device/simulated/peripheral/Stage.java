package io.hall24.device.simulated.peripheral;

import io.hall24.device.DeviceFailure;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;

/**
 * What a simulated device is made of: named values, things that a person does, and a fault that was
 * planted. Commands, one a line:
 *
 * <ul>
 *   <li>{@code set NAME VALUE}: changes a value, e.g. {@code set paper LOW}
 *   <li>{@code get NAME}: tells it
 *   <li>{@code do WHAT}: a person does something, e.g. {@code do press UP}
 *   <li>{@code fault offline|broken|person TEXT}: until {@code well}
 *   <li>{@code hang}: it answers nothing until {@code well}
 * </ul>
 *
 * Safe for use by several threads.
 */
final class Stage {
  private static final int MOST_DONE = 16;
  private final Map<String, String> values;
  private final Queue<String> done = new ArrayDeque<>();
  private Optional<DeviceFailure> fault = Optional.empty();
  private boolean hanging;

  Stage(Map<String, String> values) {
    this.values = new TreeMap<>(values);
  }

  synchronized String get(String name) {
    return Optional.ofNullable(values.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no value " + name));
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(get(name));
  }

  int number(String name) {
    return Integer.parseInt(get(name));
  }

  synchronized void set(String name, Object value) {
    values.put(name, value.toString());
  }

  /** The oldest thing that a person did and nobody took note of, the first word cut off. */
  synchronized Optional<String> take(String verb) {
    Optional<String> first =
        done.stream().filter(what -> what.startsWith(verb + " ") || what.equals(verb)).findFirst();
    first.ifPresent(done::remove);
    return first.map(what -> what.substring(verb.length()).strip());
  }

  /** Forgets what a person did so far. */
  synchronized void forget() {
    done.clear();
  }

  synchronized Optional<DeviceFailure> fault() {
    return fault;
  }

  synchronized boolean hanging() {
    return hanging;
  }

  /** Obeys a command; the answer begins with {@code ok} or {@code no}. */
  synchronized String obey(String command) {
    String[] words = command.strip().split(" ", 3);
    String second = words.length > 1 ? words[1] : "";
    String third = words.length > 2 ? words[2] : "";
    return switch (words[0]) {
      case "set" -> known(second, () -> set(second, third));
      case "get" -> values.containsKey(second) ? "ok " + values.get(second) : unknown(second);
      case "do" -> doing(command.strip().substring(2).strip());
      case "fault" -> plant(second, third);
      case "hang" -> {
        hanging = true;
        yield "ok";
      }
      case "well" -> {
        hanging = false;
        fault = Optional.empty();
        yield "ok";
      }
      default -> "no: known are set, get, do, fault, hang and well";
    };
  }

  private String doing(String what) {
    if (what.isEmpty() || done.size() == MOST_DONE) {
      return "no: " + (what.isEmpty() ? "do what?" : "too much at once");
    }
    done.add(what);
    return "ok";
  }

  private String plant(String kind, String detail) {
    Optional<DeviceFailure> planted =
        switch (kind) {
          case "offline" -> Optional.of(new DeviceFailure.Offline(detail));
          case "broken" -> Optional.of(new DeviceFailure.HardwareError(detail));
          case "person" -> Optional.of(new DeviceFailure.UserError(detail));
          default -> Optional.empty();
        };
    planted.ifPresent(failure -> fault = Optional.of(failure));
    return planted.isPresent() ? "ok" : "no: known faults are offline, broken and person";
  }

  private String known(String name, Runnable change) {
    if (!values.containsKey(name)) {
      return unknown(name);
    }
    change.run();
    return "ok";
  }

  private String unknown(String name) {
    return "no: unknown '" + name + "'; known are " + String.join(", ", values.keySet());
  }
}
