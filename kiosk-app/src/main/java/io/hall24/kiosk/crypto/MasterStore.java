package io.hall24.kiosk.crypto;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import javax.crypto.spec.SecretKeySpec;

/** The PKCS#12 store (RFC 7292) that holds nothing but the master key. */
final class MasterStore {
  private static final String FORMAT = "PKCS12";
  private static final String ALIAS = "hall24-master";

  private MasterStore() {}

  /** Writes a store with the given master key. */
  static void write(Path file, char[] passphrase, SealingKey master) throws IOException {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      KeyStore store = KeyStore.getInstance(FORMAT);
      store.load(null, null);
      store.setEntry(
          ALIAS,
          new KeyStore.SecretKeyEntry(new SecretKeySpec(master.raw().toArray(), "AES")),
          new KeyStore.PasswordProtection(passphrase));
      store.store(out, passphrase);
      DurableFiles.write(file, Bytes.of(out.toByteArray()));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("the Java runtime cannot write PKCS#12", missing);
    }
  }

  /**
   * Reads the master key.
   *
   * @throws UnrecoverableKeyException when the passphrase is wrong
   * @throws GeneralSecurityException when the store has no master key
   * @throws IOException when the file is not a PKCS#12 store or cannot be read
   */
  static SealingKey open(Path file, char[] passphrase, CryptoSuite suite)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(FORMAT);
    try (ByteArrayInputStream in = new ByteArrayInputStream(Files.readAllBytes(file))) {
      store.load(in, passphrase);
    } catch (IOException failed) {
      if (failed.getCause() instanceof UnrecoverableKeyException wrong) {
        throw wrong;
      }
      throw failed;
    }
    Key key = store.getKey(ALIAS, passphrase);
    if (key == null) {
      throw new GeneralSecurityException("no entry " + ALIAS);
    }
    return suite.sealingKey(Bytes.of(key.getEncoded()));
  }
}
