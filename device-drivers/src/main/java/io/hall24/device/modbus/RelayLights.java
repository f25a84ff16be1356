package io.hall24.device.modbus;

import io.hall24.device.Attempt;
import io.hall24.device.Capabilities;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Feature;
import io.hall24.device.StatusLights;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Lights on the outputs of a board, which switches and does not blink. */
final class RelayLights extends RelayDevice implements StatusLights {
  private final Map<Light, Integer> outputs;
  private final Map<Light, Shine> shining = new EnumMap<>(Light.class);

  RelayLights(DeviceId id, Board.Address address, Map<Light, Integer> outputs, HallClock clock) {
    super(id, DeviceKind.STATUS_LIGHTS, address, clock);
    this.outputs = Map.copyOf(outputs);

    outputs.keySet().forEach(light -> shining.put(light, Shine.OFF));
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.without(Feature.BLINKING);
  }

  @Override
  public Set<Light> lights() {
    return outputs.keySet();
  }

  @Override
  Attempt<String> look(Patience patience) {
    return input(0, patience).map(_ -> shining.toString());
  }

  @Override
  public Attempt<Map<Light, Shine>> show(Map<Light, Shine> lights, Patience patience) {
    Attempt<Boolean> last = input(0, patience);
    for (var wanted : lights.entrySet()) {
      Integer output = outputs.get(wanted.getKey());
      if (output != null && last instanceof Attempt.Done<Boolean>) {
        boolean on = wanted.getValue() != Shine.OFF;
        last = set(output, on, patience);
        if (last instanceof Attempt.Done<Boolean>) {
          shining.put(wanted.getKey(), on ? Shine.STEADY : Shine.OFF);
        }
      }
    }
    return last.map(_ -> new EnumMap<>(shining));
  }

  @Override
  public void close() {
    for (var light : outputs.entrySet()) {
      if (shining.getOrDefault(light.getKey(), Shine.OFF) != Shine.OFF) {
        var _ = setAtLast(light.getValue(), false);
        shining.put(light.getKey(), Shine.OFF);
      }
    }
    super.close();
  }
}
