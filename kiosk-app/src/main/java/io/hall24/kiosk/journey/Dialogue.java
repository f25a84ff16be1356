package io.hall24.kiosk.journey;

import io.hall24.device.Frame;
import io.hall24.device.time.StoppableClock;
import java.util.Locale;
import java.util.Optional;

/**
 * The one interface through which a visit speaks with a person. A screen, a voice or a script
 * stands behind it; none of them is known here. Leaving (the way out, a time-out, the hard cap)
 * reaches the visit as an interrupt of its thread.
 */
public interface Dialogue {
  /**
   * Asks and waits for the answer.
   *
   * @param <A> what the answer is
   * @throws InterruptedException when the person leaves instead
   */
  <A> A ask(Question<A> question) throws InterruptedException;

  /** Shows what happens now; stays until the next call. Returns at once. */
  void show(Moment moment);

  /**
   * Lets the person see themselves in front of the camera. The picture may be read during the call
   * only.
   *
   * @param frame what the camera sees
   */
  void mirror(Frame frame);

  /** The language in which the person is spoken with now; they may change it at any moment. */
  Locale language();

  /** What the person touched beside what is asked of them; each touch is told once. */
  Optional<Wish> wish();

  /**
   * The time that passes for the person: it stands still while they are being helped. Whatever is
   * awaited from them is measured with it.
   */
  StoppableClock time();
}
