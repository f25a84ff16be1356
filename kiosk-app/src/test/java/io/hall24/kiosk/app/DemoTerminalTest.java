package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.Profile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DemoTerminalTest {
  @Test
  void whoseTerminalItIsIsKnownBeforeItsWorldIsThere() throws Exception {
    Profile profile = DemoTerminal.profileWithoutWorld(Path.of("data"));
    assertEquals(Profile.Kind.DEMO, profile.kind());
    assertTrue(profile.terminal().id().startsWith("H24-DEMO"), profile.terminal()::id);
  }
}
