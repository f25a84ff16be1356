package io.hall24.kiosk.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.hall24.device.Medium;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.crypto.VerificationKey;
import io.hall24.kiosk.demo.registry.SandboxRegistry;
import io.hall24.kiosk.demo.registry.Seed;
import io.hall24.kiosk.issuance.Evidence;
import io.hall24.kiosk.issuance.IssuanceEvent;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.StockEvent;
import io.hall24.kiosk.issuance.Ticket;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.OpenResult;
import io.hall24.kiosk.licence.Copy;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A terminal with a real journal beside a real sandbox registry. */
final class Hall implements AutoCloseable {
  static final HallClock CLOCK = HallClock.system();
  static final String TERMINAL = "H24-TEST-1";
  static final Instant BUILT = Instant.parse("2026-11-01T00:00:00Z");
  static final HolderQuery HOLDER =
      new HolderQuery("PASSPORT", "L898902C3", "UTO", LocalDate.of(1974, 8, 12));
  private static final char[] PASSPHRASE = "only for tests".toCharArray();
  private final Path directory;
  private final int port;
  private final CryptoSuite suite;
  final StatusBoard board = new StatusBoard(CLOCK);
  final RegistryTime time = new RegistryTime(BUILT, CLOCK);
  final RegistryLink link;
  final HttpRegistry registry;
  SandboxRegistry sandbox;
  Journal journal;
  Uploader uploader;
  private KeyVault vault;

  private Hall(Path directory, CryptoSuite suite) throws IOException {
    this.directory = Files.createDirectories(directory);
    this.suite = suite;
    Path books = directory.resolve("registry.db");
    this.sandbox =
        suite.name().equals("national")
            ? SandboxRegistry.startNational(books, 0, Seed.demo(), Optional.empty(), CLOCK)
            : SandboxRegistry.start(books, 0, Seed.demo(), CLOCK);
    this.port = sandbox.port();
    this.link = link(sandbox.url(), sandbox.trustAnchor(), TERMINAL);
    this.registry = new HttpRegistry(link);
    this.vault = vault(directory.resolve("keys"));
    this.journal = openJournal("journal");
    this.uploader = new Uploader(link, journal);
  }

  /** With a journal that the registry knows. */
  static Hall enrolled(Path directory) throws IOException, InterruptedException {
    return enrolled(directory, CryptoSuite.international());
  }

  /** The same under a suite, terminal and registry. */
  static Hall enrolled(Path directory, CryptoSuite suite) throws IOException, InterruptedException {
    Hall hall = new Hall(directory, suite);
    assertEquals(new Enrolment.Outcome.Enrolled(), hall.enrol(Optional.empty()));
    return hall;
  }

  /** With a journal that the registry has never heard of. */
  static Hall unknown(Path directory) throws IOException {
    return new Hall(directory, CryptoSuite.international());
  }

  RegistryLink link(URI url, String anchor, String terminal) {
    VerificationKey pinned = TrustAnchor.ofJwk(anchor).orElseThrow();
    return new RegistryLink(
        url,
        terminal,
        new StatementVerifier(suite, List.of(pinned)),
        time,
        new NetworkState(board),
        CLOCK);
  }

  Enrolment.Outcome enrol(Optional<Enrolment.Replacement> replacement) throws InterruptedException {
    return new Enrolment(link)
        .enrol(
            journal.head().journalId(),
            vault.signingKey().verification(),
            true,
            replacement,
            patience());
  }

  private KeyVault vault(Path keys) {
    VaultOpening opening =
        Files.exists(keys)
            ? KeyVault.open(keys, PASSPHRASE)
            : KeyVault.create(keys, PASSPHRASE, suite);
    return opening instanceof VaultOpening.Opened(KeyVault opened)
        ? opened
        : fail("no vault: " + opening);
  }

