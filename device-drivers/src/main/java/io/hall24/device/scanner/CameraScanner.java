package io.hall24.device.scanner;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.HybridBinarizer;
import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.Capabilities;
import io.hall24.device.CodeScanner;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Feature;
import io.hall24.device.Frame;
import io.hall24.device.time.Patience;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for codes in the pictures of a camera. */
final class CameraScanner implements CodeScanner {
  private static final Map<DecodeHintType, Object> HINTS =
      Map.of(
          DecodeHintType.TRY_HARDER,
          true,
          DecodeHintType.POSSIBLE_FORMATS,
          List.of(
              BarcodeFormat.QR_CODE,
              BarcodeFormat.DATA_MATRIX,
              BarcodeFormat.PDF_417,
              BarcodeFormat.AZTEC));

  private final DeviceId id;
  private final Camera camera;

  CameraScanner(DeviceId id, Camera camera) {
    this.id = id;
    this.camera = camera;
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.CODE_SCANNER;
  }

  @Override
  public boolean simulated() {
    return camera.simulated();
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.without(Feature.TRIGGER);
  }

  @Override
  public Attempt<String> open(Patience patience) {
    return camera.open(patience);
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    return camera.probe(patience);
  }

  @Override
  public Attempt<ScannedCode> awaitCode(Patience patience) {
    while (!patience.isOver()) {
      switch (camera.nextFrame(patience)) {
        case Attempt.Done<Frame>(var frame) -> {
          Optional<ScannedCode> code = codeIn(frame);
          if (code.isPresent()) {
            return Attempt.done(code.get());
          }
        }
        case Attempt.Failed<Frame>(var failure) -> {
          return Attempt.failed(failure);
        }
      }
    }
    return Attempt.failed(DeviceFailure.givenUp(patience, "no code was shown"));
  }

  private static Optional<ScannedCode> codeIn(Frame frame) {
    byte[] grey = frame.grey();
    try {
      var source =
          new PlanarYUVLuminanceSource(
              grey, frame.width(), frame.height(), 0, 0, frame.width(), frame.height(), false);
      Result found =
          new MultiFormatReader().decode(new BinaryBitmap(new HybridBinarizer(source)), HINTS);
      return Optional.of(new ScannedCode(found.getText(), symbology(found.getBarcodeFormat())));
    } catch (NotFoundException none) {
      return Optional.empty();
    } finally {
      Arrays.fill(grey, (byte) 0);
    }
  }

  private static Optional<Symbology> symbology(BarcodeFormat format) {
    return switch (format) {
      case QR_CODE -> Optional.of(Symbology.QR);
      case DATA_MATRIX -> Optional.of(Symbology.DATA_MATRIX);
      case PDF_417 -> Optional.of(Symbology.PDF417);
      case AZTEC -> Optional.of(Symbology.AZTEC);
      default -> Optional.empty();
    };
  }

  @Override
  public void close() {
    camera.close();
  }
}
