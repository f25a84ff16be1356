package io.hall24.kiosk.demo;

import io.hall24.kiosk.journey.Question;
import java.util.List;

/**
 * What a scripted citizen answers and does.
 *
 * @param consent to the face comparison
 * @param cans the digits given, one try after the other; the last one is repeated
 * @param confirmation of the licence's content
 * @param placesDocument whether the document is put down at all
 * @param takesSheets whether printed sheets are taken
 * @param looksFor what is typed to find a service
 */
public record Script(
    Question.Consent.Answer consent,
    List<String> cans,
    Question.ConfirmOrder.Answer confirmation,
    boolean placesDocument,
    boolean takesSheets,
    String looksFor) {
  public Script {
    cans = List.copyOf(cans);
    if (cans.isEmpty()) {
      throw new IllegalArgumentException("a scripted citizen needs a CAN to give");
    }
  }

  /** Somebody who does everything right. */
  public static Script smooth(InventedPerson person) {
    return new Script(
        Question.Consent.Answer.FACE,
        List.of(person.cardAccessNumber()),
        Question.ConfirmOrder.Answer.CORRECT,
        true,
        true,
        "营业执照领取");
  }

  /** The same, but giving these digits. */
  public Script givingCans(String... digits) {
    return new Script(
        consent, List.of(digits), confirmation, placesDocument, takesSheets, looksFor);
  }

  /** The same, but choosing a way without face comparison. */
  public Script withoutFace() {
    return new Script(
        Question.Consent.Answer.WITHOUT_FACE,
        cans,
        confirmation,
        placesDocument,
        takesSheets,
        looksFor);
  }

  /** The same, but finding a mistake on the licence. */
  public Script disputing() {
    return new Script(
        consent,
        cans,
        Question.ConfirmOrder.Answer.WRONG_INFORMATION,
        placesDocument,
        takesSheets,
        looksFor);
  }

  /** The same, but never putting a document down. */
  public Script withoutDocument() {
    return new Script(consent, cans, confirmation, false, takesSheets, looksFor);
  }

  /** The same, but walking away from the printed sheet. */
  public Script leavingSheets() {
    return new Script(consent, cans, confirmation, placesDocument, false, looksFor);
  }

  /** The same, but looking for this service where one is looked for. */
  public Script lookingFor(String typed) {
    return new Script(consent, cans, confirmation, placesDocument, takesSheets, typed);
  }
}
