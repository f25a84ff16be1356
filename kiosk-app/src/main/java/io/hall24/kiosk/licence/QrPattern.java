package io.hall24.kiosk.licence;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The modules of a QR code (ISO/IEC 18004, error correction M) with a text, unchanged. */
public final class QrPattern {
  /** Light modules that have to stand around it, on every side. */
  public static final int QUIET_ZONE = 4;

  private final ByteMatrix modules;

  private QrPattern(ByteMatrix modules) {
    this.modules = modules;
  }

  /** The pattern of a text; empty when it is too long for any. */
  public static Optional<QrPattern> of(String text) {
    Map<EncodeHintType, Object> hints = new EnumMap<>(EncodeHintType.class);
    if (!StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
      hints.put(EncodeHintType.CHARACTER_SET, "UTF-8");
    }
    try {
      return Optional.of(
          new QrPattern(Encoder.encode(text, ErrorCorrectionLevel.M, hints).getMatrix()));
    } catch (WriterException tooLong) {
      return Optional.empty();
    }
  }

  /** Modules along one side, without the quiet zone. */
  public int size() {
    return modules.getWidth();
  }

  /** Whether a module is dark; both from zero. */
  public boolean dark(int column, int row) {
    return modules.get(column, row) == 1;
  }
}
