package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.device.StatusLights.Light;
import io.hall24.device.StatusLights.Shine;
import io.hall24.kiosk.identity.Step;
import io.hall24.kiosk.journey.Moment;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LightKeeperTest {
  private static Shine onFace(boolean cameraOn, boolean fill) {
    Moment looking =
        new Moment.LookAtCamera(Optional.of(Step.Prompt.Kind.LOOK_STRAIGHT), 0.5, fill);
    return LightKeeper.wanted(cameraOn, Optional.of(looking), false)
        .getOrDefault(Light.FACE, Shine.FAST);
  }

  @Test
  void aFaceThatWasTooDarkIsLitWhileTheCameraIsOnAndNoLonger() {
    assertEquals(Shine.STEADY, onFace(true, true));
    assertEquals(Shine.OFF, onFace(true, false));
    assertEquals(Shine.OFF, onFace(false, true));
  }

  @Test
  void theLightOfTheCameraIsOnWhateverIsShown() {
    var wanted = LightKeeper.wanted(true, Optional.of(new Moment.AskingRegistry()), false);
    assertEquals(Shine.STEADY, wanted.get(Light.CAMERA));
  }
}
