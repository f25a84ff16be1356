package io.hall24.kiosk.app;

import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.VaultOpening;
import io.hall24.kiosk.journal.JournalPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which journal a command looks at: a terminal's, or a file by itself. Nothing is changed. */
final class JournalSource {
  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "a journal's file or a copy of one (default: journal.db in --data)")
  private Optional<Path> file = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "a terminal's data directory; the terminal may be running")
  private Optional<Path> data = Optional.empty();

  JournalSource() {}

  Path database() throws WrongInput {
    return file.or(() -> data.map(directory -> JournalPlace.in(directory).database()))
        .orElseThrow(() -> new WrongInput("which journal? give FILE or --data DIR"));
  }

  /** A terminal's place, read by anybody. */
  static JournalPlace place(Path directory) {
    // Not in the terminal's directory: a reader may not write there, and root must leave no files.
    return new JournalPlace(directory, DataHome.find().resolve("native"));
  }

  JournalPlace place() {
    return place(data.orElse(Path.of("")));
  }

  /** The keys beside the journal. */
  KeyVault keys(Path passphraseFile) throws WrongInput {
    return keys(
        data.orElseThrow(
            () -> new WrongInput("--passphrase-file needs --data, where the keys lie")),
        passphraseFile);
  }

  /** The keys in a terminal's directory. */
  static KeyVault keys(Path data, Path passphraseFile) throws WrongInput {
    Path directory = data.resolve("keys");
    return switch (open(directory, passphraseFile)) {
      case VaultOpening.Opened(var vault) -> vault;
      case VaultOpening.Missing _ -> throw new WrongInput("no keys in " + directory);
      case VaultOpening.WrongPassphrase _ ->
          throw new WrongInput("the passphrase does not open " + directory);
      case VaultOpening.Damaged(var why) ->
          throw new WrongInput("keys in " + directory + " are damaged: " + why);
      case VaultOpening.Inaccessible(var why) ->
          throw new WrongInput(directory + " cannot be used: " + why);
      case VaultOpening.Exists _ -> throw new IllegalStateException("opening creates nothing");
    };
  }

  private static VaultOpening open(Path directory, Path passphraseFile) throws WrongInput {
    char[] passphrase;
    try {
      passphrase = Files.readString(passphraseFile).stripTrailing().toCharArray();
    } catch (IOException unreadable) {
      throw new WrongInput(passphraseFile + " cannot be read: " + unreadable);
    }
    try {
      return KeyVault.open(directory, passphrase);
    } finally {
      Arrays.fill(passphrase, '\0');
    }
  }
}
