package io.hall24.kiosk.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A person who does not exist. Their portraits are stock photographs, one a person, which lie in
 * {@code faces/} of the data directory and are never committed.
 *
 * @param name in Chinese characters
 * @param document what they identify themselves with
 * @param surname in Latin letters, as a passport prints it
 * @param givenNames in Latin letters
 * @param sex as a passport codes it: {@code M} or {@code F}
 * @param birth date of birth
 * @param nationality three letters; {@code UTO} is ICAO's Utopia
 * @param documentNumber nine characters of a passport, 18 of an identity card
 * @param cardAccessNumber six digits; an identity card opens without
 * @param portrait file name of the portrait
 * @param cut the part of it that the chip photo shows
 * @param represents name of the invented company whose legal representative they are
 */
public record InventedPerson(
    String name,
    Document document,
    String surname,
    String givenNames,
    Sex sex,
    LocalDate birth,
    String nationality,
    String documentNumber,
    String cardAccessNumber,
    String portrait,
    Cut cut,
    Optional<String> represents) {

  /**
   * The part of a portrait that a passport shows, in the shape of a passport photo: 35 to 45.
   *
   * @param left pixels
   * @param top pixels
   * @param width pixels
   */
  public record Cut(int left, int top, int width) {}

  /** The kinds of document, in the words of the registry contract. */
  public enum Document {
    PASSPORT,
    RESIDENT_ID_CARD
  }

  /** As coded in a passport. */
  public enum Sex {
    M,
    F
  }

  /** The demonstration's citizen. The region of the number is assigned to nobody. */
  public static final InventedPerson SU_WANQING =
      new InventedPerson(
          "苏晚晴",
          Document.RESIDENT_ID_CARD,
          "SU",
          "WANQING",
          Sex.F,
          LocalDate.of(1995, 8, 16),
          "CHN",
          "999999199508160240",
          "000000",
          "ali-pazani.jpg",
          new Cut(470, 60, 330),
          Optional.of("云岭示例拾光书店"));

  /** Somebody with a passport. The last character of the name is rare: U+36C3. */
  public static final InventedPerson LIN_HAIJIE =
      new InventedPerson(
          "林海㛃",
          Document.PASSPORT,
          "LIN",
          "HAIJIE",
          Sex.F,
          LocalDate.of(1993, 3, 14),
          "UTO",
          "H24000017",
          "240317",
          "fezbot.jpg",
          new Cut(107, 60, 467),
          Optional.of("云岭示例㛃禾茶业有限公司"));

  /** Somebody else, who is nobody's representative. */
  public static final InventedPerson CHENG_YAN =
      new InventedPerson(
          "程䶮",
          Document.PASSPORT,
          "CHENG",
          "YAN",
          Sex.M,
          LocalDate.of(1988, 11, 2),
          "UTO",
          "H24000025",
          "518826",
          "christian.jpg",
          new Cut(95, 5, 240),
          Optional.empty());

  /** A second representative, of another company. */
  public static final InventedPerson HE_MUYUN =
      new InventedPerson(
          "何沐云",
          Document.PASSPORT,
          "HE",
          "MUYUN",
          Sex.F,
          LocalDate.of(1990, 7, 30),
          "UTO",
          "H24000033",
          "730934",
          "team-4.jpg",
          new Cut(200, 0, 480),
          Optional.of("云岭示例沐云设计工作室"));

  /** Everybody. */
  public static List<InventedPerson> all() {
    return List.of(SU_WANQING, LIN_HAIJIE, CHENG_YAN, HE_MUYUN);
  }
}
