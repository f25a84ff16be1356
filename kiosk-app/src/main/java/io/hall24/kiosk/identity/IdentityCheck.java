package io.hall24.kiosk.identity;

import io.hall24.device.ErasableMemory;
import io.hall24.device.Frame;
import io.hall24.kiosk.identity.face.FaceEngine;

/**
 * Comparing the person before the camera with the chip photo, frame by frame. It never asks the
 * person anything: it says what should be asked.
 */
public final class IdentityCheck implements AutoCloseable {
  private final FaceDesk desk;
  private final FaceMatcher matcher;
  private final FacePolicy policy;

  IdentityCheck(FaceDesk desk, FaceMatcher matcher, FacePolicy policy) {
    this.desk = desk;
    this.matcher = matcher;
    this.policy = policy;
  }

  /** Looks at one more frame; its pixels are copied before anything is done with them. */
  public Step step(Frame frame) throws InterruptedException {
    return desk.<Step>ask(nets -> look(nets, frame), Step.Unavailable::new);
  }

  private Step look(FaceEngine nets, Frame frame) {
    try (ErasableMemory probe = new ErasableMemory()) {
      return matcher.step(
          nets.lookAtFrame(frame, policy.gates().rules(), probe),
          frame.capturedAtNanos(),
          face -> nets.liveness(frame, face));
    }
  }

  /** Ends the check and removes what the nets keep of it. */
  @Override
  public void close() {
    desk.forget();
  }
}
