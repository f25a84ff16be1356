package io.hall24.kiosk.issuance;

import io.hall24.device.time.Patience;
import io.hall24.kiosk.gateway.AnnouncedAnswer;
import io.hall24.kiosk.gateway.AnnouncedGrant;
import io.hall24.kiosk.gateway.Grant;
import io.hall24.kiosk.gateway.HolderQuery;
import io.hall24.kiosk.gateway.Registry;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.VerifiedTime;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The grants that the registry gave beforehand, for people who said that they will come. They are
 * kept sealed, bound to this terminal, to one issuance and to their holder. Without the network
 * they permit to print where the profile turned that on, until they end by the registry's time, and
 * never before the registry has named them again since this start: a terminal that was started from
 * an old picture of its disk may have forgotten what it used.
 */
public final class AnnouncedVisits {
  private static final Logger LOG = LoggerFactory.getLogger(AnnouncedVisits.class);
  private final Journal journal;
  private final Registry registry;
  private final VerifiedTime time;
  private final boolean offline;

  /** Issuances that the registry has named as not begun since this start. */
  private volatile Set<String> confirmed = Set.of();

  /**
   * @param time the registry's
   * @param offline whether they may be used without the network
   */
  public AnnouncedVisits(Journal journal, Registry registry, VerifiedTime time, boolean offline) {
    this.journal = journal;
    this.registry = registry;
    this.time = time;
    this.offline = offline;
  }

  /**
   * What an announced visitor may collect without the network.
   *
   * @param orders each with the copies that were granted
   * @param activeBy by when at the latest the sheets' numbers become valid
   */
  public record Welcome(List<Order> orders, Instant activeBy) {
    public Welcome {
      orders = List.copyOf(orders);
    }
  }

  /** What somebody may collect although the registry does not answer, if anything. */
  public Optional<Welcome> of(HolderQuery shown) {
    List<AnnouncedGrant> theirs =
        held().stream()
            .flatMap(held -> read(held).stream())
            .filter(grant -> usableFor(grant).isPresent())
            .filter(grant -> grant.holder().is(shown))
            .toList();
    return theirs.stream()
        .map(AnnouncedGrant::activeBy)
        .max(Instant::compareTo)
        .map(activeBy -> new Welcome(orders(theirs), activeBy));
  }

  private static List<Order> orders(List<AnnouncedGrant> grants) {
    Map<String, List<AnnouncedGrant>> byOrder =
        grants.stream()
            .collect(
                Collectors.groupingBy(
                    it -> it.grant().orderId(), LinkedHashMap::new, Collectors.toList()));
    return byOrder.values().stream().map(AnnouncedVisits::order).toList();
  }

  private static Order order(List<AnnouncedGrant> copies) {
    AnnouncedGrant first = copies.getFirst();
    List<Copy> pending =
        copies.stream()
            .map(it -> it.grant().copy())
            .sorted(Comparator.comparing(DeskRecord::mediumOf).thenComparing(Copy::code))
            .toList();
    return new Order(first.grant().orderId(), first.caseNumber(), first.grant().face(), pending);
  }

  /**
   * An issuance that has begun.
   *
   * @param inHand what the registry granted for it beforehand
   */
  record Begun(Ticket ticket, Optional<AnnouncedGrant> inHand) {}

  /**
   * Begins an issuance: that of a held grant for this copy, or a new one. A grant that is held for
   * a copy locks it, so that no other issuance of it could be granted.
   *
   * @param request records that it was requested
   */
  synchronized Begun begin(String orderId, Copy copy, Consumer<Ticket> request) {
    Optional<AnnouncedLedger.Held> held =
        held().stream()
            .filter(it -> it.ticket().orderId().equals(orderId) && it.ticket().copy().equals(copy))
            .findFirst();
    Ticket ticket =
        held.map(AnnouncedLedger.Held::ticket)
            .orElseGet(() -> new Ticket(UUID.randomUUID().toString(), orderId, copy));
    request.accept(ticket);
    return new Begun(ticket, held.flatMap(this::read));
  }

  private Optional<AnnouncedGrant> read(AnnouncedLedger.Held held) {
    return held.jws().flatMap(registry::announced);
  }

  /** How long printing may still begin by a grant in hand, without asking; empty for not at all. */
  Optional<Duration> usableFor(AnnouncedGrant grant) {
    return time.now()
        .filter(now -> offline && confirmed.contains(grant.grant().issuanceId()))
        .map(now -> Duration.between(now, grant.notAfter()))
        .filter(Duration::isPositive)
        .map(
            left -> left.compareTo(grant.grant().validFor()) < 0 ? left : grant.grant().validFor());
  }

  /** Everything that is held and not used. */
  public List<AnnouncedLedger.Held> held() {
    return journal.read(AnnouncedLedger::held);
  }

  /**
   * Asks the registry what it gave, keeps what is new, and gives up what has ended or was taken
   * back.
   *
   * @return whether the registry answered
   */
  public boolean refresh(Patience patience) throws InterruptedException {
    AnnouncedAnswer answer = registry.announced(patience);
    giveUp(this::hasEnded, ReleaseReason.EXPIRED);
    if (!(answer instanceof AnnouncedAnswer.Grants(List<AnnouncedGrant> grants))) {
      LOG.info("grants for announced visits: {}", answer);
      return false;
    }
    Set<String> given =
        grants.stream().map(it -> it.grant().issuanceId()).collect(Collectors.toUnmodifiableSet());
    confirmed = given;
    giveUp(held -> !given.contains(held.ticket().issuanceId()), ReleaseReason.WITHDRAWN);
    keep(grants);
    return true;
  }

  private boolean hasEnded(AnnouncedLedger.Held held) {
    return time.now().filter(now -> !now.isBefore(held.notAfter())).isPresent();
  }

  private synchronized void keep(List<AnnouncedGrant> grants) {
    Set<String> known = journal.read(AnnouncedLedger::known);
    record(
        grants.stream()
            .filter(it -> !known.contains(it.grant().issuanceId()))
            .<Event>map(AnnouncedVisits::granted)
            .toList());
  }

  private static AnnouncementEvent.Granted granted(AnnouncedGrant announced) {
    Grant grant = announced.grant();
    return new AnnouncementEvent.Granted(
        new Ticket(grant.issuanceId(), grant.orderId(), grant.copy()),
        grant.grantId(),
        announced.notAfter(),
        grant.jws());
  }

  private synchronized void giveUp(Predicate<AnnouncedLedger.Held> which, ReleaseReason reason) {
    held().stream()
        .filter(which)
        .map(AnnouncedLedger.Held::ticket)
        .forEach(ticket ->
            record(
                List.of(
                    new IssuanceEvent.Requested(ticket),
                    new IssuanceEvent.Released(ticket, reason))));
  }

  /** What the disk does not take now comes again with the next answer. */
  private void record(List<? extends Event> events) {
    if (!events.isEmpty()
        && journal.appendAll(events) instanceof AppendResult.NotRecorded<?>(var why, var detail)) {
      LOG.warn("not recorded: {} {}", why, detail);
    }
  }
}
