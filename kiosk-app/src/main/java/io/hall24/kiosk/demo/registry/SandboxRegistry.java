package io.hall24.kiosk.demo.registry;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.registry.Book.Page;
import io.hall24.kiosk.demo.registry.Book.Row;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * The government side of the contract on loopback: strict, and on its own database, so that it can
 * be stopped and started again where it was.
 */
public final class SandboxRegistry implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads;
  private final Book book;
  private final RegistryKey key;
  private final Window window;
  private final ElectronicDesk electronic;
  private final AnnouncementDesk announcements;
  private final ClerkOffice clerks;
  private final CredentialBook credentials;
  private final HallClock clock;

  private SandboxRegistry(
      HttpServer server,
      Book book,
      RegistryKey key,
      Window window,
      ElectronicDesk electronic,
      ClerkOffice clerks,
      CredentialBook credentials,
      HallClock clock) {
    this.electronic = electronic;
    this.announcements = new AnnouncementDesk(key);
    this.clerks = clerks;
    this.credentials = credentials;
    this.clock = clock;
    this.server = server;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.book = book;
    this.key = key;
    this.window = window;
  }

  /**
   * Opens the database, or begins one, and listens on 127.0.0.1.
   *
   * @param port 0 for any
   * @param seed what a new database begins with; a known one keeps what happened
   * @throws IOException when the port is taken
   */
  public static SandboxRegistry start(Path database, int port, Seed seed, HallClock clock)
      throws IOException {
    return start(database, port, seed, Optional.empty(), clock);
  }

  /**
   * The same, with electronic licences.
   *
   * @param fonts directory of the fonts, read when the first electronic licence is asked for
   */
  public static SandboxRegistry start(
      Path database, int port, Seed seed, Optional<Path> fonts, HallClock clock)
      throws IOException {
    prepare();
    return start(
        HttpServer.create(loopback(port), 64), database, seed, fonts, SigningScheme.ES256, clock);
  }

  /**
   * The same for terminals of the national suite: a new database gets a key for SM2.
   *
   * @param fonts directory of the fonts; empty for no electronic licences
   */
  public static SandboxRegistry startNational(
      Path database, int port, Seed seed, Optional<Path> fonts, HallClock clock)
      throws IOException {
    prepare();
    return start(
        HttpServer.create(loopback(port), 64), database, seed, fonts, SigningScheme.SM2, clock);
  }

  /**
   * The same over TLS 1.3, for terminals that show a certificate with their own name alone.
   *
   * @param context has the registry's certificate, and the issuers of terminals' certificates
   */
  public static SandboxRegistry startTls(
      Path database, int port, Seed seed, HallClock clock, SSLContext context) throws IOException {
    prepare();
    HttpsServer server = HttpsServer.create(loopback(port), 64);
    server.setHttpsConfigurator(new CertificatesOnly(context));
    return start(server, database, seed, Optional.empty(), SigningScheme.ES256, clock);
  }

  /** Without it Nagle's algorithm holds every answer back for 40 ms. */
  private static void prepare() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static InetSocketAddress loopback(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private static SandboxRegistry start(
      HttpServer server,
      Path database,
      Seed seed,
      Optional<Path> fonts,
      SigningScheme scheme,
      HallClock clock) {
    Contract contract = Contract.shipped();
    Book book = Book.open(database);
    RegistryKey key =
        book.inTransaction(page -> {
          seed.into(page);
          return signingKey(page, scheme);
        });
    ElectronicDesk electronic = new ElectronicDesk(fonts, key);
    SheetBook sheets = new SheetBook();
    ClerkOffice clerks = new ClerkOffice();
    CredentialBook credentials = new CredentialBook();
    ComparisonBook comparisons = new ComparisonBook(clock);
    EventReading reading =
        new EventReading(
            contract, new IssuanceBook(sheets), sheets, comparisons, new CollectorBook());
    Counter counter =
        new Counter(
            contract,
            book,
            new ChainDesk(key, reading),
            new GrantDesk(key),
            sheets,
            comparisons,
            electronic,
            clerks,
            credentials,
            url(server));
    Window window = new Window(counter, contract, key, clock);
    SandboxRegistry registry =
        new SandboxRegistry(server, book, key, window, electronic, clerks, credentials, clock);
    server.setExecutor(registry.threads);
    server.createContext("/", window::serve);
    PublicWindow open = new PublicWindow(book, electronic, new CaseArchive(key), clock);
    server.createContext(PublicWindow.PICK_UP, open::pickUp);
    server.createContext(PublicWindow.ARCHIVE, open::archive);
    server.start();
    return registry;
  }

  private static RegistryKey signingKey(Page page, SigningScheme scheme) {
    Optional<Row> kept = page.row("SELECT * FROM signing_key");
    if (kept.isPresent()) {
      return RegistryKey.load(kept.get().bytes("pkcs8"), kept.get().bytes("spki"));
    }
    RegistryKey fresh = RegistryKey.generate(scheme);
    page.change("INSERT INTO signing_key VALUES (?,?)", fresh.pkcs8(), fresh.spki());
    return fresh;
  }

  /** Where it listens, e.g. {@code http://127.0.0.1:8443}. */
  public URI url() {
    return url(server);
  }

  private static URI url(HttpServer server) {
    String scheme = server instanceof HttpsServer ? "https" : "http";
    return URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The certificate of those who sign electronic licences here. */
  public X509Certificate sealCertificate() {
    return electronic.certificate();
  }

  /** The port on which it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** The public key that terminals pin, as a JSON Web Key. */
  public String trustAnchor() {
    return key.jwk();
  }

  /** Behaves like this from the next request on. */
  public void misbehave(Faults faults) {
    window.misbehave(faults);
  }

  /** What the authority would sign to let a terminal go on with a new journal. */
  public String authoriseReEnrolment(String terminal, String replaced, String journal) {
    return key.sign(
        "hall24-re-enrolment",
        CanonicalJson.MAPPER
            .createObjectNode()
            .put("terminalId", terminal)
            .put("replaces", replaced)
            .put("journalId", journal));
  }

  /** An official holds an order, or lets it go. */
  public void hold(String orderId, boolean held) {
    book.inTransaction(page ->
        page.change("UPDATE licence_order SET held=? WHERE order_id=?", held ? 1 : 0, orderId));
  }

  /** How the clerk behaves who sees people from afar. */
  public void letClerk(RemoteClerk behaviour) {
    clerks.behave(behaviour);
  }

  /** What the device of a document's holder shows now: an electronic credential. */
  public String credentialOf(String documentNumber) {
    return book.inTransaction(page -> credentials.issue(page, documentNumber, clock.wallTime()));
  }

  /** A holder takes back what they let somebody do for them. */
  public void endAuthorisations(String orderId) {
    book.inTransaction(page -> page.change("DELETE FROM agent WHERE order_id=?", orderId));
  }

  /** The old licence of an order has to be handed back first; or it was, at a window. */
  public void awaitSurrender(String orderId, boolean awaited) {
    book.inTransaction(page ->
        page.change(
            awaited
                ? "INSERT OR IGNORE INTO surrender VALUES (?)"
                : "DELETE FROM surrender WHERE order_id=?",
            orderId));
  }

  /**
   * A holder announces that they will come to a terminal, and the authority grants beforehand.
   *
   * @param within how long from now the visit may begin without asking again
   * @return the issuance ids, one for each copy that is locked to the terminal now
   */
  public List<String> announce(
      String terminal, Seed.Holder holder, String orderId, Duration within) {
    Instant now = clock.wallTime();
    return book.inTransaction(
        page -> announcements.announce(page, terminal, holder, orderId, now.plus(within), now));
  }

  /** An official takes back every grant of an order that was given beforehand and is not begun. */
  public void withdrawAnnounced(String orderId) {
    book.inTransaction(page -> AnnouncementDesk.withdraw(page, orderId));
  }

  /**
   * The old licence of an order has to be handed back first, and a terminal may take it.
   *
   * @param codes text of the code on each sheet of it, by the copy's code
   */
  public void awaitOldSheets(String orderId, Map<String, String> codes) {
    awaitSurrender(orderId, true);
    book.inTransaction(page -> {
      codes.forEach((copy, code) ->
          page.change("INSERT OR REPLACE INTO old_sheet VALUES (?,?,?)", orderId, copy, code));
      return codes.size();
    });
  }

  /** From now on a clerk has to confirm a holder, as foreign holders usually have to be. */
  public void wantClerk(String documentNumber) {
    book.inTransaction(
        page -> page.change("UPDATE holder SET clerk=1 WHERE number=?", documentNumber));
  }

  /** The issuer of a document reports it lost or stolen; or found again. */
  public void report(Seed.Holder person, boolean reported) {
    book.inTransaction(page ->
        page.change(
            reported
                ? "INSERT OR IGNORE INTO reported VALUES (?,?,?)"
                : "DELETE FROM reported WHERE type=? AND number=? AND nationality=?",
            person.documentType(),
            person.documentNumber(),
            person.nationality()));
  }

  /**
   * Something that a holder was told.
   *
   * @param what GRANTED, ANNOUNCED or COLLECTED
   * @param agent whether somebody came for them
   */
  public record Notice(String copy, String what, String terminal, boolean agent) {}

  /** What the holder of an order was told, in order. */
  public List<Notice> notices(String orderId) {
    return book.inTransaction(page -> NoticeBook.of(page, orderId));
  }

  /**
   * The authority gives files to all terminals.
   *
   * @param bundle {@code catalogue} or {@code forms}
   * @param files content by name
   */
  public void offer(String bundle, Map<String, byte[]> files) {
    book.inTransaction(page -> BundleDesk.offer(page, bundle, files));
  }

  /** An official blocks a terminal. */
  public void block(String terminal) {
    book.inTransaction(page -> page.change("INSERT OR IGNORE INTO blocked VALUES (?)", terminal));
  }

  /** An official voids a sheet in issue for ever, which ends its grant. */
  public void voidSheet(String sheet) {
    book.inTransaction(page -> {
      page.change("UPDATE sheet SET state='VOID' WHERE sheet=?", sheet);
      return page.change("UPDATE issuance SET voided=1 WHERE sheet=?", sheet);
    });
  }

  /** How many valid (active) sheets there are for one copy of an order: never more than one. */
  public int validLicences(String orderId, String copy) {
    return book.inTransaction(page ->
        page.rows(
                "SELECT sheet.sheet FROM sheet JOIN issuance ON issuance.sheet=sheet.sheet"
                    + " WHERE sheet.state='ACTIVE' AND issuance.phase IN"
                    + " ('COLLECTED','SETTLED') AND order_id=? AND copy=?",
                orderId,
                copy)
            .size());
  }

  /** Every sheet that was ever loaded, and its state: UNISSUED, IN_ISSUE, ACTIVE, VOID, REMOVED. */
  public Map<String, String> sheets() {
    return book.inTransaction(page -> {
      Map<String, String> states = new TreeMap<>();
      page.rows("SELECT * FROM sheet")
          .forEach(row -> states.put(row.text("sheet"), row.text("state")));
      return states;
    });
  }

  /**
   * An event that the registry has.
   *
   * @param rejection why its content was not accepted
   */
  public record KnownEvent(long sequence, String type, Optional<String> rejection) {}

  /** Every event of a journal, in order. */
  public List<KnownEvent> events(String journal) {
    return book.inTransaction(page ->
        page.rows("SELECT * FROM entry WHERE journal=? ORDER BY sequence", journal).stream()
            .map(row ->
                new KnownEvent(row.number("sequence"), row.text("type"), row.find("rejection")))
            .toList());
  }

  /** How far an issuance is in the registry's books, e.g. {@code COLLECTED}. */
  public Optional<String> phase(String issuance) {
    return book.inTransaction(
        page -> IssuanceBook.find(page, issuance).map(row -> row.text("phase")));
  }

  /** The ids of the issuances whose grants lock a copy now. */
  public List<String> openIssuances() {
    return book.inTransaction(page ->
        page.rows("SELECT * FROM issuance ORDER BY issuance").stream()
            .filter(IssuanceBook::open)
            .map(row -> row.text("issuance"))
            .toList());
  }

  /** Whether a journal was found to be a fork. */
  public boolean forked(String journal) {
    return book.inTransaction(page ->
        page.row("SELECT * FROM journal WHERE journal=?", journal)
            .filter(ChainDesk::forked)
            .isPresent());
  }

  /** Stops listening at once; connections end without an answer. */
  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    electronic.close();
    book.close();
  }
}
