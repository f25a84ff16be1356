package io.hall24.kiosk.fuzz;

import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.licence.LicenceFace;
import io.hall24.kiosk.licence.OrderJson;
import io.hall24.kiosk.licence.OrderJson.Reading;
import io.hall24.kiosk.text.code.UnifiedSocialCreditCode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the registry has printed on a licence: orders, faces, codes and sheet numbers. */
final class OrderFuzz implements FuzzTarget {
  @Override
  public void feed(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    if (OrderJson.face(text) instanceof Reading.Read<LicenceFace>(var face)
        && OrderJson.faceHash(face).isEmpty()) {
      throw new IllegalStateException("a face without a hash");
    }
    if (OrderJson.order(text) instanceof Reading.Faulty<?>(var faults) && faults.isEmpty()) {
      throw new IllegalStateException("faulty without a fault");
    }
    if (UnifiedSocialCreditCode.isValid(text) && text.length() != UnifiedSocialCreditCode.LENGTH) {
      throw new IllegalStateException("a code of " + text.length() + " characters");
    }
    var number = SheetNumber.read(text);
    if (number.isPresent() && number.get().digits() < 0) {
      throw new IllegalStateException("a negative sheet");
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        "91350100M000100Y43".getBytes(StandardCharsets.US_ASCII),
        "DEMO000123".getBytes(StandardCharsets.US_ASCII),
        "{\"orderId\":\"O-1\",\"copies\":[{\"kind\":\"ORIGINAL\",\"number\":1}],\"face\":{}}"
            .getBytes(StandardCharsets.US_ASCII));
  }
}
