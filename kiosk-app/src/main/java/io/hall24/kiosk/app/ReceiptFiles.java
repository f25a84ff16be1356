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
import io.hall24.kiosk.licence.Receipts;
import io.hall24.kiosk.licence.Rendering;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Prints receipts on the receipt printer, where the terminal has one, and leaves each as a PDF file
 * in a directory. They are made on a thread of their own, to which their fonts belong; nobody waits
 * for them but {@link #close()}.
 */
final class ReceiptFiles implements ReceiptDesk, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ReceiptFiles.class);
  private static final Duration WISH_KEPT = Duration.ofDays(3);
  private static final Set<String> RECEIPTS =
      Set.of("receipt.pdf", "noted.pdf", "booked.pdf", "guide.pdf", "handed-back.pdf");
  private static final String HELPLINE = "12345";

  private static final Duration PRINTING = Duration.ofSeconds(20);

  /** How long the registry is waited for before the receipt is left. */
  private static final Duration ADDRESS = Duration.ofSeconds(3);

  private final Path directory;
  private final Profile profile;
  private final Registry registry;
  private final HallClock clock;
  private final Optional<SupervisedDevice<ReceiptPrinter>> printer;
  private final DeviceThread thread = new DeviceThread("receipts");
  private Optional<Receipts> receipts = Optional.empty();

  /**
   * @param registry is asked for the electronic form of what was collected
   * @param printer prints each receipt too, where there is one
   */
  ReceiptFiles(
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
                activeBy.map(ReceiptFiles::hallTime),
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
  public void handedBack(Order order, List<Copy> old) {
    leave(
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
  public void noted(long entry) {
    leave(
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
  public void booked(long entry, Optional<LocalDateTime> from) {
    leave(
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
  public void service(ServiceItem item) {
    leave(
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

  private void leave(String file, Supplier<Receipt> receipt) {
    var _ =
        thread
            .submit(() -> make(file, receipt.get()))
            .whenComplete((written, failed) -> {
              if (failed != null) {
                LOG.error("receipt {} was not made", file, failed);
              }
            });
  }

  private Path make(String file, Receipt receipt) {
    printer.ifPresent(there -> print(there, receipt));
    return write(directory.resolve(file), receipt);
  }

  /** A slip that cannot be printed is still there as a file; its printer's state says why. */
  private void print(SupervisedDevice<ReceiptPrinter> there, Receipt receipt) {
    var slip = SlipText.of(receipt, Locale.SIMPLIFIED_CHINESE, profile.kind() == Profile.Kind.DEMO);
    try {
      if (there.call(PRINTING, (it, patience) -> it.print(slip, patience))
          instanceof Attempt.Failed<?>(var failure)) {
        LOG.warn("a slip was not printed: {}", failure);
      }
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
    }
  }

  private Path write(Path file, Receipt receipt) {
    Rendering rendering =
        press().print(receipt, Locale.SIMPLIFIED_CHINESE, Receipts.Medium.ROLL_80);
    if (!(rendering instanceof Rendering.Rendered(var pdf))) {
      throw new IllegalStateException("receipt: " + rendering);
    }
    try {
      pdf.write(file);
      return file;
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
      var made = new Receipts(fonts, profile.kind() == Profile.Kind.DEMO);
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
