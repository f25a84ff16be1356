package io.hall24.kiosk.journey;

import io.hall24.device.Frame;
import io.hall24.device.time.StoppableClock;
import java.util.Locale;
import java.util.Optional;

/** Passes everything on to another dialogue; who extends it adds something to a part of it. */
public abstract class ForwardingDialogue implements Dialogue {
  private final Dialogue inner;

  /**
   * @param inner is what the person meets
   */
  protected ForwardingDialogue(Dialogue inner) {
    this.inner = inner;
  }

  @Override
  public <A> A ask(Question<A> question) throws InterruptedException {
    return inner.ask(question);
  }

  @Override
  public void show(Moment moment) {
    inner.show(moment);
  }

  @Override
  public void mirror(Frame frame) {
    inner.mirror(frame);
  }

  @Override
  public Locale language() {
    return inner.language();
  }

  @Override
  public Optional<Wish> wish() {
    return inner.wish();
  }

  @Override
  public StoppableClock time() {
    return inner.time();
  }
}
