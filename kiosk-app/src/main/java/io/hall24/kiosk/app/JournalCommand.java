package io.hall24.kiosk.app;

import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.ops.JournalReports;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code hall24 journal}: the record, in use or copied. */
@Command(
    name = "journal",
    description = "Looks at a journal: whether it is intact, what is unsent, what happened.",
    mixinStandardHelpOptions = true)
final class JournalCommand {
  JournalCommand() {}

  /** Whether the record is what was written. */
  @Command(
      name = "verify",
      description = {
        "Walks the whole chain and names the first entry that is not what was written.",
        "With --passphrase-file it also opens every content whose key is there."
      },
      mixinStandardHelpOptions = true)
  int verify(
      @Mixin JournalSource source,
      @Option(
              names = "--passphrase-file",
              paramLabel = "FILE",
              description = "holds the passphrase of the keys in --data")
          Optional<Path> passphraseFile,
      @Mixin Facts facts)
      throws WrongInput {
    return facts.report(
        new JournalReports(source.place())
            .verify(Optional.of(source.database()), keys(source, passphraseFile), facts.form()));
  }

  /** How it stands. */
  @Command(
      name = "status",
      description = "How long it is and how much of it is unsent or was rejected.",
      mixinStandardHelpOptions = true)
  int status(@Mixin JournalSource source, @Mixin Facts facts) throws WrongInput {
    return facts.report(
        new JournalReports(source.place()).status(Optional.of(source.database()), facts.form()));
  }

  /** What happened last. */
  @Command(
      name = "tail",
      description = "The headers of the last entries; they tell nothing personal.",
      mixinStandardHelpOptions = true)
  int tail(
      @Mixin JournalSource source,
      @Option(
              names = {"-n", "--count"},
              paramLabel = "N",
              defaultValue = "20",
              description = "how many (default: ${DEFAULT-VALUE})")
          int count,
      @Mixin Facts facts)
      throws WrongInput {
    if (count < 1) {
      throw new WrongInput("--count is at least 1");
    }
    return facts.report(
        new JournalReports(source.place())
            .tail(Optional.of(source.database()), count, facts.form()));
  }

  /** The record in its open format. */
  @Command(
      name = "export",
      description = {
        "Writes the journal in its open format (docs/journal-format.md).",
        "Without --passphrase-file only headers, commitments and hashes; with it everything whose"
            + " key is there, personal data too."
      },
      mixinStandardHelpOptions = true)
  int export(
      @Mixin JournalSource source,
      @Option(
              names = "--out",
              paramLabel = "FILE.jsonl",
              required = true,
              description = "what is written, readable by its owner only")
          Path out,
      @Option(
              names = "--passphrase-file",
              paramLabel = "FILE",
              description = "holds the passphrase of the keys in --data")
          Optional<Path> passphraseFile,
      @Mixin Facts facts)
      throws WrongInput {
    return facts.report(
        new JournalReports(source.place())
            .export(
                Optional.of(source.database()), keys(source, passphraseFile), out, facts.form()));
  }

  private static Optional<KeyVault> keys(JournalSource source, Optional<Path> passphraseFile)
      throws WrongInput {
    return passphraseFile.isPresent()
        ? Optional.of(source.keys(passphraseFile.get()))
        : Optional.empty();
  }
}
