package io.hall24.kiosk.issuance;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.hall24.device.Medium;
import io.hall24.kiosk.licence.Copy;
import java.io.IOException;

/** How the payloads of the registry contract write what lower floors have types for. */
final class Words {
  private Words() {}

  /** A copy as its code. */
  static final class CopyOut extends StdSerializer<Copy> {
    private static final long serialVersionUID = 1L;

    CopyOut() {
      super(Copy.class);
    }

    @Override
    public void serialize(Copy copy, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(copy.code());
    }
  }

  /** A copy from its code. */
  static final class CopyIn extends StdDeserializer<Copy> {
    private static final long serialVersionUID = 1L;

    CopyIn() {
      super(Copy.class);
    }

    @Override
    public Copy deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return Copy.ofCode(json.getText());
    }
  }

  /** A medium as its PWG 5101.1 name. */
  static final class MediumOut extends StdSerializer<Medium> {
    private static final long serialVersionUID = 1L;

    MediumOut() {
      super(Medium.class);
    }

    @Override
    public void serialize(Medium medium, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(medium.keyword());
    }
  }

  /** A medium from its PWG 5101.1 name. */
  static final class MediumIn extends StdDeserializer<Medium> {
    private static final long serialVersionUID = 1L;

    MediumIn() {
      super(Medium.class);
    }

    @Override
    public Medium deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String keyword = json.getText();
      return Medium.ofKeyword(keyword)
          .orElseThrow(() -> new IllegalArgumentException("medium '" + keyword + "'"));
    }
  }
}
