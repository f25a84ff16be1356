package io.hall24.kiosk.app;

import io.hall24.config.HallTime;
import io.hall24.device.DeviceId;
import io.hall24.device.Medium;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.DeviceStatus;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.gateway.NetworkState;
import io.hall24.kiosk.issuance.SheetPlace;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.Visit;
import io.hall24.kiosk.journey.VisitOutcome;
import io.hall24.kiosk.ui.Conditions;
import io.hall24.kiosk.ui.Conditions.Network;
import io.hall24.kiosk.ui.Host;
import io.hall24.kiosk.ui.Openings;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** The terminal as its screens know it. */
final class TerminalHost implements Host {

  private final Terminal terminal;
  private final HallClock clock;
  private final Supplier<Optional<VisitOutcome.Part>> alsoAwaited;
  private final BiConsumer<VisitOutcome, Visit> afterwards;

  /**
   * Over a running terminal.
   *
   * @param alsoAwaited what else has to come up before somebody can be served
   * @param afterwards is given what remains of each visit
   */
  TerminalHost(
      Terminal terminal,
      HallClock clock,
      Supplier<Optional<VisitOutcome.Part>> alsoAwaited,
      BiConsumer<VisitOutcome, Visit> afterwards) {
    this.terminal = terminal;
    this.clock = clock;
    this.alsoAwaited = alsoAwaited;
    this.afterwards = afterwards;
  }

  /** The time of day in the hall, to the minute. */
  static LocalTime hallTime(HallClock clock) {
    return LocalTime.ofInstant(clock.wallTime(), HallTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
  }

  @Override
  public Conditions conditions() {
    Optional<VisitOutcome.Part> awaited = terminal.gettingReady().or(alsoAwaited);
    return new Conditions(
        hallTime(clock),
        network(),
        awaited.isPresent() ? noPaper() : outOfService(),
        awaited,
        Openings.of(
                terminal.opening(),
                LocalDateTime.ofInstant(clock.wallTime(), HallTime.ZONE),
                cameraWorks())
            .near(terminal.nearby()));
  }

  private boolean cameraWorks() {
    return stateOf(terminal.devices().camera().id())
        .map(state ->
            switch (state) {
              case ONLINE, DEVICE_BUSY, STARTING, OFFLINE, USER_ERROR -> true;
              case NO_DEVICE, HARDWARE_ERROR -> false;
            })
        .orElse(true);
  }

  private Optional<DeviceState> stateOf(DeviceId device) {
    return terminal.board().of(device).map(DeviceStatus::state);
  }

  private Network network() {
    return stateOf(NetworkState.ID)
        .map(state ->
            switch (state) {
              case ONLINE, DEVICE_BUSY -> Network.ONLINE;
              case STARTING -> Network.STARTING;
              case OFFLINE, USER_ERROR, NO_DEVICE, HARDWARE_ERROR -> Network.OFFLINE;
            })
        .orElse(Network.STARTING);
  }

  private Optional<VisitOutcome.Part> noPaper() {
    return terminal.stock().count(Medium.A3).at(SheetPlace.IN_TRAY) == 0
        ? Optional.of(VisitOutcome.Part.PAPER)
        : Optional.empty();
  }

  /** What the board and the stock ledger know; no device is asked. */
  private Optional<VisitOutcome.Part> outOfService() {
    return terminal
        .notReady()
        .or(this::brokenRecord)
        .or(terminal.housing()::closed)
        .or(this::noPaper)
        .or(this::brokenPrinter);
  }

  private Optional<VisitOutcome.Part> brokenRecord() {
    return terminal.recordFails() ? Optional.of(VisitOutcome.Part.RECORD) : Optional.empty();
  }

  private Optional<VisitOutcome.Part> brokenPrinter() {
    return stateOf(terminal.devices().printer().id())
        .flatMap(state ->
            switch (state) {
              case ONLINE, DEVICE_BUSY, STARTING -> Optional.empty();
              case USER_ERROR -> Optional.of(VisitOutcome.Part.PAPER);
              case OFFLINE, NO_DEVICE, HARDWARE_ERROR -> Optional.of(VisitOutcome.Part.PRINTER);
            });
  }

  @Override
  public void serve(Purpose purpose, Dialogue dialogue) {
    var _ = terminal.reception().serve(purpose, terminal.housing().lit(dialogue), afterwards);
  }

  @Override
  public void rate(Dialogue dialogue) {
    terminal.reception().rate(dialogue);
  }

  @Override
  public void leave(VisitOutcome.Why why) {
    terminal.reception().leave(why);
  }
}
