package io.hall24.kiosk.app;

import io.hall24.device.Attempt;
import io.hall24.device.StatusLights;
import io.hall24.device.StatusLights.Light;
import io.hall24.device.StatusLights.Shine;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.Chore;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.journey.Moment;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Lets the lights say what goes on: the camera's while it is on, that on a face which was too dark
 * for it, the reader's while a document is awaited or was forgotten, the output's while a sheet is
 * to be taken, and the one seen from afar while nothing can be collected. Nobody waits for a light.
 */
final class LightKeeper {
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final SupervisedDevice<StatusLights> lights;
  private final Supplier<Map<Light, Shine>> wanted;
  private final HallClock clock;

  private LightKeeper(
      SupervisedDevice<StatusLights> lights, Supplier<Map<Light, Shine>> wanted, HallClock clock) {
    this.lights = lights;
    this.wanted = wanted;
    this.clock = clock;
  }

  /**
   * Keeps the lights, where the terminal has some.
   *
   * @param wanted how they are to shine now
   */
  static Optional<Chore> keep(
      Optional<SupervisedDevice<StatusLights>> lights,
      Supplier<Map<Light, Shine>> wanted,
      HallClock clock) {
    return lights.map(
        device -> Chore.start("lights", new LightKeeper(device, wanted, clock)::keep));
  }

  /**
   * How the lights are to shine.
   *
   * @param story what a person was shown last
   * @param closed whether nothing can be collected
   */
  static Map<Light, Shine> wanted(boolean cameraOn, Optional<Moment> story, boolean closed) {
    Map<Light, Shine> wanted = new EnumMap<>(Light.class);
    for (Light light : Light.values()) {
      wanted.put(light, Shine.OFF);
    }
    wanted.put(Light.CAMERA, cameraOn ? Shine.STEADY : Shine.OFF);
    wanted.put(Light.SERVICE, closed ? Shine.STEADY : Shine.OFF);
    story.ifPresent(moment -> {
      switch (moment) {
        case Moment.PlaceDocument _ -> wanted.put(Light.DOCUMENT, Shine.SLOW);
        case Moment.ReadingDocument _ -> wanted.put(Light.DOCUMENT, Shine.STEADY);
        case Moment.TakeDocument _ -> wanted.put(Light.DOCUMENT, Shine.FAST);
        case Moment.DepositOldSheet _ -> wanted.put(Light.DEPOSIT, Shine.SLOW);
        case Moment.TakeSheet _ -> wanted.put(Light.OUTPUT, Shine.SLOW);
        case Moment.LookAtCamera(var _, var _, var fill) ->
            wanted.put(Light.FACE, cameraOn && fill ? Shine.STEADY : Shine.OFF);
        case Moment.CallingClerk _,
            Moment.ShowCredential _,
            Moment.AskingRegistry _,
            Moment.ShowOldSheet _,
            Moment.Printing _,
            Moment.Ended _ -> {}
      }
    });
    return wanted;
  }

  private void keep() throws InterruptedException {
    Map<Light, Shine> shown = Map.of();
    while (true) {
      clock.sleep(LOOK);
      Map<Light, Shine> now = wanted.get();
      if (!lights.isOpen()) {
        shown = Map.of();
      } else if (!now.equals(shown)
          && lights.call(PATIENCE, (it, patience) -> it.show(now, patience))
              instanceof Attempt.Done<?>) {
        shown = now;
      }
    }
  }
}
