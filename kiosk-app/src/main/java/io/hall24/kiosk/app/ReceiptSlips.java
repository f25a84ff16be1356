package io.hall24.kiosk.app;

import io.hall24.config.HallTime;
import io.hall24.config.Profile;
import io.hall24.device.Attempt;
import io.hall24.device.ReceiptPrinter;
import io.hall24.device.supervision.DeviceThread;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.catalogue.ServiceItem;
import io.hall24.kiosk.gateway.PickUpAnswer;
import io.hall24.kiosk.gateway.Registry;
import io.hall24.kiosk.journey.ReceiptDesk;
import io.hall24.kiosk.journey.VisitOutcome.CollectedCopy;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.FaceItem;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.licence.PaperFonts;
import io.hall24.kiosk.licence.Receipt;
import io.hall24.kiosk.licence.ReceiptText;
import io.hall24.kiosk.licence.Receipts;
import io.hall24.kiosk.licence.Rendering;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints receipts on the receipt printer, where the terminal has one, and remembers the words of
 * those that did not come out until the end of the visit. A demonstration also leaves each as a PDF
 * file in a directory. They are made on a thread of their own, to which their fonts belong.
 */
final class ReceiptSlips implements ReceiptDesk, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptSlips.class);
  private static final Duration WISH_KEPT = Duration.ofDays(3);
  private static final Set<String> RECEIPTS =
      Set.of("receipt.pdf", "noted.pdf", "booked.pdf", "guide.pdf", "handed-back.pdf");
  private static final String HELPLINE = "12345";

  private static final Duration GLANCE = Duration.ofMillis(20);
  private static final Duration PRINTING = Duration.ofSeconds(20);

  /** How long the registry is waited for before the receipt is left. */
  private static final Duration ADDRESS = Duration.ofSeconds(3);

  private final Path directory;
  private final Profile profile;
  private final Registry registry;
  private final HallClock clock;
  private final Optional<SupervisedDevice<ReceiptPrinter>> printer;
  private final DeviceThread thread = new DeviceThread("receipts");
  private final Queue<Begun> withoutPaper = new ConcurrentLinkedQueue<>();
  private Optional<Receipts> receipts = Optional.empty();

  /**
   * A receipt that was begun and has not come out.
   *
   * @param receipt once it is made
   */
  private record Begun(Locale language, CompletableFuture<Receipt> receipt) {}

  /**
   * @param registry is asked for the electronic form of what was collected
   * @param printer prints each receipt too, where there is one
   */
  ReceiptSlips(
      Path directory,
      Profile profile,
      Registry registry,
      Optional<SupervisedDevice<ReceiptPrinter>> printer,
      HallClock clock) {
    this.printer = printer;
    this.registry = registry;
    this.directory = directory;
    this.profile = profile;
    this.clock = clock;
  }

  @Override
  public void collected(
      Locale language,
      Order order,
      List<CollectedCopy> collected,
      String collector,
      Optional<String> principal,
      Optional<Instant> activeBy) {
    List<Receipt.CollectedCopy> given =
        order.pending().stream()
            .map(copy -> new Receipt.CollectedCopy(copy, sheetOf(copy, collected)))
            .toList();
    String orderId = order.orderId();
    leave(
        language,
        principal.isPresent() ? "receipt-" + order.caseNumber() + ".pdf" : "receipt.pdf",
        () ->
            new Receipt.Collection(
                profile.terminal().id(),
                profile.terminal().hallZh(),
                now(),
                HELPLINE,
                order.caseNumber(),
                Optional.ofNullable(order.face().items().get(FaceItem.NAME)),
                order.face().uscc(),
                given,
                collector,
                principal,
                activeBy.map(ReceiptSlips::hallTime),
                pickUp(orderId)));
  }

  /** Without an answer in time the receipt goes without an address. */
  private Optional<Receipt.PickUp> pickUp(String orderId) {
    try {
      return switch (registry.pickUp(orderId, Patience.of(ADDRESS, clock))) {
        case PickUpAnswer.At(var url, var validFor) ->
            Optional.of(new Receipt.PickUp(url, now().plus(validFor)));
        case PickUpAnswer.Refused _, PickUpAnswer.Unavailable _ -> Optional.empty();
      };
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static Optional<String> sheetOf(Copy copy, List<CollectedCopy> collected) {
    return collected.stream()
        .filter(taken -> taken.copy().equals(copy))
        .map(CollectedCopy::sheet)
        .findFirst();
  }

  @Override
  public void handedBack(Locale language, Order order, List<Copy> old) {
    leave(
        language,
        "handed-back.pdf",
        () ->
            new Receipt.HandedBack(
                profile.terminal().id(),
                profile.terminal().hallZh(),
                now(),
                HELPLINE,
                order.caseNumber(),
                order.face().uscc(),
                old));
  }

  @Override
  public void noted(Locale language, long entry) {
    leave(
        language,
        "noted.pdf",
        () ->
            new Receipt.Wish(
                profile.terminal().id(),
                profile.terminal().hallZh(),
                now(),
                HELPLINE,
                Long.toString(entry),
                now().plus(WISH_KEPT)));
  }

  @Override
  public void booked(Locale language, long entry, Optional<LocalDateTime> from) {
    leave(
        language,
        "booked.pdf",
        () ->
            new Receipt.Booking(
                profile.terminal().id(),
                profile.terminal().hallZh(),
                now(),
                HELPLINE,
                Long.toString(entry),
                from));
  }

  @Override
  public void service(Locale language, ServiceItem item) {
    leave(
        language,
        "guide.pdf",
        () ->
            new Receipt.ServiceGuide(
                profile.terminal().id(),
                profile.terminal().hallZh(),
                now(),
                HELPLINE,
                item.title(),
                item.materials(),
                item.window(),
                item.guide()));
  }

  private LocalDateTime now() {
    return hallTime(clock.wallTime());
  }

  private static LocalDateTime hallTime(Instant instant) {
    return LocalDateTime.ofInstant(instant, HallTime.ZONE);
  }

  private void leave(Locale language, String file, Supplier<Receipt> receipt) {
    var begun = new Begun(language, new CompletableFuture<>());
    withoutPaper.add(begun);
    var _ =
        thread
            .submit(() -> give(begun, file, receipt.get()))
            .whenComplete((given, failed) -> {
              if (failed != null) {
                LOG.error("receipt {} was not made", file, failed);
              }
            });
  }

  private boolean give(Begun begun, String file, Receipt receipt) {
    begun.receipt().complete(receipt);
    if (printer.isPresent() && isPrinted(printer.get(), receipt, begun.language())) {
      withoutPaper.remove(begun);
    }
    if (isDemo()) {
      write(directory.resolve(file), receipt, begun.language());
    }
    return true;
  }

  private boolean isPrinted(
      SupervisedDevice<ReceiptPrinter> there, Receipt receipt, Locale language) {
    var slip = SlipText.of(receipt, language, isDemo());
    try {
      return switch (there.call(PRINTING, (it, patience) -> it.print(slip, patience))) {
        case Attempt.Done<?> _ -> true;
        case Attempt.Failed<?>(var failure) -> {
          LOG.warn("a slip was not printed: {}", failure);
          yield false;
        }
      };
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private boolean isDemo() {
    return profile.kind() == Profile.Kind.DEMO;
  }

  @Override
  public Optional<String> withoutPaper(Patience patience) throws InterruptedException {
    if (withoutPaper.isEmpty()) {
      return Optional.empty();
    }
    var all = thread.submit(() -> true);
    var _ = patience.until(GLANCE, all::isDone);
    List<String> words = new ArrayList<>();
    for (Begun begun = withoutPaper.poll(); begun != null; begun = withoutPaper.poll()) {
      if (begun.receipt().isDone()) {
        words.add(ReceiptText.inBrief(begun.receipt().join(), begun.language(), isDemo()));
      }
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join("\n\n", words));
  }

  private void write(Path file, Receipt receipt, Locale language) {
    Rendering rendering = press().print(receipt, language, Receipts.Medium.ROLL_80);
    if (!(rendering instanceof Rendering.Rendered(var pdf))) {
      throw new IllegalStateException("receipt: " + rendering);
    }
    try {
      pdf.write(file);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }

  private Receipts press() {
    return receipts.orElseGet(() -> {
      PaperFonts fonts =
          switch (PaperFonts.open(profile.issuance().fonts())) {
            case PaperFonts.Opening.Opened(var opened) -> opened;
            case PaperFonts.Opening.Missing(var missing) ->
                throw new IllegalStateException("font " + missing);
          };
      var made = new Receipts(fonts, isDemo());
      receipts = Optional.of(made);
      return made;
    });
  }

  /** What has been left, once all of it is written. */
  List<Path> written() throws IOException {
    var _ = thread.submit(() -> true).join();
    try (Stream<Path> files = java.nio.file.Files.list(directory)) {
      return files.filter(file -> isReceipt(file.getFileName().toString())).sorted().toList();
    }
  }

  private static boolean isReceipt(String name) {
    return RECEIPTS.contains(name) || (name.startsWith("receipt-") && name.endsWith(".pdf"));
  }

  @Override
  public void close() {
    thread.close();
  }
}
