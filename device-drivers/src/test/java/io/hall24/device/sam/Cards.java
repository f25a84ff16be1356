package io.hall24.device.sam;

import io.hall24.device.simulated.sam.SimulatedCard;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Random;

/**
 * Cards of nobody. Made by our own encoder: what is read from them proves the path from card to
 * document, not that a real card is laid out like this.
 */
final class Cards {
  static final String NAME = "苏㛃𠅤";
  static final String ADDRESS = "云岭省栖湖区示例路1号";
  static final String NEW_ADDRESS = "云岭省栖湖区新示例路22号";
  static final String AUTHORITY = "栖湖区公安局";

  // Region 999999 is assigned to nobody.
  static final String NUMBER = number("99999919930314002");

  private Cards() {}

  static SimulatedCard.Resident holder() {
    return new SimulatedCard.Resident(
        NAME,
        2,
        "07",
        LocalDate.of(1993, 3, 14),
        ADDRESS,
        NUMBER,
        AUTHORITY,
        LocalDate.of(2020, 1, 1),
        Optional.of(LocalDate.of(2040, 1, 1)));
  }

  static SimulatedCard resident() {
    return new SimulatedCard(holder().text(), photo(), Optional.of(NEW_ADDRESS));
  }

  static SimulatedCard resident(byte[] text) {
    return new SimulatedCard(text, photo(), Optional.empty());
  }

  static SimulatedCard.Text residentText() {
    return new SimulatedCard.Text(SimulatedCard.TEXT)
        .put(0, 30, NAME)
        .put(30, 2, "2")
        .put(32, 4, "07")
        .put(36, 16, "19930314")
        .put(52, 70, ADDRESS)
        .put(122, 36, NUMBER)
        .put(158, 30, AUTHORITY)
        .put(188, 16, "20200101")
        .put(204, 16, "20400101");
  }

  static byte[] photo() {
    byte[] photo = new byte[SimulatedCard.PICTURE];
    new Random(24).nextBytes(photo);
    return photo;
  }

  /** GB 11643-1999 by its table of weights, where the driver reckons step by step. */
  static String number(String digits) {
    int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * Character.digit(digits.charAt(i), 10);
    }
    return digits + "10X98765432".charAt(sum % 11);
  }
}
