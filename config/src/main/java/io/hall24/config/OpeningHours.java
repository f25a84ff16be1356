package io.hall24.config;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * At which minutes of a week something is open, in the hall's time. Written {@code always}, {@code
 * never} or days and times such as {@code Mon-Fri 09:00-12:00 13:00-17:00; Sat 09:00-12:00}; the
 * end of a day is {@code 24:00}.
 */
public final class OpeningHours {
  /** Open at every minute. */
  public static final OpeningHours ALWAYS = new OpeningHours(all());

  /** Open at none. */
  public static final OpeningHours NEVER = new OpeningHours(new BitSet());

  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;
  private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final Pattern PART =
      Pattern.compile("([A-Z][a-z]{2})(?:-([A-Z][a-z]{2}))?((?: +\\d{2}:\\d{2}-\\d{2}:\\d{2})+)");
  private static final Pattern TIMES = Pattern.compile("(\\d{2}):(\\d{2})-(\\d{2}):(\\d{2})");

  private final BitSet minutes;

  private OpeningHours(BitSet minutes) {
    this.minutes = minutes;
  }

  private static BitSet all() {
    BitSet all = new BitSet(WEEK);
    all.set(0, WEEK);
    return all;
  }

  /** Reads the text; empty when it cannot be understood. */
  public static Optional<OpeningHours> parse(String text) {
    return switch (text.strip()) {
      case "always" -> Optional.of(ALWAYS);
      case "never" -> Optional.of(NEVER);
      default -> parts(text);
    };
  }

  private static Optional<OpeningHours> parts(String text) {
    BitSet minutes = new BitSet(WEEK);
    for (String part : text.split(";", -1)) {
      if (!add(part.strip(), minutes)) {
        return Optional.empty();
      }
    }
    return Optional.of(new OpeningHours(minutes));
  }

  private static boolean add(String part, BitSet minutes) {
    Matcher days = PART.matcher(part);
    if (!days.matches()) {
      return false;
    }
    int first = DAYS.indexOf(days.group(1));
    int last = days.group(2) == null ? first : DAYS.indexOf(days.group(2));
    if (first < 0 || last < first) {
      return false;
    }
    Matcher times = TIMES.matcher(days.group(3));
    while (times.find()) {
      int from = minute(times.group(1), times.group(2));
      int to = minute(times.group(3), times.group(4));
      if (from < 0 || to > DAY || to <= from) {
        return false;
      }
      for (int day = first; day <= last; day++) {
        minutes.set(day * DAY + from, day * DAY + to);
      }
    }
    return true;
  }

  private static int minute(String hour, String minute) {
    int value = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
    return Integer.parseInt(minute) > 59 ? DAY + 1 : value;
  }

  /** Whether it is open at a minute. */
  public boolean openAt(LocalDateTime time) {
    return minutes.get(minuteOfWeek(time));
  }

  private static int minuteOfWeek(LocalDateTime time) {
    return (time.getDayOfWeek().getValue() - 1) * DAY + time.getHour() * 60 + time.getMinute();
  }

  /** The first minute from a time on at which it is open; empty when it never is. */
  public Optional<LocalDateTime> nextOpening(LocalDateTime from) {
    LocalDateTime start = from.truncatedTo(ChronoUnit.MINUTES);
    int now = minuteOfWeek(start);
    for (int ahead = 0; ahead < WEEK; ahead++) {
      if (minutes.get((now + ahead) % WEEK)) {
        return Optional.of(start.plusMinutes(ahead));
      }
    }
    return Optional.empty();
  }

  /** Open where either is. */
  public OpeningHours or(OpeningHours other) {
    BitSet either = (BitSet) minutes.clone();
    either.or(other.minutes);
    return new OpeningHours(either);
  }

  /** Open where this is and the other is not. */
  public OpeningHours without(OpeningHours other) {
    BitSet rest = (BitSet) minutes.clone();
    rest.andNot(other.minutes);
    return new OpeningHours(rest);
  }

  /** Open at every minute of the week. */
  public boolean isAlways() {
    return minutes.cardinality() == WEEK;
  }

  /** Open at no minute. */
  public boolean isNever() {
    return minutes.isEmpty();
  }

  /** The first minute of the week at which it is open, e.g. {@code Sat 17:00}; empty when never. */
  public Optional<String> first() {
    int minute = minutes.nextSetBit(0);
    return minute < 0
        ? Optional.empty()
        : Optional.of(
            DAYS.get(DayOfWeek.of(minute / DAY + 1).getValue() - 1)
                + " "
                + LocalTime.ofSecondOfDay(minute % DAY * 60L));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OpeningHours hours && minutes.equals(hours.minutes);
  }

  @Override
  public int hashCode() {
    return minutes.hashCode();
  }

  @Override
  public String toString() {
    return isAlways() ? "always" : isNever() ? "never" : minutes.cardinality() + " minutes a week";
  }
}
