package io.hall24.device.ipp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

/** Answers that ippeveprinter 2.4.2 gave to questions with request id 1. */
enum RecordedAnswer {
  /** To Get-Printer-Attributes. */
  PRINTER,
  /** To Create-Job: job 1, pending-held. */
  CREATED,
  /** To Send-Document: job 1, processing. */
  ACCEPTED,
  /** To Get-Job-Attributes, of a completed job. */
  JOB;

  static final int REQUEST_ID = 1;

  byte[] bytes() {
    String file = name().toLowerCase(Locale.ROOT) + ".hex";
    try (var stream = RecordedAnswer.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no " + file);
      }
      String hex = new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replace("\n", ""));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The same answer to a question with another request id. */
  byte[] to(int requestId) {
    byte[] bytes = bytes();
    ByteBuffer.wrap(bytes).putInt(4, requestId);
    return bytes;
  }
}
