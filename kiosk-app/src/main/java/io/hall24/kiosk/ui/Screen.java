package io.hall24.kiosk.ui;

import io.hall24.device.Frame;
import java.util.Locale;

/** A surface on which screens are shown. All methods return at once and may be called anywhere. */
public interface Screen {
  /** Shows a state; one that was not drawn yet is skipped. */
  void show(ScreenState state);

  /** Shows a picture of the camera, mirrored; read during the call only. */
  void mirror(Frame frame);

  /** The language in which it is drawn now. */
  Locale language();

  /** Forgets the pictures of the camera, and overwrites them; closes help if it is open. */
  void wipe();
}
