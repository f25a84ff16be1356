package io.hall24.kiosk.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.hall24.kiosk.text.ForgetfulJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The codec of events that are records of plain values: their components as a JSON object, version
 * 1.
 *
 * @param type the record
 * @param name stable name in the journal
 * @param retention how long its content is kept
 * @param <E> the type of event
 */
public record JsonEventCodec<E extends Event>(Class<E> type, String name, RetentionClass retention)
    implements EventCodec<E> {
  private static final ObjectMapper MAPPER =
      ForgetfulJson.mapper()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  @Override
  public int version() {
    return 1;
  }

  @Override
  public byte[] encode(E event) {
    try {
      return MAPPER.writeValueAsBytes(event);
    } catch (JsonProcessingException notJson) {
      throw new IllegalStateException(name + " does not encode", notJson);
    }
  }

  @Override
  public E decode(int version, byte[] bytes) {
    if (version != 1) {
      throw new IllegalArgumentException(name + " version " + version);
    }
    try {
      return MAPPER.readValue(bytes, type);
    } catch (IOException notEvent) {
      throw new IllegalArgumentException(
          name + ": " + new String(bytes, StandardCharsets.UTF_8).length() + " characters",
          notEvent);
    }
  }
}