  Journal openJournal(String name) {
    List<EventCodec<?>> codecs = new ArrayList<>(IssuanceEvent.codecs());
    codecs.addAll(StockEvent.codecs());
    codecs.add(Remark.CODEC);
    OpenResult result =
        Journal.open(
            JournalPlace.in(directory.resolve(name)),
            suite,
            vault,
            TERMINAL,
            codecs,
            List.of(),
            CLOCK,
            time);
    return result instanceof OpenResult.Opened(Journal opened)
        ? opened
        : fail("not opened: " + result);
  }

  /** Goes on with another journal, which is empty. */
  void anotherJournal(String name) {
    journal.close();
    journal = openJournal(name);
    uploader = new Uploader(link, journal);
  }

  /** Takes a picture of the journal as a disk image would. */
  void copyJournal(String to) throws IOException {
    Path target = Files.createDirectories(directory.resolve(to));
    journal.close();
    for (String file : List.of("journal.db", "journal.db-wal")) {
      Path source = directory.resolve("journal").resolve(file);
      if (Files.exists(source)) {
        Files.copy(source, target.resolve(file));
      }
    }
    journal = openJournal("journal");
    uploader = new Uploader(link, journal);
  }

  void stopRegistry() {
    sandbox.close();
  }

  void startRegistry() throws IOException {
    sandbox = SandboxRegistry.start(directory.resolve("registry.db"), port, Seed.demo(), CLOCK);
  }

  static Patience patience() {
    return Patience.of(Duration.ofSeconds(30), CLOCK);
  }

  long record(Event event) {
    return switch (journal.append(event)) {
      case AppendResult.Durable<?>(Object recorded) -> journal.head().sequence();
      case AppendResult.NotRecorded<?> not -> fail("not recorded: " + not);
    };
  }

  JournalUpload.UploadOutcome upload() throws InterruptedException {
    return uploader.bringUpTo(journal.head().sequence(), patience());
  }

  void load(String from, String to) {
    record(
        new StockEvent.Loaded(
            Medium.A3,
            new SheetNumber(from),
            new SheetNumber(to),
            List.of("wang", "li"),
            Optional.empty()));
  }

  /** Records the intent. */
  Ticket request(String orderId) {
    Ticket ticket = new Ticket(UUID.randomUUID().toString(), orderId, new Copy.Original());
    record(new IssuanceEvent.Requested(ticket));
    return ticket;
  }

  GrantAnswer ask(Ticket ticket) throws InterruptedException {
    return registry.grant(
        new GrantRequest(ticket.issuanceId(), ticket.orderId(), ticket.copy(), journal.head()),
        patience());
  }

  /** Asks, and uploads first where the registry is behind. */
  GrantAnswer askUpToDate(Ticket ticket) throws InterruptedException {
    GrantAnswer answer = ask(ticket);
    if (answer instanceof GrantAnswer.Behind) {
      upload();
      return ask(ticket);
    }
    return answer;
  }

  Grant granted(Ticket ticket) throws InterruptedException {
    GrantAnswer answer = askUpToDate(ticket);
    return answer instanceof GrantAnswer.Granted(Grant grant)
        ? grant
        : fail("not granted: " + answer);
  }

  /** Records everything from Granted to Presented. */
  void present(Ticket ticket, Grant grant, String sheet) {
    SheetNumber number = new SheetNumber(sheet);
    record(new IssuanceEvent.Granted(ticket, grant.grantId(), grant.jws()));
    record(new IssuanceEvent.SheetReserved(ticket, grant.grantId(), Medium.A3, number, 7));
    record(new IssuanceEvent.Printing(ticket, grant.grantId(), number, 7));
    record(new IssuanceEvent.Printed(ticket, number, Set.of(Evidence.JOB_COMPLETED)));
    record(new IssuanceEvent.Presented(ticket, number));
  }

  void collect(Ticket ticket, String sheet) {
    record(
        new IssuanceEvent.Collected(ticket, new SheetNumber(sheet), Set.of(Evidence.TAKEN_SENSED)));
  }

  @Override
  public void close() {
    link.close();
    journal.close();
    sandbox.close();
  }
}
