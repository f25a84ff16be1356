package io.hall24.kiosk.demo;

import io.hall24.device.lds.ZoneField;
import io.hall24.device.simulated.sam.SamSimulator;
import io.hall24.device.simulated.sam.SimulatedCard;
import io.hall24.kiosk.identity.Challenge;
import java.util.Optional;
import java.util.function.Supplier;

/** Hands that lay an identity card on the card reader, for people who have one. */
final class CardHands implements Hands {
  private final SamSimulator reader;
  private final Supplier<Optional<SimulatedCard>> card;
  private final Hands others;

  /**
   * Hands of whoever is there.
   *
   * @param card what they have instead of a passport
   * @param others do everything else, and lay down passports
   */
  CardHands(SamSimulator reader, Supplier<Optional<SimulatedCard>> card, Hands others) {
    this.reader = reader;
    this.card = card;
    this.others = others;
  }

  @Override
  public void placeDocument() {
    card.get().ifPresentOrElse(reader::lay, others::placeDocument);
  }

  @Override
  public void takeDocument() {
    reader.lift();
    others.takeDocument();
  }

  @Override
  public String readZone(ZoneField field) {
    return others.readZone(field);
  }

  @Override
  public void takeSheet() {
    others.takeSheet();
  }

  @Override
  public void perform(Challenge movement) {
    others.perform(movement);
  }
}
