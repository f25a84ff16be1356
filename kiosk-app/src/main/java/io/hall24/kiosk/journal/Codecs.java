package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The codecs that the rooms registered, by name and by type. */
final class Codecs {
  /** As the registry's contract has it; at most 80 characters. */
  private static final Pattern NAME =
      Pattern.compile("(?=.{1,80}$)[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+");

  private final Map<String, EventCodec<?>> byName = new HashMap<>();
  private final Map<Class<?>, EventCodec<?>> byType = new HashMap<>();

  Codecs(List<EventCodec<?>> codecs) {
    for (EventCodec<?> codec : codecs) {
      if (!NAME.matcher(codec.name()).matches() || codec.version() < 1) {
        throw new IllegalArgumentException(codec.name() + " version " + codec.version());
      }
      if (byName.put(codec.name(), codec) != null || byType.put(codec.type(), codec) != null) {
        throw new IllegalArgumentException("two codecs for " + codec.name());
      }
    }
  }

  Optional<EventCodec<?>> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** The names of all events of a family. */
  List<String> namesOf(Class<? extends Event> family) {
    return byName.values().stream()
        .filter(codec -> family.isAssignableFrom(codec.type()))
        .map(EventCodec::name)
        .toList();
  }

  /**
   * The codec of an event.
   *
   * @throws IllegalArgumentException when its room registered none
   */
  EventCodec<?> of(Event event) {
    EventCodec<?> codec = byType.get(event.getClass());
    if (codec == null) {
      throw new IllegalArgumentException("no codec for " + event.getClass().getName());
    }
    return codec;
  }

  static <E extends Event> Bytes encode(EventCodec<E> codec, Event event) {
    return Bytes.of(codec.encode(codec.type().cast(event)));
  }
}
