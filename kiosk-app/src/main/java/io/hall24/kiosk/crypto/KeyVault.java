package io.hall24.kiosk.crypto;

import io.hall24.kiosk.crypto.KeyState.Absent;
import io.hall24.kiosk.crypto.KeyState.Destroyed;
import io.hall24.kiosk.crypto.KeyState.Present;
import io.hall24.kiosk.crypto.KeyState.Unusable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.UnrecoverableKeyException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The keys of this terminal, in a directory of their own that no backup copies: sealing keys by
 * name and the key that the terminal signs with. Every file is wrapped by a master key, which lies
 * in a PKCS#12 store ({@code master.p12}) under a passphrase.
 *
 * <p>A key that is destroyed leaves a tombstone, so that its name is never used again and a lost
 * key is told from a destroyed one. Files are {@code NAME.key} and {@code NAME.destroyed}; content
 * of a key file is the suite's sealed form of the key, bound to its name.
 *
 * <p>Safe for use by several threads. Calls block on the disk.
 */
public final class KeyVault {
  private static final String MASTER = "master.p12";
  private static final String SIGNING = "_terminal-signing";
  private static final String KEY = ".key";
  private static final String TOMBSTONE = ".destroyed";
  private final Path directory;
  private final CryptoSuite suite;
  private final SealingKey master;
  private final SigningKey signing;
  private final Map<KeyName, SealingKey> known = new HashMap<>();

  private KeyVault(Path directory, CryptoSuite suite, SealingKey master, SigningKey signing) {
    this.directory = directory;
    this.suite = suite;
    this.master = master;
    this.signing = signing;
  }

  /**
   * Makes a vault with a new master key and a new signing key.
   *
   * @param passphrase of the master store; the caller wipes it
   */
  public static VaultOpening create(Path directory, char[] passphrase, CryptoSuite suite) {
    try {
      DurableFiles.createDirectory(directory);
      if (Files.exists(directory.resolve(MASTER))) {
        return new VaultOpening.Exists();
      }
      if (!names(directory, TOMBSTONE).isEmpty() || hasSealingKeys(directory)) {
        return new VaultOpening.Damaged("there are keys, but no " + MASTER);
      }
      SigningKey signing = suite.newSigningKey();
      SealingKey master = suite.newSealingKey();
      DurableFiles.write(
          directory.resolve(SIGNING + KEY), wrap(suite, master, SIGNING, stored(signing)));
      MasterStore.write(directory.resolve(MASTER), passphrase, master);
      return new VaultOpening.Opened(new KeyVault(directory, suite, master, signing));
    } catch (IOException failed) {
      return new VaultOpening.Inaccessible(failed.toString());
    }
  }

  /**
   * Opens a vault, and finishes destructions that a power cut interrupted.
   *
   * @param passphrase of the master store; the caller wipes it
   */
  public static VaultOpening open(Path directory, char[] passphrase, CryptoSuite suite) {
    Path store = directory.resolve(MASTER);
    if (!Files.exists(store)) {
      return new VaultOpening.Missing();
    }
    try {
      SealingKey master = MasterStore.open(store, passphrase, suite);
      Bytes wrapped = Bytes.of(Files.readAllBytes(directory.resolve(SIGNING + KEY)));
      Optional<SigningKey> signing =
          unwrap(suite, master, SIGNING, wrapped).map(raw -> signingKey(suite, raw));
      if (signing.isEmpty()) {
        return new VaultOpening.Damaged("the signing key does not open with the master key");
      }
      KeyVault vault = new KeyVault(directory, suite, master, signing.get());
      vault.finishDestructions();
      return new VaultOpening.Opened(vault);
    } catch (UnrecoverableKeyException wrong) {
      return new VaultOpening.WrongPassphrase();
    } catch (AccessDeniedException denied) {
      return new VaultOpening.Inaccessible(denied.toString());
    } catch (GeneralSecurityException | IOException | IllegalArgumentException broken) {
      return new VaultOpening.Damaged(broken.toString());
    }
  }

