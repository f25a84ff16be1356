package io.hall24.kiosk.ops.maintenance;

import io.hall24.device.Device;
import io.hall24.device.DeviceId;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.DeviceStatus;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.issuance.IssuanceLedger;
import io.hall24.kiosk.issuance.IssuanceState;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.ops.health.HealthReport;
import io.hall24.kiosk.ops.staff.Claim;
import io.hall24.kiosk.ops.staff.Duty;
import io.hall24.kiosk.ops.staff.Entry;
import io.hall24.kiosk.ops.staff.StaffCards;
import io.hall24.kiosk.ops.staff.StaffMember;
import io.hall24.kiosk.ops.staff.StaffRegister;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a technician works: opened by a credential, closed by whoever opened it. While it is open
 * the status board says so. Whoever opens it sees to it that nobody is served meanwhile.
 */
public final class MaintenanceRoom {
  /** Hangs on the status board while staff are in the room. */
  public static final DeviceId ID = new DeviceId("maintenance");

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Set<IssuanceState> UNDER_WAY =
      EnumSet.of(
          IssuanceState.REQUESTED,
          IssuanceState.GRANTED,
          IssuanceState.SHEET_RESERVED,
          IssuanceState.PRINTING,
          IssuanceState.PRINTED,
          IssuanceState.PRESENTED);
  private static final Logger LOG = LoggerFactory.getLogger(MaintenanceRoom.class);

  private final Parts parts;
  private final AtomicBoolean open = new AtomicBoolean();

  public MaintenanceRoom(Parts parts) {
    this.parts = parts;
  }

  /**
   * What is in it.
   *
   * @param register who may enter
   * @param journal takes down what they do
   * @param board every device's state
   * @param devices supervised ones; one that is meant to be closed counts as well
   * @param health how the terminal stands
   * @param camera its test
   * @param printer its test
   * @param cards asks staff cards, where there is a reader
   * @param clock the time
   */
  public record Parts(
      StaffRegister register,
      Journal journal,
      StatusBoard board,
      List<SupervisedDevice<?>> devices,
      Supplier<HealthReport> health,
      CameraTest camera,
      PrinterTest printer,
      Optional<StaffCards> cards,
      HallClock clock) {
    public Parts {
      devices = List.copyOf(devices);
    }
  }

  /** What came of knocking. */
  public sealed interface Opening {
    /** Somebody is in. */
    record Opened(Visit visit) implements Opening {}

    /** They are not admitted. */
    record NotAdmitted(Entry why) implements Opening {}

    /**
     * Not now.
     *
     * @param detail for a technician
     */
    record Shut(String detail) implements Opening {}
  }

  /** Lets somebody in. */
  public Opening open(Claim claim) {
    if (!open.compareAndSet(false, true)) {
      return new Opening.Shut("somebody is in already");
    }
    Opening opening =
        switch (parts.register().enter(proven(claim), Duty.MAINTENANCE)) {
          case Entry.Admitted(var member) -> admit(member);
          case Entry why -> new Opening.NotAdmitted(why);
        };
    if (!(opening instanceof Opening.Opened)) {
      open.set(false);
    }
    return opening;
  }

  /** Whoever has a card registered lays it down while they type. */
  private Claim proven(Claim claim) {
    return parts.register().wantsCard(claim.who())
        ? claim.with(parts.cards().flatMap(StaffCards::proof))
        : claim;
  }

  private Opening admit(StaffMember member) {
    var opened = new MaintenanceEvent.Opened(member.number(), member.name().text());
    return switch (parts.journal().append(opened)) {
      case AppendResult.Durable<?> _ -> {
        parts
            .board()
            .publish(ID, DeviceState.DEVICE_BUSY, "open since staff " + member.number() + " came");
        yield new Opening.Opened(new Visit(member, parts.clock().nanoTime()));
      }
      case AppendResult.NotRecorded<?>(var reason, var detail) ->
          new Opening.Shut("the journal takes nothing: " + reason + " " + detail);
    };
  }

