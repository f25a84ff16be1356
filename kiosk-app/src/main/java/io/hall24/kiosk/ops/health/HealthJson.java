package io.hall24.kiosk.ops.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The report as JSON, one line, as {@code health.schema.json} describes it. */
public final class HealthJson {
  /** A terminal that was just updated may say more than an older reader knows. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new Jdk8Module(), new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private HealthJson() {}

  public static String write(HealthReport report) {
    try {
      return MAPPER.writeValueAsString(report);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a report is always JSON", impossible);
    }
  }

  /**
   * Reads a report.
   *
   * @throws JsonProcessingException when the text is none
   */
  public static HealthReport read(String json) throws JsonProcessingException {
    return MAPPER.readValue(json, HealthReport.class);
  }
}