  /**
   * Opens a vault of whichever suite it was made with.
   *
   * @param passphrase of the master store; the caller wipes it
   */
  public static VaultOpening open(Path directory, char[] passphrase) {
    VaultOpening opening = open(directory, passphrase, CryptoSuite.international());
    return opening instanceof VaultOpening.Damaged
            && open(directory, passphrase, CryptoSuite.national())
                instanceof VaultOpening.Opened national
        ? national
        : opening;
  }

  /** The suite that it was made with. */
  public CryptoSuite suite() {
    return suite;
  }

  /** The key that this terminal signs with. */
  public SigningKey signingKey() {
    return signing;
  }

  /** Looks for a sealing key. */
  public synchronized KeyState find(KeyName name) {
    SealingKey cached = known.get(name);
    if (cached != null) {
      return new Present(cached);
    }
    if (Files.exists(tombstone(name))) {
      return new Destroyed();
    }
    if (!Files.exists(file(name))) {
      return new Absent();
    }
    try {
      Bytes wrapped = Bytes.of(Files.readAllBytes(file(name)));
      return unwrap(suite, master, name.value(), wrapped)
          .<KeyState>map(raw -> remember(name, suite.sealingKey(raw)))
          .orElseGet(() -> new Unusable(name.value() + " does not open with the master key"));
    } catch (IOException failed) {
      return new Unusable(failed.toString());
    }
  }

  /** Finds a sealing key, or makes it; it is on the disk when this returns. Never absent. */
  public synchronized KeyState obtain(KeyName name) {
    KeyState found = find(name);
    if (!(found instanceof Absent)) {
      return found;
    }
    SealingKey fresh = suite.newSealingKey();
    try {
      DurableFiles.write(file(name), wrap(suite, master, name.value(), fresh.raw()));
      return remember(name, fresh);
    } catch (IOException failed) {
      return new Unusable(failed.toString());
    }
  }

  /**
   * Destroys a sealing key for ever. A key that does not exist is marked as destroyed all the same.
   *
   * @return {@link Destroyed}, or {@link Unusable} when the disk refused; then the key may still be
   *     there, and destroying it again is the remedy
   */
  public synchronized KeyState destroy(KeyName name) {
    known.remove(name);
    try {
      DurableFiles.write(tombstone(name), Bytes.EMPTY);
      DurableFiles.erase(file(name));
      return new Destroyed();
    } catch (IOException failed) {
      return new Unusable(failed.toString());
    }
  }

  private Present remember(KeyName name, SealingKey key) {
    known.put(name, key);
    return new Present(key);
  }

  private void finishDestructions() throws IOException {
    for (String name : names(directory, TOMBSTONE)) {
      DurableFiles.erase(directory.resolve(name + KEY));
    }
  }

  private static boolean hasSealingKeys(Path directory) throws IOException {
    return names(directory, KEY).stream().anyMatch(name -> !name.equals(SIGNING));
  }

  private static List<String> names(Path directory, String suffix) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith(suffix))
          .map(name -> name.substring(0, name.length() - suffix.length()))
          .toList();
    }
  }

  private Path file(KeyName name) {
    return directory.resolve(name.value() + KEY);
  }

  private Path tombstone(KeyName name) {
    return directory.resolve(name.value() + TOMBSTONE);
  }

  private static Bytes wrap(CryptoSuite suite, SealingKey master, String name, Bytes raw) {
    return suite.seal(master, raw, context(suite, name));
  }

  private static Optional<Bytes> unwrap(
      CryptoSuite suite, SealingKey master, String name, Bytes wrapped) {
    return suite.unseal(master, wrapped, context(suite, name));
  }

  private static Bytes context(CryptoSuite suite, String name) {
    return Bytes.utf8("hall24 key 1 " + suite.name() + " " + name);
  }

  private static Bytes stored(SigningKey key) {
    Bytes secret = Bytes.of(key.secret().getEncoded());
    byte[] length = ByteBuffer.allocate(Integer.BYTES).putInt(secret.size()).array();
    return Bytes.join(Bytes.of(length), secret, key.verification().spki());
  }

  private static SigningKey signingKey(CryptoSuite suite, Bytes stored) {
    int end = Integer.BYTES + ByteBuffer.wrap(stored.toArray()).getInt();
    return suite.signingKey(stored.slice(Integer.BYTES, end), stored.slice(end, stored.size()));
  }
}
