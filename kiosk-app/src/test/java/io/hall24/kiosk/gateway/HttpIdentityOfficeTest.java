package io.hall24.kiosk.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.demo.registry.Faults;
import io.hall24.kiosk.demo.registry.Faults.Fault;
import io.hall24.kiosk.demo.registry.RemoteClerk;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clerks from afar and electronic credentials, over HTTP and the contract. */
class HttpIdentityOfficeTest {
  private static final DocumentQuery HOLDER = new DocumentQuery("PASSPORT", "L898902C3", "UTO");
  private static final String CALL = "0123456789abcdef";

  @TempDir Path directory;
  private Hall hall;
  private IdentityOffice office;

  @BeforeEach
  void open() throws Exception {
    hall = Hall.enrolled(directory);
    office = new HttpIdentityOffice(hall.link);
  }

  @AfterEach
  void close() {
    hall.close();
  }

  private ClerkCallAnswer call(String id) throws InterruptedException {
    return office.call(id, new ClerkCall(HOLDER, "ERIKSSON ANNA"), Hall.patience());
  }

  private ClerkCallAnswer standing() throws InterruptedException {
    return office.standing(CALL, Hall.patience());
  }

  @Test
  void aClerkTakesTheCallAndConfirmsWithTwoFactorsAndAReference() throws Exception {
    var waiting = assertInstanceOf(ClerkCallAnswer.Waiting.class, call(CALL));
    var talking = assertInstanceOf(ClerkCallAnswer.Talking.class, standing());
    assertEquals(waiting.number(), talking.number(), "the number that the clerk will say");
    var confirmed = assertInstanceOf(ClerkCallAnswer.Confirmed.class, standing());
    assertEquals(Set.of("PIN", "ONE_TIME_CODE"), confirmed.proven());
    assertTrue(confirmed.reference().startsWith("RC-"));
    assertEquals(confirmed, office.withdraw(CALL, Hall.patience()), "a decision stays");
  }

  @Test
  void whoeverIsDeclinedIsToldSo() throws Exception {
    hall.sandbox.letClerk(RemoteClerk.DECLINES);
    call(CALL);
    standing();
    assertEquals(new ClerkCallAnswer.Declined(), standing());
  }

  @Test
  void whereNobodyIsOnDutyOrTheCallIsWithdrawnItIsOver() throws Exception {
    hall.sandbox.letClerk(RemoteClerk.ABSENT);
    assertEquals(new ClerkCallAnswer.Nobody(), call(CALL));
    hall.sandbox.letClerk(RemoteClerk.BUSY);
    assertEquals(0, assertInstanceOf(ClerkCallAnswer.Waiting.class, call("second-call")).ahead());
    assertEquals(1, assertInstanceOf(ClerkCallAnswer.Waiting.class, call("third-call")).ahead());
    assertEquals(new ClerkCallAnswer.Ended(), office.withdraw("second-call", Hall.patience()));
    assertEquals(0, assertInstanceOf(ClerkCallAnswer.Waiting.class, call("third-call")).ahead());
  }

  @Test
  void aCallThatWasNeverMadeIsRefused() throws Exception {
    assertEquals(
        new ClerkCallAnswer.Refused("NOT_FOUND"), office.standing("no-such-call", Hall.patience()));
  }

  @Test
  void aCredentialServesItsHolderOnce() throws Exception {
    String code = hall.sandbox.credentialOf(HOLDER.documentNumber());
    var other = new DocumentQuery("PASSPORT", "P1", "UTO");
    assertEquals(worth(CredentialAnswer.Worth.OF_SOMEBODY_ELSE), verified(other, code));
    assertEquals(worth(CredentialAnswer.Worth.OF_HOLDER), verified(HOLDER, code));
    assertEquals(worth(CredentialAnswer.Worth.USED), verified(HOLDER, code));
    assertEquals(new CredentialAnswer.NotKnown(), verified(HOLDER, "https://example.invalid/x"));
  }

  @Test
  void aForgedAnswerConfirmsNobody() throws Exception {
    String code = hall.sandbox.credentialOf(HOLDER.documentNumber());
    hall.sandbox.misbehave(Faults.NONE.with(Fault.BAD_SIGNATURE, 1));
    assertInstanceOf(CredentialAnswer.Unavailable.class, verified(HOLDER, code));
    assertInstanceOf(ClerkCallAnswer.Unavailable.class, call(CALL));
  }

  private static CredentialAnswer worth(CredentialAnswer.Worth worth) {
    return new CredentialAnswer.Known(worth, "栖湖示例电子凭证");
  }

  private CredentialAnswer verified(DocumentQuery document, String code)
      throws InterruptedException {
    return office.verify(document, code, Hall.patience());
  }
}
