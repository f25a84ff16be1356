package io.hall24.kiosk.ui;

import io.hall24.kiosk.journey.Question.FillBasket;
import io.hall24.kiosk.journey.Question.FillBasket.Offer;
import io.hall24.kiosk.licence.Order;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Licences of which an agent takes some. Used on the screen's thread only. */
public final class Basket {
  private final FillBasket question;
  private final Set<Offer> taken = new LinkedHashSet<>();

  Basket(FillBasket question) {
    this.question = question;
    if (question.offers().size() == 1) {
      taken.add(question.offers().getFirst());
    }
  }

  /** All that may be taken. */
  public List<Offer> offers() {
    return question.offers();
  }

  /** Takes it, or puts it back; nothing when the day would be over-full. */
  public void turn(Offer offer) {
    if (!taken.remove(offer) && taken.size() < question.left()) {
      taken.add(offer);
    }
  }

  /** Whether it is taken. */
  public boolean has(Offer offer) {
    return taken.contains(offer);
  }

  /** Whether it can be taken or put back. */
  public boolean open(Offer offer) {
    return has(offer) || taken.size() < question.left();
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return taken.isEmpty();
  }

  List<Order> orders() {
    return taken.stream().map(Offer::order).toList();
  }
}
