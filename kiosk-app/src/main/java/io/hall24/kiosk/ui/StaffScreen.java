package io.hall24.kiosk.ui;

import io.hall24.device.Frame;

/**
 * The surface for staff, which lies over everything that citizens see. All methods return at once
 * and may be called anywhere.
 */
public interface StaffScreen {
  /** Shows a state; one that was not drawn yet is skipped. */
  void show(StaffState state);

  /** Shows a picture of the camera; read during the call only. */
  void preview(Frame frame);

  /** Forgets the pictures of the camera, and overwrites them. */
  void endPreview();

  /** Gives the panel back to citizens. */
  void leave();
}
