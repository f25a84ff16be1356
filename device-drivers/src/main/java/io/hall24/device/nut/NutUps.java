package io.hall24.device.nut;

import io.hall24.device.Attempt;
import io.hall24.device.Capabilities;
import io.hall24.device.Consumable;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Feature;
import io.hall24.device.PowerSource;
import io.hall24.device.SupplyLevel;
import io.hall24.device.serial.LineLostException;
import io.hall24.device.serial.NetworkLine;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** A UPS of {@code upsd}. */
final class NutUps implements PowerSource {
  private static final int LONGEST_ANSWER = 64 * 1024;
  private static final Duration SETTLING = Duration.ofMillis(2_500);
  private static final Duration AGAIN = Duration.ofMillis(200);
  private static final DeviceFailure CLOSED = new DeviceFailure.Offline("not open");

  private final DeviceId id;
  private final Setup setup;
  private final HallClock clock;
  private final byte[] chunk = new byte[4_096];
  private boolean open;
  private Optional<NetworkLine> line = Optional.empty();
  private Optional<UpsReading.Outcome.Read> last = Optional.empty();

  /**
   * Where it is.
   *
   * @param ups its name in ups.conf
   */
  record Setup(String host, int port, String ups, UpsReading reading) {}

  NutUps(DeviceId id, Setup setup, HallClock clock) {
    this.id = id;
    this.setup = setup;
    this.clock = clock;
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.POWER_SOURCE;
  }

  @Override
  public Capabilities capabilities() {
    Set<Feature> present = EnumSet.noneOf(Feature.class);
    last.ifPresent(read -> {
      if (read.report().charge().isPresent()) {
        present.add(Feature.BATTERY_CHARGE);
      }
      if (read.report().runtime().isPresent()) {
        present.add(Feature.BATTERY_RUNTIME);
      }
    });
    return Capabilities.with(DeviceKind.POWER_SOURCE, present);
  }

  @Override
  public Optional<String> firmware() {
    return last.flatMap(UpsReading.Outcome.Read::firmware);
  }

  @Override
  public List<Consumable> consumables() {
    return last.map(UpsReading.Outcome.Read::report)
        .<List<Consumable>>map(
            report -> List.of(new Consumable.Supply("battery", level(report), report.charge())))
        .orElse(
            List.of(new Consumable.Supply("battery", SupplyLevel.UNKNOWN, OptionalInt.empty())));
  }

  private static SupplyLevel level(PowerReport report) {
    return report.low() || report.replaceBattery() ? SupplyLevel.LOW : SupplyLevel.FULL;
  }

  /**
   * A daemon that just came back needs a moment until it has found the UPS again; it is waited for
   * here, because the supervisor tries again only seconds later.
   */
  @Override
  public Attempt<String> open(Patience patience) {
    open = true;
    Patience settling = Patience.part(patience, SETTLING);
    Attempt<String> description = probe(patience);
    while (description instanceof Attempt.Failed<String>(DeviceFailure.Offline _)
        && !settling.isOver()) {
      var _ = Patience.part(settling, AGAIN).until(AGAIN, () -> false);
      description = probe(patience);
    }
    if (description instanceof Attempt.Failed<String>) {
      close();
    }
    return description;
  }

  @Override
  public Attempt<String> probe(Patience patience) {
    return ask(patience).map(read -> read.model() + ", " + describe(read.report()));
  }

  private static String describe(PowerReport report) {
    return (report.feed() == Feed.MAINS ? "mains" : "on battery")
        + (report.low() ? ", battery low" : "")
        + (report.charge().isPresent() ? ", " + report.charge().getAsInt() + " %" : "")
        + (report.replaceBattery() ? ", replace the battery" : "");
  }

  @Override
  public Attempt<PowerReport> report(Patience patience) {
    return ask(patience).map(UpsReading.Outcome.Read::report);
  }

  private Attempt<UpsReading.Outcome.Read> ask(Patience patience) {
    if (!open) {
      return Attempt.failed(CLOSED);
    }
    if (patience.isOver()) {
      return Attempt.failed(DeviceFailure.givenUp(patience, "upsd was not asked"));
    }
    if (line.isEmpty()) {
      switch (NetworkLine.open(setup.host(), setup.port(), clock, patience)) {
        case Attempt.Done<NetworkLine>(var opened) -> line = Optional.of(opened);
        case Attempt.Failed<NetworkLine>(var failure) -> {
          return Attempt.failed(failure);
        }
      }
    }
    return ask(line.get(), patience);
  }

  private Attempt<UpsReading.Outcome.Read> ask(NetworkLine upsd, Patience patience) {
    try {
      Optional<NutAnswer> answer = conversation(upsd, patience);
      if (answer.isPresent()) {
        return judge(answer.get());
      }
      hangUp();
      return Attempt.failed(
          patience.isCancelled()
              ? new DeviceFailure.Cancelled("upsd did not answer yet")
              : new DeviceFailure.Offline(
                  "upsd does not answer within " + patience.granted().toMillis() + " ms"));
    } catch (LineLostException lost) {
      hangUp();
      return Attempt.failed(new DeviceFailure.Offline("upsd: " + lost.getMessage()));
    }
  }

  private Attempt<UpsReading.Outcome.Read> judge(NutAnswer answer) {
    return switch (answer) {
      case NutAnswer.Variables(var values) ->
          switch (setup.reading().read(values)) {
            case UpsReading.Outcome.Read read -> {
              last = Optional.of(read);
              yield Attempt.done(read);
            }
            case UpsReading.Outcome.Unusable(var detail) ->
                Attempt.failed(new DeviceFailure.Offline(detail));
          };
      case NutAnswer.Refused(var word) ->
          Attempt.failed(
              switch (word) {
                case "UNKNOWN-UPS" -> new DeviceFailure.NoDevice("upsd knows no " + setup.ups());
                case "DATA-STALE", "DRIVER-NOT-CONNECTED" ->
                    new DeviceFailure.Offline("upsd has lost the UPS: " + word);
                default -> new DeviceFailure.HardwareError("upsd refuses: " + word);
              });
      case NutAnswer.Garbled(var detail) -> {
        hangUp();
        yield Attempt.failed(new DeviceFailure.Offline("upsd: " + detail));
      }
    };
  }

  private Optional<NutAnswer> conversation(NetworkLine upsd, Patience patience)
      throws LineLostException {
    upsd.discardInput();
    upsd.write(("LIST VAR " + setup.ups() + "\n").getBytes(StandardCharsets.US_ASCII), patience);
    var heard = new ByteArrayOutputStream();
    while (!patience.isOver()) {
      heard.write(chunk, 0, upsd.read(chunk));
      if (heard.size() > LONGEST_ANSWER) {
        return Optional.of(new NutAnswer.Garbled("says more than any UPS has to say"));
      }
      String text = heard.toString(StandardCharsets.UTF_8);
      int end = text.lastIndexOf('\n');
      if (end >= 0) {
        Optional<NutAnswer> answer =
            NutAnswer.read(setup.ups(), List.of(text.substring(0, end).split("\r?\n", -1)));
        if (answer.isPresent()) {
          return answer;
        }
      }
    }
    return Optional.empty();
  }

  /** What comes too late must not be taken for the next answer: that gets a line of its own. */
  private void hangUp() {
    line.ifPresent(NetworkLine::close);
    line = Optional.empty();
  }

  @Override
  public void close() {
    open = false;
    hangUp();
  }
}
