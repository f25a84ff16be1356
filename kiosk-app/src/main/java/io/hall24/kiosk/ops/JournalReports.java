package io.hall24.kiosk.ops;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.journal.EntryHeader;
import io.hall24.kiosk.journal.FileReading;
import io.hall24.kiosk.journal.Fork;
import io.hall24.kiosk.journal.JournalFile;
import io.hall24.kiosk.journal.JournalPlace;
import io.hall24.kiosk.journal.JournalStatus;
import io.hall24.kiosk.journal.JournalVerifier;
import io.hall24.kiosk.journal.VerifyReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What {@code hall24 journal verify|status|tail|export} say of a journal's file, in use or copied.
 */
public final class JournalReports {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** An export may hold personal data. */
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final JournalPlace place;

  /**
   * @param place of this terminal's journal; its file is what is reported on unless another is
   *     named
   */
  public JournalReports(JournalPlace place) {
    this.place = place;
  }

  /** How facts are written. */
  public enum Form {
    TEXT,
    /** One JSON object; {@link #tail} writes one a line. */
    JSON
  }

  /** What a report comes to. */
  public enum Finding {
    /** Exit code 0. */
    SOUND,
    /** Broken, forked or holding rejected events; exit code 1. */
    UNSOUND,
    /** No journal that can be read; exit code 2. */
    NO_JOURNAL
  }

  /**
   * A report.
   *
   * @param text without a line break at its end
   */
  public record Report(Finding finding, String text) {}

  /** Walks the whole chain and names the first broken entry. */
  public Report verify(Optional<Path> file, Optional<KeyVault> vault, Form form) {
    Path database = file.orElse(place.database());
    return switch (new JournalVerifier(place).verify(database, vault)) {
      case VerifyReport.Intact intact -> intact(intact, form);
      case VerifyReport.Broken(long sequence, String why) ->
          report(
              Finding.UNSOUND,
              form,
              (sequence == 0 ? "broken: " : "broken at entry " + sequence + ": ") + why,
              json -> json.put("intact", false).put("brokenAt", sequence).put("why", why));
      case VerifyReport.NotAJournal(String why) -> noJournal(why, form);
    };
  }

  private static Report intact(VerifyReport.Intact intact, Form form) {
    String unread = intact.unreadable() == 0 ? "" : ", content of %d not readable";
    String fork = intact.fork().map(JournalReports::describe).orElse("");
    return report(
        intact.fork().isEmpty() ? Finding.SOUND : Finding.UNSOUND,
        form,
        "intact: %d entries of %s, head %s%s%s"
            .formatted(
                intact.head().sequence(),
                intact.terminalId(),
                intact.head().hash(),
                unread.formatted(intact.unreadable()),
                fork),
        json ->
            json.put("intact", true)
                .put("terminalId", intact.terminalId())
                .put("journalId", intact.head().journalId())
                .put("entries", intact.head().sequence())
                .put("hash", intact.head().hash())
                .put("unreadable", intact.unreadable())
                .put("forked", intact.fork().isPresent()));
  }

  private static String describe(Fork fork) {
    return "%nforked: the registry signed entry %d as %s, here it is %s"
        .formatted(
            fork.checkpoint().sequence(),
            fork.checkpoint().hash().hex(),
            fork.ours().map(hash -> hash.hex()).orElse("missing"));
  }

  /** How the journal stands and how much of it is unsent. */
  public Report status(Optional<Path> file, Form form) {
    return switch (new JournalFile(place, file.orElse(place.database())).status()) {
      case FileReading.Unreadable<JournalStatus>(String why) -> noJournal(why, form);
      case FileReading.Read<JournalStatus>(JournalStatus status) -> status(status, form);
    };
  }