  /** One technician's stay. */
  public final class Visit {
    private final StaffMember member;
    private final long since;
    private final Set<DeviceId> looking = ConcurrentHashMap.newKeySet();

    private Visit(StaffMember member, long since) {
      this.member = member;
      this.since = since;
    }

    /** Who is in. */
    public StaffMember member() {
      return member;
    }

    /** How the terminal stands. */
    public HealthReport health() {
      return parts.health().get();
    }

    /**
     * Every device's state, worst first; one that is meant to be closed stands with the good ones.
     */
    public List<DeviceStatus> devices() {
      Set<DeviceId> resting = resting();
      return Stream.concat(
              worst().filter(status -> !resting.contains(status.device())),
              worst().filter(status -> resting.contains(status.device())))
          .toList();
    }

    private Stream<DeviceStatus> worst() {
      return parts.board().worstFirst().stream().filter(status -> !status.device().equals(ID));
    }

    /** The devices that are meant to be closed now. */
    public Set<DeviceId> resting() {
      return parts.devices().stream()
          .filter(SupervisedDevice::isResting)
          .map(SupervisedDevice::id)
          .collect(Collectors.toSet());
    }

    /**
     * Has every device looked at without waiting for the answers, which hang on the status board:
     * staff who pull a plug want to see it now, not when the supervisor looks next.
     */
    public void look() {
      for (SupervisedDevice<?> device : parts.devices()) {
        if (device.isOpen() && looking.add(device.id())) {
          Thread.ofVirtual().name("look-" + device.id()).start(() -> look(device));
        }
      }
    }

    private <D extends Device> void look(SupervisedDevice<D> device) {
      try {
        var _ = device.call(LOOK, Device::probe);
      } catch (InterruptedException ends) {
        Thread.currentThread().interrupt();
      } finally {
        looking.remove(device.id());
      }
    }

    /** Whether a licence is on its way, so that no device may be tested. */
    public boolean licenceUnderWay() {
      return parts.journal().read(IssuanceLedger::open).stream()
          .anyMatch(issuance -> UNDER_WAY.contains(issuance.state()));
    }

    /** The test of the camera. */
    public CameraTest camera() {
      return parts.camera();
    }

    /** The test of the printer for plain paper. */
    public PrinterTest printer() {
      return parts.printer();
    }

    /** Takes down how a test ended. */
    public void note(CameraTest.Outcome outcome) {
      CameraTest.Reading reading =
          switch (outcome) {
            case CameraTest.Outcome.Seen(var seen) -> seen;
            case CameraTest.Outcome.Blind(var seen, _) -> seen;
          };
      write(
          new MaintenanceEvent.CameraTested(
              member.number(),
              outcome instanceof CameraTest.Outcome.Seen,
              reading.pictures(),
              reading.perSecond(),
              reading.brightness()));
    }

    /** Takes down how a test ended. */
    public void note(PrinterTest.Outcome outcome) {
      write(new MaintenanceEvent.PrinterTested(member.number(), outcome.word()));
    }

    /** Leaves; citizens may be served again. */
    public void leave(MaintenanceEvent.Ending ending) {
      long seconds = Duration.ofNanos(parts.clock().nanoTime() - since).toSeconds();
      write(new MaintenanceEvent.Closed(member.number(), ending, seconds));
      parts.board().publish(ID, DeviceState.ONLINE, "closed");
      open.set(false);
    }

    /** What staff did has been done; a journal that takes nothing keeps nobody in the room. */
    private void write(MaintenanceEvent event) {
      switch (parts.journal().append(event)) {
        case AppendResult.Durable<?> _ -> {}
        case AppendResult.NotRecorded<?>(var reason, var detail) ->
            LOG.error("{} is not in the journal: {} {}", event, reason, detail);
      }
    }
  }
}
