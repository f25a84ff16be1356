package io.hall24.kiosk.demo;

import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.journey.Question;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a scripted citizen answers and does.
 *
 * @param consent to the face comparison
 * @param cans the digits given, one try after the other; the last one is repeated
 * @param confirmation of the licence's content
 * @param placesDocument whether the document is put down at all
 * @param takesSheets whether printed sheets are taken
 * @param looksFor what is typed to find a service
 * @param clerk who comes when one is called; without one they leave
 * @param cannot movements of the face that they cannot make, and say so
 * @param signs whether they sign for what they got, or only say so
 * @param phone holds their electronic credential before the scanner, once each time it is run
 */
public record Script(
    Question.Consent.Answer consent,
    List<String> cans,
    Question.ConfirmOrder.Answer confirmation,
    boolean placesDocument,
    boolean takesSheets,
    String looksFor,
    Optional<ScriptedClerk> clerk,
    Set<Challenge> cannot,
    boolean signs,
    Optional<Runnable> phone) {
  public Script {
    cannot = Set.copyOf(cannot);
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
        "营业执照领取",
        Optional.empty(),
        Set.of(),
        true,
        Optional.empty());
  }

  /** The same, but giving these digits. */
  public Script givingCans(String... digits) {
    return new Script(
        consent,
        List.of(digits),
        confirmation,
        placesDocument,
        takesSheets,
        looksFor,
        clerk,
        cannot,
        signs,
        phone);
  }

  /** The same, but choosing a way without face comparison. */
  public Script withoutFace() {
    return new Script(
        Question.Consent.Answer.WITHOUT_FACE,
        cans,
        confirmation,
        placesDocument,
        takesSheets,
        looksFor,
        clerk,
        cannot,
        signs,
        phone);
  }

  /** The same, but finding a mistake on the licence. */
  public Script disputing() {
    return new Script(
        consent,
        cans,
        Question.ConfirmOrder.Answer.WRONG_INFORMATION,
        placesDocument,
        takesSheets,
        looksFor,
        clerk,
        cannot,
        signs,
        phone);
  }

  /** The same, but never putting a document down. */
  public Script withoutDocument() {
    return new Script(
        consent, cans, confirmation, false, takesSheets, looksFor, clerk, cannot, signs, phone);
  }

  /** The same, but walking away from the printed sheet. */
  public Script leavingSheets() {
    return new Script(
        consent, cans, confirmation, placesDocument, false, looksFor, clerk, cannot, signs, phone);
  }

  /** The same, but with a clerk at hand. */
  public Script with(ScriptedClerk known) {
    return new Script(
        consent,
        cans,
        confirmation,
        placesDocument,
        takesSheets,
        looksFor,
        Optional.of(known),
        cannot,
        signs,
        phone);
  }

  /** The same, but with an electronic credential at hand. */
  public Script with(Runnable shown) {
    return new Script(
        consent,
        cans,
        confirmation,
        placesDocument,
        takesSheets,
        looksFor,
        clerk,
        cannot,
        signs,
        Optional.of(shown));
  }

  /** The same, but not able to make these movements, and touching what says so. */
  public Script notAbleTo(Set<Challenge> movements) {
    return new Script(
        consent,
        cans,
        confirmation,
        placesDocument,
        takesSheets,
        looksFor,
        clerk,
        movements,
        signs,
        phone);
  }

  /** The same, but looking for this service where one is looked for. */
  public Script lookingFor(String typed) {
    return new Script(
        consent,
        cans,
        confirmation,
        placesDocument,
        takesSheets,
        typed,
        clerk,
        cannot,
        signs,
        phone);
  }

  /** The same, but saying that they have it instead of signing. */
  public Script notSigning() {
    return new Script(
        consent,
        cans,
        confirmation,
        placesDocument,
        takesSheets,
        looksFor,
        clerk,
        cannot,
        false,
        phone);
  }
}
