package io.hall24.kiosk.identity;

import io.hall24.kiosk.identity.face.FaceMeasures;
import io.hall24.kiosk.identity.face.FaceTemplate;
import io.hall24.kiosk.identity.face.PictureFault;

/** What became of a still picture. */
public sealed interface Enrolment {
  /** A face that probes can be compared with. */
  record Enrolled(FaceTemplate template, FaceMeasures measures) implements Enrolment {}

  /** The picture gives no template. */
  record Refused(PictureFault fault) implements Enrolment {}

  /** The face nets do not answer. The detail is for a technician. */
  record Unavailable(String detail) implements Enrolment {}
}
