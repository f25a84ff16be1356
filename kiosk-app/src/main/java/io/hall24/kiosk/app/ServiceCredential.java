package io.hall24.kiosk.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where the passphrase of the keys lies: in the file that was named, or in the credential that
 * systemd hands to its service (systemd.exec(5), {@code LoadCredentialEncrypted=}), which it has
 * unsealed, with the machine's TPM where there is one, into memory that only the service can read.
 */
final class ServiceCredential {
  /** The name of the credential. */
  static final String NAME = "hall24-passphrase";

  private static final String DIRECTORY = "CREDENTIALS_DIRECTORY";

  private ServiceCredential() {}

  /**
   * The file to read.
   *
   * @param given on the command line
   * @param environment of the process
   */
  static Path file(Optional<Path> given, Map<String, String> environment) throws WrongInput {
    return given
        .or(() ->
            Optional.ofNullable(environment.get(DIRECTORY))
                .map(directory -> Path.of(directory).resolve(NAME)))
        .orElseThrow(() ->
            new WrongInput(
                "no passphrase: give --passphrase-file, or the credential "
                    + NAME
                    + " by systemd"));
  }
}
