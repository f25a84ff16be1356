package io.hall24.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {
  /** A Sunday. */
  private static final LocalDateTime SUNDAY = LocalDateTime.of(2026, 11, 22, 23, 30);

  private static OpeningHours hours(String text) {
    return OpeningHours.parse(text).orElseThrow();
  }

  @Test
  void endOfASpanIsClosed() {
    OpeningHours office = hours("Mon-Fri 09:00-12:00 13:00-17:00; Sat 09:00-12:00");
    LocalDateTime monday = SUNDAY.plusDays(1);
    assertFalse(office.openAt(monday.withHour(8).withMinute(59)));
    assertTrue(office.openAt(monday.withHour(9).withMinute(0)));
    assertTrue(office.openAt(monday.withHour(11).withMinute(59)));
    assertFalse(office.openAt(monday.withHour(12).withMinute(0)));
    assertTrue(office.openAt(monday.withHour(16).withMinute(59)));
    assertFalse(office.openAt(SUNDAY));
    assertFalse(office.openAt(SUNDAY.minusDays(1)));
  }

  @Test
  void nextOpeningCrossesTheWeek() {
    OpeningHours saturday = hours("Sat 09:00-12:00");
    assertEquals(Optional.of(LocalDateTime.of(2026, 11, 28, 9, 0)), saturday.nextOpening(SUNDAY));
    LocalDateTime open = LocalDateTime.of(2026, 11, 28, 10, 7, 40);
    assertEquals(Optional.of(LocalDateTime.of(2026, 11, 28, 10, 7)), saturday.nextOpening(open));
    assertEquals(Optional.empty(), OpeningHours.NEVER.nextOpening(SUNDAY));
  }

  @Test
  void wholeWeekMayBeWrittenOut() {
    assertEquals(OpeningHours.ALWAYS, hours("Mon-Sun 00:00-24:00"));
    assertTrue(hours("Mon-Sun 00:00-12:00").or(hours("Mon-Sun 12:00-24:00")).isAlways());
    assertEquals(
        Optional.of("Sun 23:59"),
        OpeningHours.ALWAYS.without(hours("Mon-Sat 00:00-24:00; Sun 00:00-23:59")).first());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sometimes",
        "Mon",
        "Mon 9:00-17:00",
        "Fri-Mon 09:00-17:00",
        "Mon 17:00-09:00",
        "Mon 09:00-09:00",
        "Mon 09:00-24:01",
        "Mon 09:60-10:00",
        "Mop 09:00-10:00",
        "Mon 09:00-10:00;",
        "Mon 09:00 - 10:00"
      })
  void whatIsNotUnderstoodIsNotGuessed(String text) {
    assertEquals(Optional.empty(), OpeningHours.parse(text));
  }
}
