package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Medium;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.PinHash;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.Ticket;
import io.hall24.kiosk.issuance.UnknownReason;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.VerifiedTime;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.ops.staff.CredentialChange;
import io.hall24.kiosk.ops.staff.Pin;
import io.hall24.kiosk.ops.staff.Role;
import io.hall24.kiosk.ops.staff.StaffEvent;
import io.hall24.kiosk.ops.staff.StaffName;
import io.hall24.kiosk.ops.staff.StaffRegister;
import io.hall24.kiosk.ops.staff.TokenChange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code stock load, remove, count} and {@code issuance resolve}, on a terminal at rest. */
class SheetCommandsTest {
  private static final String WANG = "482913";
  private static final String LI = "739105";

  /** Says {@code {"face":{"qr":"x"},"faceHash":"00"}}, which is all that is read of it here. */
  private static final String GRANT = "e30.eyJmYWNlIjp7InFyIjoieCJ9LCJmYWNlSGFzaCI6IjAwIn0.c2ln";

  @TempDir Path data;
  private Bytes secret = Bytes.EMPTY;
  private InputStream keyboard = InputStream.nullInputStream();

  @BeforeEach
  void record() throws Exception {
    keyboard = System.in;
    try (Journal journal = RecordedTerminal.open(data)) {
      RecordedTerminal.record(journal);
      var ticket = new Ticket("issuance-1", "order-1", new Copy.Original());
      var sheet = new SheetNumber("ZA000001");
      append(
          journal,
          new IssuanceEvent.Granted(ticket, "grant-1", GRANT),
          new IssuanceEvent.SheetReserved(ticket, "grant-1", Medium.A3, sheet, 7),
          new IssuanceEvent.Printing(ticket, "grant-1", sheet, 7),
          new IssuanceEvent.Unknown(ticket, sheet, UnknownReason.NO_SHEET));
      credentials(journal);
    }
  }

  private static void append(Journal journal, Event... events) {
    if (!(journal.appendAll(List.of(events)) instanceof AppendResult.Durable)) {
      throw new AssertionError("not recorded");
    }
  }

  /** With hashes that cost nothing, so that this test takes no minutes. */
  private void credentials(Journal journal) throws Exception {
    VaultOpening vault =
        KeyVault.open(
            data.resolve("keys"),
            RecordedTerminal.PASSPHRASE.toCharArray(),
            RecordedTerminal.SUITE);
    var register =
        new StaffRegister(
            data,
            journal,
            ((VaultOpening.Opened) vault).vault(),
            RecordedTerminal.SUITE,
            new PinHash.Cost(8, 1),
            HallClock.system(),
            VerifiedTime.UNKNOWN);
    credential(register, Role.STOCK_KEEPER, "wang", WANG);
    credential(register, Role.SUPERVISOR, "li", LI);
    secret =
        assertInstanceOf(TokenChange.Given.class, register.giveToken(new StaffName("li"))).secret();
  }

