package io.hall24.kiosk.ops.staff;

import static io.hall24.kiosk.ops.staff.StaffOffice.RIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.journal.VerifiedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Guessing a PIN: across time, restarts, set clocks, and with many hands. */
class LockOutTest {
  @TempDir Path data;
  private final WrongClock clock = new WrongClock();
  private Optional<Instant> registryTime = Optional.empty();

  private StaffOffice start() {
    return StaffOffice.open(data, clock, () -> registryTime);
  }

  private static Duration waitOf(Entry entry) {
    return assertInstanceOf(Entry.LockedOut.class, entry).left();
  }

  @Test
  void theFifthWrongPinLocksForAMinuteAlsoForTheRightOne() {
    try (StaffOffice office = start().withTechnician()) {
      office.lockOut("wang");
      assertEquals(Duration.ofMinutes(1), waitOf(office.enter("wang", RIGHT)));
      clock.pass(Duration.ofSeconds(59));
      assertEquals(Duration.ofSeconds(1), waitOf(office.enter("101", RIGHT)));
      clock.pass(Duration.ofSeconds(1));
      assertInstanceOf(Entry.Admitted.class, office.enter("wang", RIGHT));
    }
  }

  @Test
  void eachFurtherWrongPinLocksLongerUpToFourHours() {
    try (StaffOffice office = start().withTechnician()) {
      office.lockOut("wang");
      List<Long> minutes = new ArrayList<>();
      for (int i = 0; i < 11; i++) {
        Duration wait = waitOf(office.enter("wang", RIGHT));
        minutes.add(wait.toMinutes());
        clock.pass(wait);
        assertInstanceOf(Entry.Refused.class, office.enter("wang", "000001"));
      }
      assertEquals(List.of(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 240L, 240L, 240L), minutes);
    }
  }

  @Test
  void aRestartEndsNoLockOutAndTheWaitBeginsAnew() {
    try (StaffOffice office = start().withTechnician()) {
      office.lockOut("wang");
      clock.pass(Duration.ofSeconds(50));
    }
    for (int restart = 0; restart < 3; restart++) {
      try (StaffOffice office = start()) {
        assertEquals(Duration.ofMinutes(1), waitOf(office.enter("wang", RIGHT)));
        clock.pass(Duration.ofSeconds(50));
      }
    }
    try (StaffOffice office = start()) {
      clock.pass(Duration.ofMinutes(1));
      assertInstanceOf(Entry.Refused.class, office.enter("wang", "000001"));
      assertEquals(Duration.ofMinutes(2), waitOf(office.enter("wang", RIGHT)), "count was kept");
    }
  }

  @Test
  void settingTheWallClockEndsNoLockOut() {
    for (String hands :
        List.of("1970-01-01T00:00:00Z", "2038-01-19T03:14:08Z", "2026-11-21T10:00:00Z")) {
      Path place = data.resolve(hands.substring(0, 4) + hands.charAt(9));
      assertTrue(place.toFile().mkdir());
      clock.set(Instant.parse("2026-11-22T10:00:00Z"));
      try (StaffOffice office =
          StaffOffice.open(place, clock, VerifiedTime.UNKNOWN).withTechnician()) {
        office.lockOut("wang");
        clock.set(Instant.parse(hands));
        assertEquals(Duration.ofMinutes(1), waitOf(office.enter("wang", RIGHT)));
      }
      clock.set(Instant.parse(hands).plus(Duration.ofDays(400)));
      try (StaffOffice office = StaffOffice.open(place, clock, VerifiedTime.UNKNOWN)) {
        assertEquals(Duration.ofMinutes(1), waitOf(office.enter("wang", RIGHT)));
        clock.pass(Duration.ofMinutes(1));
        assertInstanceOf(Entry.Admitted.class, office.enter("wang", RIGHT));
      }
    }
  }

  @Test
  void theRegistrysTimeCountsAcrossARestart() {
    registryTime = Optional.of(Instant.parse("2026-11-22T10:00:05Z"));
    try (StaffOffice office = start().withTechnician()) {
      office.lockOut("wang");
    }
    registryTime = registryTime.map(then -> then.plusSeconds(45));
    try (StaffOffice office = start()) {
      assertEquals(Duration.ofSeconds(15), waitOf(office.enter("wang", RIGHT)));
      registryTime = registryTime.map(then -> then.minusSeconds(4_000));
      assertEquals(Duration.ofMinutes(1), waitOf(office.enter("wang", RIGHT)), "time runs back");
      registryTime = Optional.of(Instant.parse("2026-11-22T10:01:05Z"));
      assertInstanceOf(Entry.Admitted.class, office.enter("wang", RIGHT));
    }
  }

  @Test
  void oneNumberLockedOutKeepsNobodyElseOut() {
    try (StaffOffice office = start().withTechnician()) {
      office.set(StaffOffice.LI, Role.TECHNICIAN, StaffOffice.OTHER);
      office.lockOut("li");
      assertInstanceOf(Entry.Admitted.class, office.enter("wang", RIGHT));
      assertInstanceOf(Entry.LockedOut.class, office.enter("102", StaffOffice.OTHER));
    }
  }

  @Test
  void numbersThatNobodyHasAreLockedOutTogether() {
    try (StaffOffice office = start().withTechnician()) {
      for (int number = 500; number < 505; number++) {
        assertInstanceOf(Entry.Refused.class, office.enter(Integer.toString(number), "000001"));
      }
      assertInstanceOf(Entry.LockedOut.class, office.enter("900", "000001"));
      assertInstanceOf(Entry.Admitted.class, office.enter("wang", RIGHT));
    }
  }

  @Test
  void setEndsALockOut() {
    try (StaffOffice office = start().withTechnician()) {
      office.lockOut("wang");
      office.set(StaffOffice.WANG, Role.TECHNICIAN, StaffOffice.OTHER);
      assertInstanceOf(Entry.Admitted.class, office.enter("wang", StaffOffice.OTHER));
    }
  }

  @Test
  void manyHandsAtOnceGetNoMoreTries() throws Exception {
    try (StaffOffice office = start().withTechnician();
        var hands = Executors.newFixedThreadPool(8)) {
      List<Callable<Entry>> tries = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        String pin = "%06d".formatted(i);
        tries.add(() -> office.enter("wang", pin));
      }
      int refused = 0;
      int locked = 0;
      for (var answer : hands.invokeAll(tries)) {
        switch (answer.get()) {
          case Entry.Refused _ -> refused++;
          case Entry.LockedOut _ -> locked++;
          case Entry other -> throw new AssertionError(other);
        }
      }
      assertEquals(List.of(5, 35), List.of(refused, locked));
    }
  }
}
