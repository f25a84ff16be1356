package io.hall24.kiosk.issuance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Medium;
import io.hall24.device.simulated.Mechanics;
import io.hall24.kiosk.demo.registry.Faults;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk against the sandbox registry, the real journal, presenter and eye. */
class PrintingDeskTest {
  private static final Duration PATIENT = Duration.ofSeconds(20);
  private static final Duration BRIEF = Duration.ofSeconds(2);
  @TempDir Path directory;
  private Town town;
  private final List<AutoCloseable> open = new ArrayList<>();

  @BeforeEach
  void found() throws IOException {
    town = Town.found(directory);
  }

  @AfterEach
  void closeEverything() throws Exception {
    for (AutoCloseable thing : open.reversed()) {
      thing.close();
    }
    town.close();
  }

  private Terminal terminal(Duration collecting, Moments moments) throws InterruptedException {
    Terminal terminal = Terminal.start(town.terminal(), collecting, moments);
    open.add(terminal);
    terminal.loadStock();
    terminal.desk().recover();
    return terminal;
  }

  private Terminal terminalWithCitizen() throws InterruptedException {
    open.add(Citizen.before(town.mechanics()));
    return terminal(PATIENT, Moments.ignored());
  }

  private static Outcome issue(Terminal terminal) throws InterruptedException {
    Outcome outcome = terminal.desk().await(terminal.desk().begin(Town.order(), Town.ORIGINAL));
    terminal.desk().settle();
    return outcome;
  }

  private void assertAllRecordsAgree(Terminal terminal) throws Exception {
    terminal.sendEverything();
    terminal.desk().settle();
    terminal.sendEverything();
    assertEquals(List.of(), Judge.complaints(town, terminal));
  }

  private static SheetPlace first(Terminal terminal) {
    return terminal
        .journal()
        .read(store -> StockLedger.placeOf(Town.number(Medium.A3, 1), store))
        .orElseThrow();
  }

  @Test
  void aTakenLicenceIsActiveAndSettled() throws Exception {
    Terminal terminal = terminalWithCitizen();
    List<Progress.Stage> stages = new CopyOnWriteArrayList<>();
    open.add(terminal.desk().onProgress(progress -> stages.add(progress.stage())));

    assertEquals(new Outcome.Collected(Town.number(Medium.A3, 1)), issue(terminal));
    assertEquals(List.of(Progress.Stage.values()), stages);
    assertEquals(List.of(), terminal.desk().open());
    assertEquals("ACTIVE", town.registry().sheets().get("ZB000001"));
    assertAllRecordsAgree(terminal);
  }

  @Test
  void originalAndDuplicateComeFromTheirOwnTrays() throws Exception {
    Terminal terminal = terminalWithCitizen();
    issue(terminal);
    Ticket duplicate = terminal.desk().begin(Town.order(), Town.DUPLICATE);
    assertEquals(
        new Outcome.Collected(Town.number(Medium.A4, 1)), terminal.desk().await(duplicate));
    assertAllRecordsAgree(terminal);
  }

  @Test
  void aCopyThatWasCollectedIsRefused() throws Exception {
    Terminal terminal = terminalWithCitizen();
    issue(terminal);
    assertEquals(new Outcome.Refused("ALREADY_ISSUED"), issue(terminal));
    assertAllRecordsAgree(terminal);
  }

  @Test
  void aLicenceThatNobodyTakesIsRetainedAndPendingAgain() throws Exception {
    Terminal terminal = terminal(BRIEF, Moments.ignored());
    assertEquals(new Outcome.Retained(Town.number(Medium.A3, 1)), issue(terminal));
    assertEquals(SheetPlace.RETAINED, first(terminal));
    assertAllRecordsAgree(terminal);

    open.add(Citizen.before(town.mechanics()));
    assertEquals(new Outcome.Collected(Town.number(Medium.A3, 2)), issue(terminal));
    assertAllRecordsAgree(terminal);
  }

