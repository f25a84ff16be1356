package io.hall24.device.scanner;

import io.hall24.kiosk.fuzz.FuzzTarget;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a code scanner sends. */
public final class ScannerFuzz implements FuzzTarget {
  private static final List<CodeText> FORMS =
      List.of(
          new CodeText(StandardCharsets.UTF_8, false), new CodeText(StandardCharsets.UTF_8, true));

  /** A target. */
  public ScannerFuzz() {}

  @Override
  public void feed(byte[] input) {
    int end = CodeText.endIn(input, input.length);
    for (CodeText form : FORMS) {
      var code = form.read(input, end < 0 ? input.length : end);
      if (code.isPresent() && code.get().text().isEmpty()) {
        throw new IllegalStateException("a code without a text");
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        "]Q1https://example.invalid/1\r\n".getBytes(StandardCharsets.UTF_8),
        "统一社会信用代码\n".getBytes(StandardCharsets.UTF_8));
  }
}