  /** What li, at the other end of the telephone, says to the challenge that was shown last. */
  private String told(String decision) {
    VaultOpening vault =
        KeyVault.open(
            data.resolve("keys"),
            RecordedTerminal.PASSPHRASE.toCharArray(),
            RecordedTerminal.SUITE);
    try (var rest = RecordAtRest.open(data, ((VaultOpening.Opened) vault).vault())) {
      var asked =
          rest.journal()
              .events(1, StaffEvent.TelephoneAsked.class)
              .reduce((_, later) -> later)
              .orElseThrow()
              .event();
      InputStream asking = System.in;
      System.setIn(
          new ByteArrayInputStream(
              (TokenUri.base32(secret.toArray()) + "\n").getBytes(StandardCharsets.UTF_8)));
      Object[] words =
          Stream.concat(
                  Stream.of("credential", "answer", "--pin-stdin", "terminal-7", asked.challenge()),
                  Stream.of(decision.split(" ")))
              .toArray();
      String code = CommandRun.of(words).out();
      System.setIn(asking);
      return code;
    } catch (CannotOpen broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** A keyboard at which the code is typed when it is asked for, after the PIN. */
  private CommandRun onTheTelephone(String said, Object... arguments) {
    InputStream lines =
        new SequenceInputStream(
            new ByteArrayInputStream((WANG + "\n").getBytes(StandardCharsets.UTF_8)),
            new Later(() -> told(said)));
    System.setIn(lines);
    return CommandRun.of(
        Stream.of(
                Stream.of(arguments),
                Stream.of("--first", "wang", "--second", "li", "--by-telephone", "--pin-stdin"),
                Stream.of("--data", data, "--passphrase-file", data.resolve("passphrase")))
            .flatMap(part -> part)
            .toArray());
  }

  /** Text that is not known before it is read. */
  private static final class Later extends InputStream {
    private final Supplier<String> text;
    private Optional<InputStream> known = Optional.empty();

    Later(Supplier<String> text) {
      this.text = text;
    }

    private InputStream come() {
      if (known.isEmpty()) {
        known = Optional.of(new ByteArrayInputStream(text.get().getBytes(StandardCharsets.UTF_8)));
      }
      return known.get();
    }

    @Override
    public int read() throws IOException {
      return come().read();
    }

    @Override
    public int read(byte[] into, int at, int most) throws IOException {
      return come().read(into, at, most);
    }
  }

  @Test
  void theSecondPersonAnswersByTelephone() {
    CommandRun load =
        onTheTelephone(
            "stock-load A4 FA000006 FA000010", "stock", "load", "A4", "FA000006", "FA000010");
    assertTrue(load.ended(ExitCode.SUCCESS), load.toString());
    assertTrue(tray("A4").contains("loaded 10, in-tray 10"), tray("A4"));
    CommandRun resolve =
        onTheTelephone(
            "issuance-resolve issuance-1 none-found",
            "issuance",
            "resolve",
            "issuance-1",
            "--none-found",
            "looked everywhere");
    assertTrue(resolve.ended(ExitCode.SUCCESS), resolve.toString());
  }

  @Test
  void anAnswerToAnotherQuestionIsNone() {
    CommandRun load =
        onTheTelephone(
            "stock-load A4 FA000006 FA000007", "stock", "load", "A4", "FA000006", "FA000010");
    assertTrue(load.ended(ExitCode.NEGATIVE), load.toString());
    assertTrue(tray("A4").contains("loaded 5, in-tray 5"), tray("A4"));
  }

  private static void credential(StaffRegister register, Role role, String name, String digits) {
    try (Pin pin = Pin.of(digits.toCharArray())) {
      assertInstanceOf(
          CredentialChange.Changed.class, register.set(new StaffName(name), role, pin));
    }
  }

  @AfterEach
  void giveKeyboardBack() {
    System.setIn(keyboard);
  }

  private CommandRun typing(List<String> pins, Object... arguments) {
    System.setIn(
        new ByteArrayInputStream(
            (String.join("\n", pins) + "\n").getBytes(StandardCharsets.UTF_8)));
    return CommandRun.of(
        Stream.of(
                Stream.of(arguments),
                Stream.of(arguments).anyMatch(word -> word.equals("--first"))
                    ? Stream.of("--pin-stdin", "--data", data)
                    : Stream.of("--data", data),
                Stream.of("--passphrase-file", data.resolve("passphrase")))
            .flatMap(part -> part)
            .toArray());
  }

  private CommandRun both(Object... arguments) {
    return typing(
        List.of(WANG, LI),
        Stream.concat(Stream.of(arguments), Stream.of("--first", "wang", "--second", "li"))
            .toArray());
  }

  private String tray(String medium) {
    return CommandRun.of("stock", "status", "--data", data)
        .out()
        .lines()
        .filter(line -> line.startsWith(medium))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aDayIsReportedAtRestAndComparedOnlyWithTheRegistry() {
    CommandRun report = typing(List.of(), "stock", "report", "--json");
    assertTrue(report.ended(ExitCode.SUCCESS), report.toString());
    assertTrue(report.out().contains("\"code\":\"R5\",\"subject\":\"issuance-1\""), report.out());
    CommandRun compared = typing(List.of(), "stock", "reconcile");
    assertTrue(compared.ended(ExitCode.UNAVAILABLE), compared.toString());
    assertTrue(compared.toString().contains("R5  issuance-1"), compared.toString());
    CommandRun noDay = typing(List.of(), "stock", "report", "--day", "yesterday");
    assertTrue(noDay.ended(ExitCode.USAGE), noDay.toString());
  }

  @Test
  void twoPersonsLoadRemoveAndCount() {
    CommandRun load = both("stock", "load", "A4", "FA000006", "FA000010");
    assertTrue(load.ended(ExitCode.SUCCESS), load.toString());
    assertTrue(tray("A4").contains("loaded 10, in-tray 10"), tray("A4"));
    CommandRun remove = both("stock", "remove", "A4", "FA000010", "FA000010", "--reason", "wet");
    assertTrue(remove.ended(ExitCode.SUCCESS), remove.toString());
    assertTrue(tray("A4").contains("in-tray 9, removed 1"), tray("A4"));
    CommandRun wrong = both("stock", "count", "A4", "8");
    assertTrue(wrong.ended(ExitCode.NEGATIVE), wrong.toString());
    assertTrue(tray("A4").endsWith("CLOSED: counted 8 of 9"), tray("A4"));
    CommandRun right = both("stock", "count", "A4", "8", "--missing", "FA000009");
    assertTrue(right.ended(ExitCode.SUCCESS), right.toString());
    assertTrue(tray("A4").contains("in-tray 8") && tray("A4").endsWith("open"), tray("A4"));
  }

  @Test
  void twoPersonsEndAnUnknownIssuanceAndCountItsTray() {
    assertTrue(tray("A3").contains("in-process 1"), tray("A3"));
    CommandRun found = both("issuance", "resolve", "issuance-1", "--sheet-found");
    assertTrue(found.ended(ExitCode.SUCCESS), found.toString());
    assertTrue(tray("A3").contains("spoiled 1"), tray("A3"));
    assertTrue(tray("A3").contains("CLOSED"), tray("A3"));
    CommandRun again = both("issuance", "resolve", "issuance-1", "--none-found", "looked twice");
    assertTrue(again.ended(ExitCode.NEGATIVE), again.toString());
    assertTrue(both("stock", "count", "A3", "9").ended(ExitCode.SUCCESS));
  }

  @Test
  void oneOfThemIsNotEnough() {
    Object[] load = {"stock", "load", "A4", "FA000006", "FA000010"};
    CommandRun wrongPin =
        typing(List.of(WANG, "111222"), with(load, "--first", "wang", "--second", "li"));
    assertTrue(wrongPin.ended(ExitCode.NEGATIVE), wrongPin.toString());
    CommandRun twice =
        typing(List.of(WANG, WANG), with(load, "--first", "wang", "--second", "wang"));
    assertTrue(twice.ended(ExitCode.NEGATIVE), twice.toString());
    assertEquals(Optional.of("two persons are needed"), twice.out().lines().findFirst());
    assertTrue(tray("A4").contains("loaded 5"), tray("A4"));
  }

  private static Object[] with(Object[] words, Object... more) {
    return Stream.concat(Stream.of(words), Stream.of(more)).toArray();
  }

  @Test
  void whatDoesNotFitTheLedgerOrMakesNoSenseIsNotRecorded() {
    CommandRun known = both("stock", "load", "A4", "FA000001", "FA000002");
    assertTrue(known.ended(ExitCode.NEGATIVE), known.toString());
    for (Object[] senseless :
        List.of(
            new Object[] {"stock", "load", "A5", "FA000006", "FA000010"},
            new Object[] {"stock", "load", "A4", "FA000010", "FA000006"},
            new Object[] {"stock", "load", "A4", "FA", "FA000006"},
            new Object[] {"stock", "count", "A4", "-1"})) {
      assertTrue(both(senseless).ended(ExitCode.USAGE), List.of(senseless).toString());
    }
    assertTrue(tray("A4").contains("loaded 5, in-tray 5"), tray("A4"));
  }
}
