package io.hall24.device;

import io.hall24.device.time.Patience;

/** A camera over the output: sees the printed sheet before the citizen can take it. */
public interface OutputEye extends Device {
  /** Waits until a sheet lies before the eye, and takes its picture. */
  Attempt<SheetPicture> look(Patience patience);
}
