package io.hall24.device.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.AccessKey;
import io.hall24.device.lds.ZoneChecks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drawn pages only: how real ones do under a real camera was not measured. */
class DataPageTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Specimen.View PLAIN = new Specimen.View(10, 0, 0, 0, 0);

  // The specimen of ICAO Doc 9303 part 4, appendix B.
  private static final String UPPER = "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<";
  private static final String LOWER = "L898902C36UTO7408122F1204159ZE184226B<<<<<10";
  private static final AccessKey ERIKSSON =
      new AccessKey.Mrz("L898902C3", LocalDate.of(1974, 8, 12), LocalDate.of(2012, 4, 15));

  private final DataPage page = new DataPage(OcrB.load(Specimen.COMPARED));

  DataPageTest() throws IOException {}

  @Test
  void readsTheSpecimenOfTheStandard() throws Exception {
    assertEquals(ERIKSSON, read(Specimen.withZone(UPPER, LOWER), PLAIN, 1).getFirst());
  }

  @Test
  void readsItHoweverItLies() throws Exception {
    for (double degrees : new double[] {180, 90, 270, 12, -12}) {
      var view = new Specimen.View(9, degrees, 4, 0, 0);
      assertEquals(
          ERIKSSON,
          read(Specimen.withZone(UPPER, LOWER), view, 1).getFirst(),
          degrees + " degrees");
    }
  }

  @Test
  void theRightKeyIsAmongTheFirstFewOfAWornPage() throws Exception {
    for (int seed = 0; seed < 8; seed++) {
      var random = new Random(seed);
      String lower = lower(random);
      var view =
          new Specimen.View(
              7 + random.nextDouble(4),
              random.nextDouble(-8, 8),
              4 + random.nextDouble(14),
              random.nextInt(2),
              random.nextInt(90));
      List<AccessKey> keys = read(Specimen.withZone(UPPER, lower), view, seed);
      assertTrue(keys.contains(keyOf(lower)), "seed " + seed);
    }
  }

  @Test
  void aZoneWhoseCheckDigitsDisagreeIsNoKey() throws Exception {
    String wrong = LOWER.replace("7408122", "7508122");
    assertEquals(List.of(), read(Specimen.withZone(UPPER, wrong), PLAIN, 1));
  }

  @Test
  void readsACardAccessNumberThatStandsAlone() throws Exception {
    assertEquals(
        List.of(new AccessKey.Can("240317")), read(Specimen.withNumber("240317"), PLAIN, 1));
  }

  @Test
  void aPageWithoutEitherIsNoKey() throws Exception {
    assertEquals(List.of(), read(Specimen.withNumber("24031"), PLAIN, 1));
  }

  @Test
  void whatIsNoFontIsRefused(@TempDir Path place) throws IOException {
    Path file = Files.writeString(place.resolve("font"), "not a font");
    assertThrows(IOException.class, () -> OcrB.load(file));
  }

  private List<AccessKey> read(Specimen specimen, Specimen.View view, int seed) throws Exception {
    try (GreyPicture seen = specimen.seen(view, new Random(seed))) {
      return page.keys(seen, TODAY);
    }
  }

  private static AccessKey keyOf(String lower) {
    return new AccessKey.Mrz(
        lower.substring(0, 9),
        LocalDate.of(
            1900 + Integer.parseInt(lower.substring(13, 15)),
            Integer.parseInt(lower.substring(15, 17)),
            Integer.parseInt(lower.substring(17, 19))),
        LocalDate.of(2030, 1, 31));
  }

  /** A made-up passport: a letter and eight digits, as many states number theirs. */
  private static String lower(Random random) {
    StringBuilder number = new StringBuilder().append((char) ('A' + random.nextInt(26)));
    for (int i = 0; i < 8; i++) {
      number.append(random.nextInt(10));
    }
    String birth =
        "%02d%02d%02d"
            .formatted(50 + random.nextInt(40), 1 + random.nextInt(12), 1 + random.nextInt(28));
    String line = checked(number.toString()) + "UTO" + checked(birth) + "M" + checked("300131");
    String rest = checked("<".repeat(14));
    return line
        + rest
        + ZoneChecks.digit(
            line.substring(0, 10) + line.substring(13, 20) + line.substring(21) + rest);
  }

  private static String checked(String field) {
    return field + ZoneChecks.digit(field);
  }
}
