package io.hall24.kiosk.ops.staff;

import static io.hall24.kiosk.ops.staff.StaffOffice.LI;
import static io.hall24.kiosk.ops.staff.StaffOffice.OTHER;
import static io.hall24.kiosk.ops.staff.StaffOffice.RIGHT;
import static io.hall24.kiosk.ops.staff.StaffOffice.WANG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.issuance.TwoPersons;
import io.hall24.kiosk.journal.VerifiedTime;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaffRegisterTest {
  @TempDir Path data;
  private final WrongClock clock = new WrongClock();
  private StaffOffice office;

  @BeforeEach
  void open() {
    office = StaffOffice.open(data, clock, VerifiedTime.UNKNOWN);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private void restart() {
    office.close();
    open();
  }

  @Test
  void nobodyHasACredentialFromTheStart() throws Exception {
    assertEquals(List.of(), office.register().members());
    for (String pin : List.of("", "0", "000000", "123456", RIGHT)) {
      clock.pass(java.time.Duration.ofHours(5));
      assertInstanceOf(Entry.Refused.class, office.enter("wang", pin));
    }
  }

  @Test
  void theRightPinAdmitsByNameAndByNumberAlsoAfterARestart() {
    office.withTechnician();
    StaffMember wang = new StaffMember(WANG, Role.TECHNICIAN, 101);
    assertEquals(new Entry.Admitted(wang), office.enter("wang", RIGHT));
    restart();
    assertEquals(new Entry.Admitted(wang), office.enter("101", RIGHT));
    assertEquals(new Entry.Refused(4), office.enter("101", OTHER));
    assertEquals(new Entry.Refused(3), office.enter("wang", ""));
    assertEquals(new Entry.Admitted(wang), office.enter("wang", RIGHT));
    assertEquals(new Entry.Refused(4), office.enter("wang", OTHER), "counted anew");
  }

  @Test
  void aNewPinReplacesTheOldOneAndKeepsTheNumber() throws Exception {
    office.withTechnician();
    office.set(LI, Role.SUPERVISOR, OTHER);
    office.set(WANG, Role.SUPERVISOR, "615094");
    assertInstanceOf(Entry.Refused.class, office.enter("wang", RIGHT));
    assertInstanceOf(Entry.Admitted.class, office.enter("101", "615094"));
    assertEquals(
        List.of(
            new StaffMember(LI, Role.SUPERVISOR, 102), new StaffMember(WANG, Role.SUPERVISOR, 101)),
        office.register().members());
  }

  @Test
  void whoIsRemovedEntersNoMoreAndTheirNumberIsNotGivenAgain() throws Exception {
    office.withTechnician();
    assertInstanceOf(
        CredentialChange.Changed.class, office.register().remove(WANG, Role.TECHNICIAN));
    assertEquals(
        new CredentialChange.NobodyCalled(WANG), office.register().remove(WANG, Role.TECHNICIAN));
    assertInstanceOf(Entry.Refused.class, office.enter("wang", RIGHT));
    restart();
    office.set(LI, Role.TECHNICIAN, OTHER);
    assertEquals(List.of(new StaffMember(LI, Role.TECHNICIAN, 102)), office.register().members());
  }

  @Test
  void aWeakPinIsNotSet() throws Exception {
    assertEquals(
        new CredentialChange.WeakPin(Pin.Weakness.SEQUENCE),
        office.register().set(WANG, Role.TECHNICIAN, Pin.of("123456".toCharArray())));
    assertEquals(List.of(), office.register().members());
    assertEquals(List.of(), office.events());
  }

  @Test
  void aStockKeeperDoesNotOpenTheMaintenanceScreen() {
    office.set(LI, Role.STOCK_KEEPER, OTHER);
    assertEquals(
        new Entry.NotAllowed(new StaffMember(LI, Role.STOCK_KEEPER, 101)),
        office.enter("li", OTHER));
    assertInstanceOf(
        Entry.Admitted.class,
        office.register().enter(new Claim("li", Pin.of(OTHER.toCharArray())), Duty.STOCK));
  }

  @Test
  void whatTakesTwoTakesTwo() {
    office.withTechnician();
    office.set(LI, Role.STOCK_KEEPER, OTHER);
    var wang = new Claim("wang", Pin.of(RIGHT.toCharArray()));
    var wangByNumber = new Claim("101", Pin.of(RIGHT.toCharArray()));
    var li = new Claim("li", Pin.of(OTHER.toCharArray()));
    var liar = new Claim("li", Pin.of(RIGHT.toCharArray()));
    StaffRegister register = office.register();
    assertEquals(
        new Approval.Approved(new TwoPersons("wang", "li")),
        register.approve(wang, li, Duty.STOCK));
    assertEquals(new Approval.OnePerson(), register.approve(wang, wangByNumber, Duty.STOCK));
    assertEquals(
        new Approval.NotApproved("li", new Entry.Refused(4)),
        register.approve(wang, liar, Duty.RESOLVE));
    assertEquals(
        new Approval.NotApproved("li", new Entry.Refused(3)),
        register.approve(liar, wang, Duty.RESOLVE));
  }

  @Test
  void everythingIsAnEventAndNoPinIsInOne() {
    office.withTechnician();
    office.enter("wang", RIGHT);
    office.enter("stranger", OTHER);
    office.lockOut("wang");
    office.register().remove(WANG, Role.TECHNICIAN);
    List<StaffEvent> events = office.events();
    assertEquals(
        List.of(
            "CredentialSet",
            "Tried",
            "Admitted",
            "Tried",
            "Refused",
            "Tried",
            "Refused",
            "Tried",
            "Refused",
            "Tried",
            "Refused",
            "Tried",
            "Refused",
            "Tried",
            "Refused",
            "LockedOut",
            "CredentialRemoved"),
        events.stream().map(event -> event.getClass().getSimpleName()).toList());
    assertEquals(new StaffEvent.LockedOut(101, 5, 60), events.get(15));
    assertFalse(events.toString().contains(RIGHT) || events.toString().contains("argon2"));
  }

  @Test
  void neitherPinNorNameNorHashLiesReadableOnTheDisk() throws Exception {
    office.set(new StaffName("wang.canary"), Role.TECHNICIAN, "908173645201");
    office.close();
    try (var files = Files.walk(data)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String content = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String secret : List.of("908173645201", "wang.canary", "argon2")) {
          assertFalse(content.contains(secret), file + " has " + secret);
        }
      }
    }
    open();
    try (var files = Files.list(data.resolve("staff"))) {
      for (Path file : files.toList()) {
        assertEquals(
            "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      }
    }
  }

  @Test
  void anOlderFilePutBackIsNotBelieved() throws Exception {
    office.withTechnician();
    Path staff = data.resolve("staff");
    Path old = onlyFile(staff);
    byte[] kept = Files.readAllBytes(old);
    assertInstanceOf(
        CredentialChange.Changed.class, office.register().remove(WANG, Role.TECHNICIAN));
    Path now = onlyFile(staff);
    Files.write(old, kept);
    assertInstanceOf(Entry.Refused.class, office.enter("wang", RIGHT));
    Files.write(now, kept);
    assertInstanceOf(Entry.Unavailable.class, office.enter("wang", RIGHT));
    Files.delete(now);
    var gone = assertInstanceOf(Entry.Unavailable.class, office.enter("wang", RIGHT));
    assertTrue(gone.detail().contains("not those that the journal names"), gone.detail());
  }

  private static Path onlyFile(Path directory) throws Exception {
    try (var files = Files.list(directory)) {
      List<Path> all = files.toList();
      assertEquals(1, all.size());
      return all.getFirst();
    }
  }
}
