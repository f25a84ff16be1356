package io.hall24.kiosk.ops.staff;

import static io.hall24.kiosk.ops.staff.StaffOffice.OTHER;
import static io.hall24.kiosk.ops.staff.StaffOffice.RIGHT;
import static io.hall24.kiosk.ops.staff.StaffOffice.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.OneTimeCode;
import io.hall24.kiosk.journal.VerifiedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two factors, for confirming people. */
class CoSigningTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:10Z");
  private static final StaffMember CLERK = new StaffMember(WANG, Role.CLERK, 101);

  @TempDir Path data;
  private final WrongClock clock = new WrongClock();
  private Optional<Instant> registryTime = Optional.of(START);
  private StaffOffice office;
  private Bytes token;

  @BeforeEach
  void open() {
    VerifiedTime time = () -> registryTime;
    office = StaffOffice.open(data, clock, time);
    office.set(WANG, Role.CLERK, RIGHT);
    token = newToken();
  }

  @AfterEach
  void close() {
    office.close();
  }

  private Bytes newToken() {
    return assertInstanceOf(TokenChange.Given.class, office.register().giveToken(WANG)).secret();
  }

  private void pass(Duration duration) {
    clock.pass(duration);
    registryTime = registryTime.map(time -> time.plus(duration));
  }

  private String code(int stepsOff) {
    return OneTimeCode.at(token, OneTimeCode.stepAt(registryTime.orElseThrow()) + stepsOff);
  }

  private Entry sign(String pin, String code) {
    return office
        .register()
        .enter(new Claim("101", Pin.of(pin.toCharArray()), Optional.of(code)), Duty.CO_SIGN);
  }

  @Test
  void pinAndCodeTogetherAdmit() {
    assertEquals(new Entry.Admitted(CLERK), sign(RIGHT, code(0)));
  }

  @Test
  void oneFactorIsNotEnoughAndWhichWasWrongIsNotTold() {
    assertEquals(new Entry.Refused(4), sign(OTHER, code(0)));
    assertEquals(new Entry.Refused(3), sign(RIGHT, "000000"));
    assertEquals(
        new Entry.Refused(2),
        office.register().enter(new Claim("101", Pin.of(RIGHT.toCharArray())), Duty.CO_SIGN));
  }

  @Test
  void aCodeServesOnceAndNoOlderOneAfterIt() {
    String older = code(-1);
    String code = code(0);
    assertEquals(new Entry.Admitted(CLERK), sign(RIGHT, code));
    assertInstanceOf(Entry.Refused.class, sign(RIGHT, code));
    assertInstanceOf(Entry.Refused.class, sign(RIGHT, older));
    pass(Duration.ofSeconds(30));
    assertEquals(new Entry.Admitted(CLERK), sign(RIGHT, code(0)));
  }

  @Test
  void aUsedCodeStaysUsedAfterARestart() {
    String code = code(0);
    sign(RIGHT, code);
    office.close();
    office = StaffOffice.open(data, clock, () -> registryTime);
    assertInstanceOf(Entry.Refused.class, sign(RIGHT, code));
  }

  @Test
  void aTokenMayBeHalfAMinuteOffAndNoMore() {
    assertInstanceOf(Entry.Refused.class, sign(RIGHT, code(-2)));
    assertInstanceOf(Entry.Refused.class, sign(RIGHT, code(2)));
    assertEquals(new Entry.Admitted(CLERK), sign(RIGHT, code(-1)));
    assertEquals(new Entry.Admitted(CLERK), sign(RIGHT, code(1)));
  }

  @Test
  void wrongTriesLockOutAsEverywhereElse() {
    for (int tries = 0; tries <= LockOut.FREE; tries++) {
      sign(RIGHT, "000000");
    }
    assertInstanceOf(Entry.LockedOut.class, sign(RIGHT, code(0)));
    pass(Duration.ofMinutes(1));
    assertEquals(new Entry.Admitted(CLERK), sign(RIGHT, code(0)));
  }

  @Test
  void aNewTokenEndsTheOldOne() {
    String old = code(0);
    Bytes before = token;
    token = newToken();
    assertNotEquals(before, token);
    assertInstanceOf(Entry.Refused.class, sign(RIGHT, old));
    assertEquals(new Entry.Admitted(CLERK), sign(RIGHT, code(0)));
  }

  @Test
  void aNewPinKeepsTheToken() {
    office.set(WANG, Role.CLERK, OTHER);
    assertEquals(new Entry.Admitted(CLERK), sign(OTHER, code(0)));
  }

  @Test
  void whoHasNoTokenIsNotAllowed() {
    office.set(StaffOffice.LI, Role.CLERK, OTHER);
    var claim = new Claim("li", Pin.of(OTHER.toCharArray()), Optional.of("000000"));
    assertInstanceOf(Entry.NotAllowed.class, office.register().enter(claim, Duty.CO_SIGN));
  }

  @Test
  void aTechnicianWithATokenConfirmsNobody() {
    office.set(WANG, Role.TECHNICIAN, RIGHT);
    assertInstanceOf(Entry.NotAllowed.class, sign(RIGHT, code(0)));
  }

  @Test
  void aClerkOpensNothing() {
    assertInstanceOf(Entry.NotAllowed.class, office.enter("wang", RIGHT));
  }

  @Test
  void withoutTheRegistrysTimeNoCodeIsJudged() {
    String code = code(0);
    registryTime = Optional.empty();
    assertInstanceOf(Entry.Unavailable.class, sign(RIGHT, code));
    registryTime = Optional.of(START);
    assertEquals(new Entry.Admitted(CLERK), sign(RIGHT, code));
  }
}
