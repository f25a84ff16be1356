package io.hall24.kiosk.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.demo.registry.SandboxRegistry;
import io.hall24.kiosk.demo.registry.Seed;
import io.hall24.kiosk.gateway.HolderQuery.Role;
import io.hall24.kiosk.gateway.OrdersAnswer.NotReady;
import io.hall24.kiosk.gateway.OrdersAnswer.Orders;
import io.hall24.kiosk.issuance.Ticket;
import io.hall24.kiosk.licence.Order;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may collect what, and what they are told when they may not. */
class CollectorsTest {
  private static final String ORDER = "YL-2026-000325";

  @TempDir Path directory;
  private Hall hall;

  @BeforeEach
  void open() throws Exception {
    hall = Hall.enrolled(directory);
    hall.load("A0001", "A0010");
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private static HolderQuery agent(Role role) {
    return new HolderQuery("PASSPORT", "D23145890", "UTO", LocalDate.of(1988, 3, 4), role);
  }

  private Orders told(HolderQuery query) throws InterruptedException {
    return assertInstanceOf(Orders.class, hall.registry.orders(query, Hall.patience()));
  }

  @Test
  void anAgentIsToldForWhomUntilWhenAndHowMuchADay() throws Exception {
    Orders told = told(agent(Role.AGENT));
    assertEquals(
        told.orders().stream().map(Order::orderId).toList(),
        told.authorisations().stream().map(OrdersAnswer.Authorisation::orderId).toList());
    var first = told.authorisations().getFirst();
    assertEquals("霍**", first.principal());
    assertEquals(LocalDate.of(2099, 12, 31), first.until());
    assertEquals(Optional.of(new OrdersAnswer.DailyLimit(3, 3)), told.dailyLimit());
  }

  @Test
  void anAgentHoldsNothingAndAHolderIsNobodysAgent() throws Exception {
    assertEquals(new Orders(List.of(), false), told(agent(Role.HOLDER)));
    HolderQuery holder =
        new HolderQuery("PASSPORT", "L898902C3", "UTO", LocalDate.of(1974, 8, 12), Role.AGENT);
    assertEquals(List.of(), told(holder).orders());
  }

  @Test
  void theDayEndsAfterThreeOrdersAndTheAgentIsToldBefore() throws Exception {
    List<Order> orders = told(agent(Role.AGENT)).orders();
    for (int taken = 1; taken <= 3; taken++) {
      hall.granted(hall.request(orders.get(taken).orderId()));
      assertEquals(
          Optional.of(new OrdersAnswer.DailyLimit(3, 3 - taken)),
          told(agent(Role.AGENT)).dailyLimit());
    }
    assertEquals(
        new GrantAnswer.Refused("DAILY_LIMIT"),
        hall.askUpToDate(hall.request(orders.get(4).orderId())));
  }

  @Test
  void whatAHolderTookBackIsNotGrantedAnyMore() throws Exception {
    assertTrue(told(agent(Role.AGENT)).orders().size() > 3);
    hall.sandbox.endAuthorisations(ORDER);
    assertEquals(
        new GrantAnswer.Refused("AUTHORISATION_ENDED"), hall.askUpToDate(hall.request(ORDER)));
    assertTrue(told(agent(Role.AGENT)).orders().stream().noneMatch(o -> o.orderId().equals(ORDER)));
  }

  @Test
  void theHoldersOwnGrantDoesNotCountForTheAgent() throws Exception {
    told(agent(Role.AGENT));
    hall.sandbox.endAuthorisations(ORDER);
    told(Hall.HOLDER);
    hall.granted(hall.request(ORDER));
    assertEquals(
        Optional.of(new OrdersAnswer.DailyLimit(3, 3)), told(agent(Role.AGENT)).dailyLimit());
  }

  @Test
  void anOldLicenceComesBackBeforeTheNewOneIsGranted() throws Exception {
    hall.sandbox.awaitSurrender(ORDER, true);
    assertEquals(Set.of(ORDER), told(Hall.HOLDER).surrenders());
    assertEquals(new GrantAnswer.Refused("NOT_SURRENDERED"), hall.askUpToDate(hall.request(ORDER)));
    hall.sandbox.awaitSurrender(ORDER, false);
    assertEquals(Set.of(), told(Hall.HOLDER).surrenders());
    hall.granted(hall.request(ORDER));
  }

  @Test
  void whatCannotBeCollectedIsToldWithItsReason() throws Exception {
    var review = new NotReady("99999920261122000777", NotReady.Reason.UNDER_REVIEW);
    assertEquals(List.of(review), told(Hall.HOLDER).notReady());
  }

  @Test
  void theHolderIsToldOfEveryGrantAndCollectionAndWhetherAnAgentCame() throws Exception {
    told(agent(Role.AGENT));
    Ticket ticket = hall.request(ORDER);
    Grant grant = hall.granted(ticket);
    hall.present(ticket, grant, "A0001");
    hall.collect(ticket, "A0001");
    hall.upload();
    assertEquals(
        List.of(
            new SandboxRegistry.Notice("original", "GRANTED", Hall.TERMINAL, true),
            new SandboxRegistry.Notice("original", "COLLECTED", Hall.TERMINAL, true)),
        hall.sandbox.notices(ORDER));
  }

  @Test
  void aDocumentThatWasReportedLostIsToldOfNothing() throws Exception {
    Seed.Holder person = Seed.demo().holders().getFirst();
    var document = new DocumentQuery("PASSPORT", "L898902C3", "UTO");
    hall.sandbox.report(person, true);
    assertEquals(
        new OrdersAnswer.Refused("DOCUMENT_REPORTED"),
        hall.registry.orders(Hall.HOLDER, Hall.patience()));
    assertEquals(
        new ComparisonsAnswer.Refused("DOCUMENT_REPORTED"),
        hall.registry.comparisons(document, Hall.patience()));
    hall.sandbox.report(person, false);
    assertEquals(Seed.demo().orders().size(), told(Hall.HOLDER).orders().size());
  }
}
