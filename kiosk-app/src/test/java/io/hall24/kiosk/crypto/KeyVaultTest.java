package io.hall24.kiosk.crypto;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.hall24.kiosk.crypto.KeyState.Absent;
import io.hall24.kiosk.crypto.KeyState.Destroyed;
import io.hall24.kiosk.crypto.KeyState.Present;
import io.hall24.kiosk.crypto.KeyState.Unusable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyVaultTest {
  private static final CryptoSuite SUITE = CryptoSuite.international();
  private static final KeyName ONE = new KeyName("journal.visit.1");
  private static final KeyName TWO = new KeyName("journal.visit.2");
  private static final Bytes CONTENT = Bytes.utf8("content");
  @TempDir Path parent;
  private Path directory;
  private KeyVault vault;

  @BeforeEach
  void createAVault() {
    directory = parent.resolve("keys");
    vault = opened(KeyVault.create(directory, "right".toCharArray(), SUITE));
  }

  private static KeyVault opened(VaultOpening opening) {
    return opening instanceof VaultOpening.Opened(KeyVault vault)
        ? vault
        : fail(opening.toString());
  }

  private VaultOpening reopen(String passphrase) {
    return KeyVault.open(directory, passphrase.toCharArray(), SUITE);
  }

  private static SealingKey present(KeyState state) {
    return assertInstanceOf(Present.class, state).key();
  }

  @Test
  void keysAreTheSameAfterReopening() {
    Bytes sealed = SUITE.seal(present(vault.obtain(ONE)), CONTENT, CONTENT);
    KeyVault again = opened(reopen("right"));
    assertEquals(Optional.of(CONTENT), SUITE.unseal(present(again.find(ONE)), sealed, CONTENT));
    assertEquals(
        vault.signingKey().verification().keyId(), again.signingKey().verification().keyId());
    assertTrue(
        SUITE.verifies(
            vault.signingKey().verification(), CONTENT, SUITE.sign(again.signingKey(), CONTENT)));
  }

  @Test
  void aWrongPassphraseOpensNothing() {
    assertInstanceOf(VaultOpening.WrongPassphrase.class, reopen("wrong"));
    assertInstanceOf(VaultOpening.WrongPassphrase.class, reopen(""));
  }

  @Test
  void aVaultIsNeitherMadeTwiceNorMadeByOpening() {
    assertInstanceOf(
        VaultOpening.Exists.class, KeyVault.create(directory, "new".toCharArray(), SUITE));
    assertInstanceOf(
        VaultOpening.Missing.class,
        KeyVault.open(parent.resolve("none"), "x".toCharArray(), SUITE));
    assertFalse(Files.exists(parent.resolve("none")));
    assertInstanceOf(VaultOpening.Opened.class, reopen("right"));
  }

  @Test
  void keysWithoutTheirMasterAreNotCoveredByANewOne() throws IOException {
    vault.obtain(ONE);
    Files.delete(directory.resolve("master.p12"));
    assertInstanceOf(
        VaultOpening.Damaged.class, KeyVault.create(directory, "new".toCharArray(), SUITE));
  }

  @Test
  void aDestroyedKeyIsGoneForEverAndItsFileToo() {
    vault.obtain(ONE);
    present(vault.obtain(TWO));
    assertInstanceOf(Destroyed.class, vault.destroy(ONE));
    KeyVault again = opened(reopen("right"));
    for (KeyVault view : List.of(vault, again)) {
      assertInstanceOf(Destroyed.class, view.find(ONE));
      assertInstanceOf(Destroyed.class, view.obtain(ONE));
      assertInstanceOf(Present.class, view.find(TWO));
      assertInstanceOf(Absent.class, view.find(new KeyName("journal.visit.3")));
    }
    assertFalse(Files.exists(directory.resolve("journal.visit.1.key")));
  }

  @Test
  void aDestructionThatAPowerCutInterruptedIsFinishedOnOpening() throws IOException {
    vault.obtain(ONE);
    Files.createFile(directory.resolve("journal.visit.1.destroyed"));
    KeyVault again = opened(reopen("right"));
    assertInstanceOf(Destroyed.class, again.find(ONE));
    assertFalse(Files.exists(directory.resolve("journal.visit.1.key")));
  }

  @Test
  void aKeyFileUnderAnotherNameOrDamagedIsUnusableAndNotReplaced() throws IOException {
    vault.obtain(ONE);
    Path one = directory.resolve("journal.visit.1.key");
    Path two = directory.resolve("journal.visit.2.key");
    Files.copy(one, two, StandardCopyOption.REPLACE_EXISTING);
    KeyVault again = opened(reopen("right"));
    assertInstanceOf(Unusable.class, again.find(TWO));
    assertInstanceOf(Unusable.class, again.obtain(TWO));
    assertEquals(
        Bytes.of(Files.readAllBytes(one)), Bytes.of(Files.readAllBytes(two)), "left as it is");
    assertInstanceOf(Present.class, again.find(ONE));
  }

  @Test
  void aDamagedMasterStoreOrSigningKeyIsDamage() throws IOException {
    Path signing = directory.resolve("_terminal-signing.key");
    Bytes whole = Bytes.of(Files.readAllBytes(signing));
    Files.write(signing, CryptoSuiteTest.flipped(whole, 99).toArray());
    assertInstanceOf(VaultOpening.Damaged.class, reopen("right"));
    Files.write(signing, whole.toArray());
    assertInstanceOf(VaultOpening.Opened.class, reopen("right"));
    Files.write(directory.resolve("master.p12"), new byte[] {1, 2, 3});
    assertInstanceOf(VaultOpening.Damaged.class, reopen("right"));
  }

  @Test
  void onlyTheOwnerMayReadAndNoKeyLiesInTheClear() throws IOException {
    Bytes raw = present(vault.obtain(ONE)).raw();
    String needle = new String(raw.toArray(), StandardCharsets.ISO_8859_1);
    List<Path> files;
    try (Stream<Path> list = Files.list(directory)) {
      files = list.toList();
    }
    assertEquals(3, files.size());
    for (Path file : files) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      assertFalse(content.contains(needle), file.toString());
    }
    assertEquals(
        "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)));
  }
}
