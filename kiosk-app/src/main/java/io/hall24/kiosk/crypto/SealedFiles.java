package io.hall24.kiosk.crypto;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Small files in a directory of their own, readable by their owner only, sealed under one key of
 * the vault, and named by the digest of what lies in them. So whoever remembers a name elsewhere
 * cannot be given an older file, and a power cut leaves the old file, the new one or both, but none
 * torn.
 */
public final class SealedFiles {
  private static final String SUFFIX = ".sealed";
  private final Path directory;
  private final KeyName key;
  private final KeyVault vault;
  private final CryptoSuite suite;

  /**
   * @param directory made when the first file is written
   * @param key of all of them
   */
  public SealedFiles(Path directory, KeyName key, KeyVault vault, CryptoSuite suite) {
    this.directory = directory;
    this.key = key;
    this.vault = vault;
    this.suite = suite;
  }

  /**
   * Writes a file; it is on the disk when this returns.
   *
   * @return its name: lower-case hexadecimal digits
   * @throws IOException when the disk or the vault refuses
   */
  public String put(Bytes content) throws IOException {
    if (!(vault.obtain(key) instanceof KeyState.Present(var sealing))) {
      throw new IOException("no key " + key.value());
    }
    Bytes sealed = suite.seal(sealing, content, context());
    String name = suite.digest(sealed).hex();
    DurableFiles.createDirectory(directory);
    DurableFiles.write(directory.resolve(name + SUFFIX), sealed);
    return name;
  }

  /**
   * The content of a file.
   *
   * @return empty when there is none of that name, or it is not what was written
   * @throws IOException when the disk refuses
   */
  public Optional<Bytes> get(String name) throws IOException {
    Path file = directory.resolve(name + SUFFIX);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Bytes sealed = Bytes.of(Files.readAllBytes(file));
    return suite.digest(sealed).hex().equals(name)
            && vault.find(key) instanceof KeyState.Present(var sealing)
        ? suite.unseal(sealing, sealed, context())
        : Optional.empty();
  }

  /** The names of all files. */
  public List<String> names() throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(SUFFIX))
          .map(file -> file.substring(0, file.length() - SUFFIX.length()))
          .sorted()
          .toList();
    }
  }

  /** Erases every file but one. */
  public void keepOnly(String name) throws IOException {
    for (String other : names()) {
      if (!other.equals(name)) {
        DurableFiles.erase(directory.resolve(other + SUFFIX));
      }
    }
  }

  private Bytes context() {
    return Bytes.utf8("hall24 sealed file 1 " + key.value());
  }
}