  @Test
  void aBlankSheetIsSpoiledAndTheCopyMayBeTriedAgain() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.mechanics().plant(Mechanics.Fault.BLANK);
    assertEquals(new Outcome.Spoiled(SpoilReason.BLANK, true), issue(terminal));
    town.mechanics().repair(Mechanics.Fault.BLANK);
    assertEquals(new Outcome.Collected(Town.number(Medium.A3, 2)), issue(terminal));
    assertAllRecordsAgree(terminal);
  }

  @Test
  void twoSpoiledSheetsAreTheMostThatACopyCosts() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.printer().plant(FolderPrinter.Fault.WRONG_QR);
    assertEquals(new Outcome.Spoiled(SpoilReason.QR_DIFFERS, true), issue(terminal));
    assertEquals(new Outcome.Spoiled(SpoilReason.QR_DIFFERS, false), issue(terminal));
    assertEquals(new Outcome.Released(ReleaseReason.TOO_MANY_SPOILED), issue(terminal));
    assertEquals(2, town.printer().documents().size());
    assertAllRecordsAgree(terminal);
  }

  @Test
  void aDoubleFeedClosesTheTrayUntilTwoPersonsCountedIt() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.mechanics().plant(Mechanics.Fault.WRONG_NUMBER);
    assertEquals(new Outcome.Spoiled(SpoilReason.NUMBER_DIFFERS, false), issue(terminal));
    town.mechanics().repair(Mechanics.Fault.WRONG_NUMBER);
    assertEquals(new Outcome.Released(ReleaseReason.SERVICE_CLOSED), issue(terminal));

    assertEquals(
        new StaffAnswer.Recorded(),
        terminal
            .stock()
            .counted(
                Medium.A3, Town.SHEETS - 2, List.of(Town.number(Medium.A3, 2)), Terminal.staff()));
    assertEquals(new Outcome.Collected(Town.number(Medium.A3, 3)), issue(terminal));
  }

  @Test
  void aCountThatDiffersKeepsTheTrayClosed() throws Exception {
    Terminal terminal = terminalWithCitizen();
    terminal.stock().counted(Medium.A3, Town.SHEETS - 1, List.of(), Terminal.staff());
    assertEquals(new Outcome.Released(ReleaseReason.SERVICE_CLOSED), issue(terminal));
    assertFalse(terminal.desk().obstacles(Town.ORIGINAL).isEmpty());
    assertTrue(terminal.desk().obstacles(Town.DUPLICATE).isEmpty());
  }

  @Test
  void aJamIsSpoiledOnlyAfterTheJobWasSeenCancelled() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.mechanics().plant(Mechanics.Fault.JAM);
    assertEquals(new Outcome.Spoiled(SpoilReason.JOB_CANCELLED, false), issue(terminal));
    assertEquals(SheetPlace.SPOILED, first(terminal));
    assertAllRecordsAgree(terminal);
  }

  @Test
  void aJobThatCannotBeSeenCancelledIsUnknownAndBlocksTheService() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.printer().plant(FolderPrinter.Fault.STUBBORN);
    assertEquals(new Outcome.Unknown(UnknownReason.NOT_SEEN_CANCELLED), issue(terminal));
    assertEquals(new Outcome.Released(ReleaseReason.SERVICE_CLOSED), issue(terminal));
    assertAllRecordsAgree(terminal);
  }

  @Test
  void aForgottenJobProvesNothing() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.printer().plant(FolderPrinter.Fault.FORGETS);
    assertEquals(new Outcome.Unknown(UnknownReason.JOB_ABSENT), issue(terminal));
    assertEquals(List.of(), town.mechanics().taken());
    assertAllRecordsAgree(terminal);
  }

  @Test
  void aJobThatThePrinterGaveUpIsUnknown() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.printer().plant(FolderPrinter.Fault.ABORTS);
    assertEquals(new Outcome.Unknown(UnknownReason.JOB_ABORTED), issue(terminal));
    assertAllRecordsAgree(terminal);
  }

  @Test
  void aLostAnswerToTheDocumentIsFollowedToItsEnd() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.printer().plant(FolderPrinter.Fault.ANSWER_LOST);
    assertEquals(new Outcome.Collected(Town.number(Medium.A3, 1)), issue(terminal));
    assertAllRecordsAgree(terminal);
  }

  @Test
  void aLostDocumentCostsItsNumberAndNoLicence() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.printer().plant(FolderPrinter.Fault.REQUEST_LOST);
    assertEquals(new Outcome.Spoiled(SpoilReason.JOB_CANCELLED, false), issue(terminal));
    assertEquals(List.of(), town.printer().documents());
    assertAllRecordsAgree(terminal);
  }

  @Test
  void aRefusedDocumentCostsItsNumberAndNoLicence() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.printer().plant(FolderPrinter.Fault.REFUSES);
    assertEquals(new Outcome.Spoiled(SpoilReason.JOB_CANCELLED, false), issue(terminal));
    assertAllRecordsAgree(terminal);
  }

  @Test
  void aPresenterThatBreaksDownKeepsTheSheetInside() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.mechanics().plant(Mechanics.Fault.FLAP_STUCK);
    Outcome outcome = issue(terminal);
    // Its supervisor may find it again in time for the way into the bin.
    assertTrue(
        outcome.equals(new Outcome.Retained(Town.number(Medium.A3, 1)))
            || outcome.equals(new Outcome.Unknown(UnknownReason.OUTPUT_SILENT)),
        outcome::toString);
    assertEquals(List.of(), town.mechanics().taken());
    assertAllRecordsAgree(terminal);
  }

  @Test
  void aDarkEyeNeverLetsASheetOut() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.mechanics().plant(Mechanics.Fault.EYE_DARK);
    assertInstanceOf(Outcome.Spoiled.class, issue(terminal));
    assertEquals(List.of(), town.mechanics().taken());
    assertAllRecordsAgree(terminal);
  }

  @Test
  void givingUpBeforePrintingReleasesEverything() throws Exception {
    var atPrinter = new AtomicReference<Runnable>(() -> {});
    Terminal terminal =
        terminal(
            PATIENT,
            moment -> {
              if (moment.equals("after printer.createJob")) {
                atPrinter.get().run();
              }
            });
    List<Ticket> seen = new CopyOnWriteArrayList<>();
    open.add(terminal.desk().onProgress(progress -> seen.add(progress.ticket())));
    atPrinter.set(() -> seen.forEach(terminal.desk()::requestRelease));
    Ticket begun = terminal.desk().begin(Town.order(), Town.ORIGINAL);
    assertEquals(new Outcome.Released(ReleaseReason.GIVEN_UP), terminal.desk().await(begun));
    assertEquals(SheetPlace.IN_TRAY, first(terminal));
    assertEquals(List.of(), town.printer().documents());
    assertAllRecordsAgree(terminal);
  }

  @Test
  void givingUpWhilePaperMovesChangesNothing() throws Exception {
    Terminal terminal = terminalWithCitizen();
    open.add(
        terminal
            .desk()
            .onProgress(progress -> {
              if (progress.stage() == Progress.Stage.PRINTING) {
                terminal.desk().requestRelease(progress.ticket());
              }
            }));
    assertEquals(new Outcome.Collected(Town.number(Medium.A3, 1)), issue(terminal));
  }

  @Test
  void withoutAnAnswerTheSameIdIsAskedAgainUntilItComes() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.registry().misbehave(Faults.NONE.with(Faults.Fault.DROP_AFTER, 0.6).seeded(5));
    assertEquals(new Outcome.Collected(Town.number(Medium.A3, 1)), issue(terminal));
    town.registry().misbehave(Faults.NONE);
    assertAllRecordsAgree(terminal);
  }

  @Test
  void anUnreachableRegistryReleasesAndHearsOfItLater() throws Exception {
    Terminal terminal = Terminal.impatient(town.terminal(), PATIENT);
    open.add(terminal);
    terminal.loadStock();
    terminal.desk().recover();
    town.registry().misbehave(Faults.NONE.with(Faults.Fault.DROP_BEFORE, 1));
    assertEquals(new Outcome.Released(ReleaseReason.NO_ANSWER), issue(terminal));
    assertEquals(1, terminal.desk().open().size());
    town.registry().misbehave(Faults.NONE);
    assertAllRecordsAgree(terminal);
  }

  @Test
  void nothingIsAskedOfTheRegistryWhenTheTrayIsEmpty() throws Exception {
    List<String> moments = new CopyOnWriteArrayList<>();
    Terminal terminal = Terminal.start(town.terminal(), PATIENT, moments::add);
    open.add(terminal);
    terminal.desk().recover();
    Ticket ticket = terminal.desk().begin(Town.order(), Town.ORIGINAL);
    assertEquals(new Outcome.Released(ReleaseReason.NOT_READY), terminal.desk().await(ticket));
    assertFalse(moments.contains("before registry.grant"));
  }

  @Test
  void untilItHasRecoveredTheDeskIssuesNothing() throws Exception {
    Terminal terminal = Terminal.start(town.terminal(), PATIENT, Moments.ignored());
    open.add(terminal);
    terminal.loadStock();
    assertEquals(new Outcome.Released(ReleaseReason.SERVICE_CLOSED), issue(terminal));
  }

  @Test
  void anOrderIsBegunOnlyWhenThereAreSheetsForAllItsCopies() throws Exception {
    Terminal terminal = terminalWithCitizen();
    assertEquals(List.of(), terminal.desk().obstacles(Town.order()));
    var all = Town.firstLoad(Medium.A4);
    assertEquals(
        new StaffAnswer.Recorded(),
        terminal.stock().remove(Medium.A4, all, "for a test", Terminal.staff()));
    assertEquals(List.of(), terminal.desk().obstacles(Town.ORIGINAL));
    assertEquals(List.of(new Obstacle.NoStock(Medium.A4)), terminal.desk().obstacles(Town.order()));
  }

  @Test
  void withoutTonerNothingIsAskedOfTheRegistry() throws Exception {
    Terminal terminal = terminalWithCitizen();
    town.printer().plant(FolderPrinter.Fault.NO_TONER);
    assertEquals(new Outcome.Released(ReleaseReason.NOT_READY), issue(terminal));
    assertAllRecordsAgree(terminal);
    assertTrue(neverGranted(terminal));
  }

  @Test
  void aFaceThatDoesNotGoOntoItsFormIsNotAskedFor() throws Exception {
    var mechanics = town.mechanics();
    Terminal terminal =
        Terminal.start(
            town.terminal(),
            Terminal.times(BRIEF),
            Moments.ignored(),
            new Terminal.Equipment(
                new FolderPrinter(mechanics, Moments.ignored()),
                (face, copy) -> new LicencePress.Pressing.Refused("no glyph"),
                picture -> {
                  throw new IllegalStateException("nothing is printed");
                }));
    open.add(terminal);
    terminal.loadStock();
    terminal.desk().recover();
    assertTrue(
        terminal
            .desk()
            .obstacles(Town.order())
            .contains(new Obstacle.DoesNotFit(Town.ORIGINAL, "no glyph")));
    assertEquals(new Outcome.Released(ReleaseReason.NOT_RENDERED), issue(terminal));
    assertAllRecordsAgree(terminal);
    assertTrue(neverGranted(terminal));
  }

  private boolean neverGranted(Terminal terminal) {
    return town.registry().events(terminal.journal().head().journalId()).stream()
        .noneMatch(event -> event.type().equals("issuance.granted"));
  }
}
