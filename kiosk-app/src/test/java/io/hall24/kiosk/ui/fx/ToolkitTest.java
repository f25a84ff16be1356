package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.GraphicsEnvironment;
import org.junit.jupiter.api.Test;

class ToolkitTest {
  @Test
  void oncePagesAreDrawnAwtKeepsOffTheDisplay() {
    var _ = Panels.toolkit();
    assertEquals("true", System.getProperty("java.awt.headless"));
    assertTrue(GraphicsEnvironment.isHeadless());
  }
}
