package io.hall24.device.simulated.peripheral;

import io.hall24.device.Attempt;
import io.hall24.device.CodeScanner;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.time.Patience;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A scanner before which {@code do scan TEXT} holds a QR code. */
final class SimulatedScanner extends StagedDevice implements CodeScanner {
  SimulatedScanner(DeviceId id, Path socket) {
    super(id, socket, new Stage(Map.of()));
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.CODE_SCANNER;
  }

  @Override
  String describe() {
    return "simulated scanner";
  }

  @Override
  public Attempt<ScannedCode> awaitCode(Patience patience) {
    return answering(
        patience,
        () -> {
          stage().forget();
          return awaiting(
              patience,
              "no code was shown",
              () ->
                  stage()
                      .take("scan")
                      .map(text -> new ScannedCode(text, Optional.of(Symbology.QR))));
        });
  }
}
