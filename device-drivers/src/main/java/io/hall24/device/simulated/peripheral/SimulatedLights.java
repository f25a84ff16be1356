package io.hall24.device.simulated.peripheral;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.StatusLights;
import io.hall24.device.time.Patience;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lights that {@code get CAMERA} tells of. */
final class SimulatedLights extends StagedDevice implements StatusLights {
  SimulatedLights(DeviceId id, Path socket) {
    super(id, socket, new Stage(dark()));
  }

  private static Map<String, String> dark() {
    Map<String, String> dark = new TreeMap<>();
    for (Light light : Light.values()) {
      dark.put(light.name(), Shine.OFF.name());
    }
    return dark;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.STATUS_LIGHTS;
  }

  @Override
  public Set<Light> lights() {
    return EnumSet.allOf(Light.class);
  }

  @Override
  String describe() {
    return shining().toString();
  }

  @Override
  public Attempt<Map<Light, Shine>> show(Map<Light, Shine> lights, Patience patience) {
    return answering(
        patience,
        () -> {
          lights.forEach((light, shine) -> stage().set(light.name(), shine));
          return Attempt.done(shining());
        });
  }

  private Map<Light, Shine> shining() {
    Map<Light, Shine> shining = new EnumMap<>(Light.class);
    for (Light light : Light.values()) {
      shining.put(light, Shine.valueOf(stage().get(light.name())));
    }
    return shining;
  }

  @Override
  public void close() {
    dark().forEach(stage()::set);
    super.close();
  }
}
