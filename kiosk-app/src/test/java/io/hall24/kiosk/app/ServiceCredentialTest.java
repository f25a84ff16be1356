package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServiceCredentialTest {
  /** What systemd.exec(5) says that a service finds. */
  private static final Map<String, String> SERVICE =
      Map.of("CREDENTIALS_DIRECTORY", "/run/credentials/hall24.service");

  @Test
  void systemdsCredentialIsReadWhereItLies() throws Exception {
    assertEquals(
        Path.of("/run/credentials/hall24.service/hall24-passphrase"),
        ServiceCredential.file(Optional.empty(), SERVICE));
  }

  @Test
  void aFileThatIsNamedComesFirst() throws Exception {
    Path named = Path.of("/etc/hall24/passphrase");
    assertEquals(named, ServiceCredential.file(Optional.of(named), SERVICE));
  }

  @Test
  void withoutEitherThereIsNoPassphrase() {
    assertThrows(WrongInput.class, () -> ServiceCredential.file(Optional.empty(), Map.of()));
  }
}
