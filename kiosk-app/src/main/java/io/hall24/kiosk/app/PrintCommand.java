package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.config.Profile;
import io.hall24.config.Profile.Role;
import io.hall24.device.DeviceId;
import io.hall24.device.JobReport;
import io.hall24.device.PagePrinter;
import io.hall24.device.ipp.IppPrinterDriver;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.ops.PlainPrint;
import io.hall24.kiosk.ops.StockPrinters;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hall24 print}: plain paper only. */
@Command(
    name = "print",
    description = {
      "Prints a PDF on plain paper and follows the job to its end.",
      "Refuses a printer that one of the given profiles uses for stock."
    },
    mixinStandardHelpOptions = true)
final class PrintCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "FILE.pdf", description = "pages all A4 or all A3")
  private Path file = Path.of("");

  @Option(
      names = "--printer",
      paramLabel = "URI",
      required = true,
      description = "ipp: or ipps: URI of the printer")
  private URI printer = URI.create("");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "what the printer calls the job")
  private String name = "";

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "a terminal whose printer holds stock; may be given several times")
  private List<Path> profiles = new ArrayList<>();

  @Mixin private final ProfileVariables variables = new ProfileVariables();

  @Option(
      names = "--certificate",
      paramLabel = "FILE.pem",
      description = "what an ipps: printer must show, unless Java trusts it anyway")
  private Optional<Path> certificate = Optional.empty();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "300",
      description = "how long the job is followed (default: ${DEFAULT-VALUE})")
  private int waitSeconds;

  @Mixin private final Facts facts = new Facts();

  PrintCommand() {}

  @Override
  public Integer call() throws WrongInput {
    if (!List.of("ipp", "ipps").contains(String.valueOf(printer.getScheme()))
        || printer.getHost() == null) {
      throw new WrongInput("--printer: " + printer + " is not ipp://host/… or ipps://host/…");
    }
    if (waitSeconds < 1) {
      throw new WrongInput("--wait is at least 1 second");
    }
    StockPrinters stock = stock();
    HallClock clock = HallClock.system();
    PlainPrint print =
        new PlainPrint(uri -> device(uri, clock), (uri, medium) -> stock.contain(uri));
    return report(
        print.print(file, printer, name, Patience.of(Duration.ofSeconds(waitSeconds), clock)));
  }

  private StockPrinters stock() throws WrongInput {
    List<URI> printers = new ArrayList<>();
    for (Path each : profiles) {
      Profile profile = variables.load(each);
      Optional.ofNullable(profile.devices().get(Role.PRINTER))
          .flatMap(entry -> Optional.ofNullable(entry.settings().get("uri")))
          .map(URI::create)
          .ifPresent(printers::add);
    }
    return new StockPrinters(printers);
  }

  private PagePrinter device(URI uri, HallClock clock) {
    Map<String, String> settings = new HashMap<>(Map.of("uri", uri.toString()));
    certificate.ifPresent(pem -> settings.put("certificate", pem.toString()));
    IppPrinterDriver driver = new IppPrinterDriver();
    return driver.create(new DeviceId("plain-printer"), driver.settings().resolve(settings), clock);
  }

  private int report(PlainPrint.Outcome outcome) throws WrongInput {
    return switch (outcome) {
      case PlainPrint.Outcome.Printed(var job) -> {
        facts.tell("printed: job " + job.jobId(), json(job).put("printed", true));
        yield ExitCode.SUCCESS.number();
      }
      case PlainPrint.Outcome.NotPrinted(var job) -> {
        facts.tell(
            "not printed: job " + job.jobId() + " is " + state(job) + " " + job.reasons(),
            json(job).put("printed", false));
        yield ExitCode.NEGATIVE.number();
      }
      case PlainPrint.Outcome.HoldsStock(var uri, var _) -> {
        facts.complain("refused: a profile uses " + uri + " for stock");
        yield ExitCode.NEGATIVE.number();
      }
      case PlainPrint.Outcome.Unprintable(var reason) ->
          throw new WrongInput(file + " cannot be printed: " + reason);
      case PlainPrint.Outcome.PrinterFailed(var failure) -> {
        facts.complain("not printed: " + failure.detail());
        yield ExitCode.UNAVAILABLE.number();
      }
      case PlainPrint.Outcome.Unknown(var jobId, var failure) -> {
        facts.complain("what became of job " + jobId + " is not known: " + failure.detail());
        yield ExitCode.UNAVAILABLE.number();
      }
    };
  }

  private static ObjectNode json(JobReport job) {
    ObjectNode json = Facts.object().put("jobId", job.jobId()).put("state", state(job));
    var reasons = json.putArray("reasons");
    job.reasons().stream().sorted().forEach(reasons::add);
    return json;
  }

  private static String state(JobReport job) {
    return job.state().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
