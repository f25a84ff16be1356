package io.hall24.kiosk.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * JSON that remembers nothing. Jackson otherwise keeps its buffers for the next text, and with them
 * what stood in the last one: names and numbers of people who have left.
 */
public final class ForgetfulJson {
  private static final JsonMapper WRITER = mapper().build();

  private ForgetfulJson() {}

  /** A mapper to be completed. */
  public static JsonMapper.Builder mapper() {
    return JsonMapper.builder(
        JsonFactory.builder().recyclerPool(JsonRecyclerPools.nonRecyclingPool()).build());
  }

  /**
   * What a node says as JSON. The node's own {@code toString} leaves it in a buffer that the whole
   * program shares.
   */
  public static String text(JsonNode node) {
    try {
      return WRITER.writeValueAsString(node);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree that cannot be written", impossible);
    }
  }
}
