package io.hall24.device.contract;

import io.hall24.device.DeviceDriver;
import io.hall24.device.simulated.line.SimulatedHost;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** A driver whose device is reached over the network. */
public record HostRig(
    DeviceDriver driver,
    SimulatedHost host,
    Map<String, String> settings,
    Map<String, String> settingsOfNothing)
    implements Rig {
  @Override
  public void unplug() throws IOException {
    host.goAway();
  }

  @Override
  public void plug() throws IOException {
    host.comeBack();
  }

  @Override
  public Optional<Hang> hang() {
    return Optional.of(
        new Hang() {
          @Override
          public void begin() {
            host.silence();
          }

          @Override
          public void end() {
            host.speak();
          }
        });
  }

  @Override
  public void close() throws IOException {
    host.close();
  }
}
