package io.hall24.kiosk.issuance;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.device.PrinterReport;
import io.hall24.device.simulated.Mechanics;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A printer that keeps its jobs and its paper in files, so that both survive the process that asks
 * it. Its paper path is that of the virtual printer. What it "prints" is the QR text of {@link
 * #document}.
 */
final class FolderPrinter implements PagePrinter {
  /** What can be broken on purpose. */
  enum Fault {
    /** The document arrives and is printed, the answer does not. */
    ANSWER_LOST,
    /** The document does not arrive, and neither does an answer. */
    REQUEST_LOST,
    /** The printer refuses the document. */
    REFUSES,
    /** The printer gives the job up, and no sheet comes. */
    ABORTS,
    /** Jobs are forgotten as soon as they have a document. */
    FORGETS,
    /** Jobs stay pending, and cancelling does nothing. */
    STUBBORN,
    /** The QR code of another licence is printed. */
    WRONG_QR,
    /** Prints as soon as the job is made, before anybody wrote down an intent. */
    HASTY,
    /** Has no toner left, and would print all the same. */
    NO_TONER,
    /** Prints every document twice, as a printer does whose own jam recovery was left on. */
    REPRINTS,
    /** Loses its power while paper moves: the sheet sticks, jobs are forgotten, nobody answers. */
    POWER_LOST
  }

  private final Mechanics mechanics;
  private final Path jobs;
  private final Moments moments;

  FolderPrinter(Mechanics mechanics, Moments moments) {
    this.mechanics = mechanics;
    this.jobs = mechanics.directory().resolve("jobs");
    this.moments = moments;
  }

  /** A document that says nothing but what its QR code would. */
  static byte[] document(String qr) {
    return qr.getBytes(StandardCharsets.UTF_8);
  }

  void plant(Fault fault) {
    write(mark(fault), "");
  }

  void repair(Fault fault) {
    quietly(() -> Files.deleteIfExists(mark(fault)));
  }

  private Path mark(Fault fault) {
    return mechanics.directory().resolve("printer-" + fault.name().toLowerCase(Locale.ROOT));
  }

  private boolean planted(Fault fault) {
    return Files.exists(mark(fault));
  }

  /** The names of the jobs that were given a document, once for each document. */
  List<String> documents() {
    Path log = mechanics.directory().resolve("documents");
    return Files.exists(log) ? quietly(() -> Files.readAllLines(log)) : List.of();
  }

  @Override
  public DeviceId id() {
    return new DeviceId("printer");
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.PAGE_PRINTER;
  }

  /** A printer goes on with its jobs whether anybody asks or not; here it does so when opened. */
  @Override
  public Attempt<String> open(Patience patience) {
    if (isDark()) {
      return dark();
    }
    quietly(() -> Files.createDirectories(jobs));
    for (int job = 1; job <= jobCount(); job++) {
      if (state(job) == JobReport.State.PROCESSING) {
        goOn(job);
      }
    }
    return Attempt.done("folder printer");
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    if (isDark()) {
      return dark();
    }
    return Attempt.done("folder printer");
  }

  @Override
  public void close() {}

  @Override
  public Attempt<PrinterReport> report(Patience patience) {
    if (isDark()) {
      return dark();
    }
    Set<Medium> ready = Set.copyOf(Stream.of(Medium.values()).filter(this::loaded).toList());
    boolean jam = mechanics.planted(Mechanics.Fault.JAM) && !quietly(mechanics::jammed).isEmpty();
    Set<String> reasons = new HashSet<>();
    if (jam) {
      reasons.add("media-jam-error");
    }
    if (planted(Fault.NO_TONER)) {
      reasons.add("toner-empty-warning");
    }
    return Attempt.done(new PrinterReport(PrinterReport.State.IDLE, reasons, ready, true));
  }

  private boolean loaded(Medium medium) {
    return quietly(() -> mechanics.loaded(medium)) > 0;
  }

  @Override
  public Attempt<Integer> createJob(String name, Medium medium, Patience patience) {
    int job = jobCount() + 1;
    write(file(job, "name"), name);
    write(file(job, "medium"), medium.name());
    become(job, JobReport.State.PENDING_HELD);
    if (planted(Fault.HASTY)) {
      receive(job, document("hasty"));
      print(job);
    }
    return Attempt.done(job);
  }

  @Override
  public Attempt<JobReport> sendDocument(int job, byte[] pdf, Patience patience) {
    if (planted(Fault.REQUEST_LOST)) {
      return Attempt.failed(new DeviceFailure.AnswerLost("request lost"));
    }
    if (planted(Fault.REFUSES)) {
      return Attempt.failed(new DeviceFailure.UserError("document refused"));
    }
    if (!planted(Fault.HASTY)) {
      receive(job, pdf);
      moments.reached("after printer.received");
      print(job);
    }
    return planted(Fault.ANSWER_LOST)
        ? Attempt.failed(new DeviceFailure.AnswerLost("answer lost"))
        : job(job, patience);
  }

  private void receive(int job, byte[] pdf) {
    String qr = planted(Fault.WRONG_QR) ? "another" : new String(pdf, StandardCharsets.UTF_8);
    write(file(job, "document"), qr);
    quietly(() ->
        Files.writeString(
            mechanics.directory().resolve("documents"),
            read(file(job, "name")) + "\n",
            StandardOpenOption.CREATE,
            StandardOpenOption.APPEND));
    become(job, JobReport.State.PROCESSING);
  }

  /** A real printer does not stop between two of its moves; what it began is one move. */
  private void goOn(int job) {
    if (lies(job, quietly(mechanics::jammed))) {
      become(job, JobReport.State.PROCESSING_STOPPED);
    } else if (lies(job, quietly(mechanics::output))
        || lies(job, quietly(mechanics::taken))
        || lies(job, quietly(mechanics::retained))) {
      become(job, JobReport.State.COMPLETED);
    } else {
      print(job);
    }
  }

  private static boolean lies(int job, List<Path> sheets) {
    return sheets.stream().anyMatch(sheet -> sheet.endsWith("job-" + job));
  }

  /** The power went when it had begun to print, and is not back. */
  private boolean isDark() {
    return planted(Fault.POWER_LOST) && Files.exists(mechanics.directory().resolve("went-dark"));
  }

  private static <T> Attempt<T> dark() {
    return Attempt.failed(new DeviceFailure.Offline("no power"));
  }

  private void loseThePower(int job) {
    layOut(job, "jammed");
    write(mechanics.directory().resolve("went-dark"), "");
    quietly(() -> Files.deleteIfExists(file(job, "state")));
  }

  private void print(int job) {
    if (planted(Fault.POWER_LOST)) {
      loseThePower(job);
    } else if (planted(Fault.REPRINTS)) {
      layOut(job, "exit");
      quietly(() ->
          Files.move(
              mechanics.directory().resolve("exit").resolve("job-" + job),
              mechanics.directory().resolve("exit").resolve("first-of-" + job)));
      layOut(job, "exit");
      become(job, JobReport.State.COMPLETED);
    } else if (planted(Fault.ABORTS)) {
      become(job, JobReport.State.ABORTED);
    } else if (mechanics.planted(Mechanics.Fault.JAM)) {
      layOut(job, "jammed");
      become(job, JobReport.State.PROCESSING_STOPPED);
    } else if (!planted(Fault.STUBBORN)) {
      layOut(job, "exit");
      become(job, JobReport.State.COMPLETED);
    }
  }

  /** Pulls the next sheet of the tray, and lays it down with what is on it now. */
  private void layOut(int job, String place) {
    Path work = mechanics.directory().resolve("work-" + job);
    Path to = mechanics.directory().resolve(place).resolve("job-" + job);
    quietly(() -> Files.createDirectories(mechanics.directory().resolve(place)));
    List<Path> tray = tray(Medium.valueOf(read(file(job, "medium"))));
    if (!isPulled(work, tray)) {
      pull(job, work, tray);
    }
    quietly(() -> Files.move(work, to, StandardCopyOption.ATOMIC_MOVE));
  }

  private static boolean isPulled(Path work, List<Path> tray) {
    Path number = work.resolve("sheet-number");
    return Files.exists(number)
        && tray.stream().noneMatch(sheet -> sheet.endsWith(read(number) + ".pdf"));
  }

  private void pull(int job, Path work, List<Path> tray) {
    int pulled = mechanics.planted(Mechanics.Fault.WRONG_NUMBER) ? 1 : 0;
    Path stock = tray.get(pulled);
    String number = stock.getFileName().toString().replace(".pdf", "");
    String qr = mechanics.planted(Mechanics.Fault.BLANK) ? "" : read(file(job, "document"));
    byte[] face = (qr + "\n" + number).getBytes(StandardCharsets.UTF_8);
    write(work.resolve("sheet-number"), number);
    write(work.resolve("received.pdf"), qr);
    write(
        work.resolve("sheet.pgm"),
        "P5 " + face.length + " 1 255\n" + new String(face, StandardCharsets.ISO_8859_1));
    if (pulled > 0) {
      quietly(() -> Files.move(tray.getFirst(), work.resolve("mate.pdf")));
    }
    quietly(() -> Files.deleteIfExists(stock));
  }

  /** The sheets of a tray, the next one first. */
  List<Path> tray(Medium medium) {
    Path tray = mechanics.tray(medium);
    if (!Files.isDirectory(tray)) {
      return List.of();
    }
    return quietly(() -> {
      try (Stream<Path> sheets = Files.list(tray)) {
        return sheets.sorted().toList();
      }
    });
  }

  @Override
  public Attempt<JobReport> job(int job, Patience patience) {
    if (isDark()) {
      return dark();
    }
    JobReport.State state = state(job);
    return Attempt.done(
        new JobReport(
            job,
            planted(Fault.FORGETS) && Files.exists(file(job, "document"))
                ? JobReport.State.ABSENT
                : state,
            Set.of(),
            OptionalInt.empty()));
  }

  @Override
  public Attempt<JobReport> cancel(int job, Patience patience) {
    if (isDark()) {
      return dark();
    }
    boolean open = state(job) != JobReport.State.ABSENT && !state(job).ended();
    if (open && !planted(Fault.STUBBORN)) {
      become(job, JobReport.State.CANCELED);
    }
    return job(job, patience);
  }

  private JobReport.State state(int job) {
    return Files.exists(file(job, "state"))
        ? JobReport.State.valueOf(read(file(job, "state")))
        : JobReport.State.ABSENT;
  }

  private void become(int job, JobReport.State state) {
    write(file(job, "state"), state.name());
  }

  private int jobCount() {
    int job = 0;
    while (Files.exists(file(job + 1, "name"))) {
      job++;
    }
    return job;
  }

  private Path file(int job, String what) {
    return jobs.resolve(job + "." + what);
  }

  private static String read(Path file) {
    return quietly(() -> Files.readString(file));
  }

  /** Whole or not at all, whenever the process is killed. */
  private static void write(Path file, String content) {
    quietly(() -> Files.createDirectories(Optional.ofNullable(file.getParent()).orElse(file)));
    Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
    quietly(() -> Files.write(fresh, content.getBytes(StandardCharsets.ISO_8859_1)));
    quietly(() -> Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE));
  }

  /** A question to the file system, whose failure fails the test. */
  private interface Question<T> {
    T ask() throws IOException;
  }

  private static <T> T quietly(Question<T> question) {
    try {
      return question.ask();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Numbers that lie in one place of the paper path. */
  static List<String> numbers(List<Path> sheets) {
    List<String> numbers = new ArrayList<>();
    sheets.forEach(sheet -> numbers.add(quietly(() -> Mechanics.sheetNumber(sheet))));
    return numbers;
  }
}