  private static Report status(JournalStatus status, Form form) {
    boolean sound = status.fork().isEmpty() && status.rejected() == 0;
    String oldest = status.oldestUnsent().map(Instant::toString).orElse("-");
    return report(
        sound ? Finding.SOUND : Finding.UNSOUND,
        form,
        """
        terminal      %s
        journal       %s
        entries       %d
        acknowledged  %d
        unsent        %d (oldest %s)
        rejected      %d
        size          %d bytes%s\
        """
            .formatted(
                status.terminalId(),
                status.head().journalId(),
                status.head().sequence(),
                status.acknowledged(),
                status.unsent(),
                oldest,
                status.rejected(),
                status.bytes(),
                status.fork().map(JournalReports::describe).orElse("")),
        json -> {
          json.put("terminalId", status.terminalId())
              .put("journalId", status.head().journalId())
              .put("entries", status.head().sequence())
              .put("hash", status.head().hash())
              .put("acknowledged", status.acknowledged())
              .put("unsent", status.unsent())
              .put("rejected", status.rejected())
              .put("bytes", status.bytes())
              .put("forked", status.fork().isPresent());
          status.oldestUnsent().ifPresent(at -> json.put("oldestUnsent", at.toString()));
          return json;
        });
  }

  /**
   * The headers of the last entries, one a line.
   *
   * @param count at least 1
   */
  public Report tail(Optional<Path> file, int count, Form form) {
    return switch (new JournalFile(place, file.orElse(place.database())).tail(count)) {
      case FileReading.Unreadable<?>(String why) -> noJournal(why, form);
      case FileReading.Read<List<EntryHeader>>(var headers) ->
          new Report(
              Finding.SOUND,
              headers.stream()
                  .map(header -> line(header, form))
                  .collect(Collectors.joining(System.lineSeparator())));
    };
  }

  private static String line(EntryHeader header, Form form) {
    return form == Form.TEXT
        ? "%8d  %s  %-9s  %s"
            .formatted(
                header.sequence(), header.recordedAt(), header.retentionName(), header.type())
        : JSON.createObjectNode()
            .put("sequence", header.sequence())
            .put("recordedAt", header.recordedAt().toString())
            .put("retention", header.retentionName())
            .put("type", header.type())
            .put("version", header.version())
            .toString();
  }

  /**
   * Writes the journal in its open format, into a file that only its owner may read.
   *
   * @param vault for the content; without it headers, commitments and hashes only
   */
  public Report export(Optional<Path> file, Optional<KeyVault> vault, Path out, Form form) {
    Path part = out.resolveSibling(out.getFileName() + ".part");
    JournalFile journal = new JournalFile(place, file.orElse(place.database()));
    try {
      Report report;
      Files.deleteIfExists(part);
      Files.createFile(part, OWNER_ONLY);
      try (Writer writer = Files.newBufferedWriter(part)) {
        report = exported(journal.export(writer, vault), out, form);
      }
      if (report.finding() == Finding.SOUND) {
        Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
      }
      return report;
    } catch (IOException | UncheckedIOException failed) {
      return noJournal(failed.toString(), form);
    } finally {
      deleteQuietly(part);
    }
  }

  private static Report exported(FileReading<Long> written, Path out, Form form) {
    return switch (written) {
      case FileReading.Unreadable<Long>(String why) -> noJournal(why, form);
      case FileReading.Read<Long>(Long entries) ->
          report(
              Finding.SOUND,
              form,
              entries + " entries written to " + out,
              json -> json.put("entries", entries).put("file", out.toString()));
    };
  }

  /** What is left of an export that failed is of no use to anybody. */
  private static boolean deleteQuietly(Path part) {
    try {
      return Files.deleteIfExists(part);
    } catch (IOException stays) {
      return false;
    }
  }

  private static Report noJournal(String why, Form form) {
    return report(Finding.NO_JOURNAL, form, why, json -> json.put("why", why));
  }

  private static Report report(
      Finding finding, Form form, String text, Function<ObjectNode, ObjectNode> json) {
    return new Report(
        finding, form == Form.TEXT ? text : json.apply(JSON.createObjectNode()).toString());
  }
}
