package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.Consumable;
import io.hall24.device.status.DeviceRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** What a supervisor wrote down about a device, for the command line. */
final class DeviceFacts {
  private DeviceFacts() {}

  /** Begins with a semicolon, or is empty where there is nothing to say. */
  static String text(DeviceRecord record) {
    List<String> facts = new ArrayList<>();
    record.firmware().ifPresent(firmware -> facts.add("firmware " + firmware));
    record.consumables().forEach(consumable -> facts.add(text(consumable)));
    if (!record.capabilities().lacking().isEmpty()) {
      facts.add(record.capabilities().describe());
    }
    record.errors().forEach((kind, count) -> facts.add(count + "x " + word(kind)));
    if (record.permanentFault()) {
      facts.add("does not heal by itself");
    }
    return facts.isEmpty() ? "" : "; " + String.join("; ", facts);
  }

  private static String text(Consumable consumable) {
    return switch (consumable) {
      case Consumable.Supply(var name, var level, var left) ->
          name + " " + word(level) + (left.isPresent() ? " " + left.getAsInt() + " %" : "");
      case Consumable.Bin(var name, var level, var count) ->
          name + " " + word(level) + (count.isPresent() ? ", holds " + count.getAsInt() : "");
    };
  }

  /** Adds the same facts to a line of JSON. */
  static void add(DeviceRecord record, ObjectNode told) {
    record.firmware().ifPresent(firmware -> told.put("firmware", firmware));
    record.lastSuccess().ifPresent(at -> told.put("lastSuccess", at.toString()));
    told.put("permanentFault", record.permanentFault());
    ObjectNode errors = told.putObject("errors");
    record.errors().forEach((kind, count) -> errors.put(word(kind), count));
    ArrayNode consumables = told.putArray("consumables");
    record.consumables().forEach(consumable -> add(consumable, consumables.addObject()));
    ArrayNode missing = told.putArray("missing");
    record.capabilities().lacking().stream().sorted().map(f -> f.word()).forEach(missing::add);
  }

  private static void add(Consumable consumable, ObjectNode told) {
    switch (consumable) {
      case Consumable.Supply(var name, var level, var left) ->
          put(told.put("name", name).put("level", word(level)), "percent", left);
      case Consumable.Bin(var name, var level, var count) ->
          put(told.put("name", name).put("level", word(level)), "count", count);
    }
  }

  private static void put(ObjectNode told, String name, OptionalInt value) {
    value.ifPresent(number -> told.put(name, number));
  }

  /** A constant as the command line writes it, e.g. {@code hardware-error}. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
