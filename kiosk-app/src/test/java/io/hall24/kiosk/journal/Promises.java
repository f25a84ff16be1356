package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.KeyState;
import io.hall24.kiosk.crypto.KeyVault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a {@link PowerCutWriter} has said until now, and whether files keep to it. */
final class Promises {
  /** Begins every line that is a promise; libraries chat on the same stream. */
  static final String MARK = "promised ";

  private long appended;
  private long checkpoint;
  private final Set<Long> rejected = new HashSet<>();
  private final Set<Long> shredded = new HashSet<>();

  void hear(DiskAct act) {
    if (act instanceof DiskAct.Say(String line) && line.startsWith(MARK)) {
      String[] words = line.substring(MARK.length()).split(" ", -1);
      long number = Long.parseLong(words[1]);
      switch (words[0]) {
        case "append" -> appended = number;
        case "checkpoint" -> checkpoint = number;
        case "rejection" -> rejected.add(number);
        case "shred" -> shredded.add(number);
        default -> throw new IllegalStateException(line);
      }
    }
  }

  long appended() {
    return appended;
  }

  /** Starts on these files as a terminal would, and names every promise that does not hold. */
  List<String> brokenBy(Map<String, Bytes> files) throws IOException {
    Path place = Files.createTempDirectory(Path.of("/dev/shm"), "hall24-power-cut");
    try {
      lay(files, place);
      return brokenIn(new JournalWorkshop(place));
    } finally {
      remove(place);
    }
  }

  private List<String> brokenIn(JournalWorkshop workshop) {
    List<String> broken = new ArrayList<>();
    KeyVault vault = workshop.vault();
    OpenResult opening =
        workshop.tryOpen(vault, JournalWorkshop.TERMINAL, List.of(new NoteProjection(1)));
    if (!(opening instanceof OpenResult.Opened(Journal journal))) {
      return List.of("not opened: " + opening);
    }
    try (journal) {
      events(journal, broken);
      projection(journal, broken);
      registry(journal, broken);
      keys(journal, vault, broken);
      if (!(journal.append(new Note.Sheet("after the cut")) instanceof AppendResult.Durable)) {
        broken.add("nothing can be appended");
      }
    }
    if (!(workshop.verify() instanceof VerifyReport.Intact)) {
      broken.add("not intact: " + workshop.verify());
    }
    return broken;
  }

  private void events(Journal journal, List<String> broken) {
    long head = journal.head().sequence();
    if (head < appended) {
      broken.add("lost: " + appended + " events were acknowledged, " + head + " are there");
    }
    if (head > appended + 1) {
      broken.add("more than was ever asked for: " + head + " after " + appended);
    }
    journal
        .events(1, Note.class)
        .filter(recorded -> !recorded.event().equals(PowerCutWriter.noteOf(recorded.sequence())))
        .forEach(recorded -> broken.add("another event stands at " + recorded.sequence()));
  }

  private static void projection(Journal journal, List<String> broken) {
    List<String> texts =
        NoteProjection.texts(journal).stream().filter(text -> !text.endsWith(" gone")).toList();
    List<String> events =
        journal
            .events(1, Note.class)
            .map(recorded -> recorded.sequence() + " " + recorded.event().text())
            .toList();
    if (!texts.equals(events)) {
      broken.add("the projection does not know what the events say");
    }
  }

  private void registry(Journal journal, List<String> broken) {
    if (journal.acknowledged() < checkpoint) {
      broken.add("lost: checkpoint " + checkpoint + ", found " + journal.acknowledged());
    }
    if (journal.fork().isPresent()) {
      broken.add("a fork: " + journal.fork());
    }
    Set<Long> found =
        journal.rejections().stream().map(Rejection::sequence).collect(Collectors.toSet());
    if (!found.containsAll(rejected)) {
      broken.add("lost: rejections " + rejected + ", found " + found);
    }
  }

  private void keys(Journal journal, KeyVault vault, List<String> broken) {
    String id = journal.head().journalId();
    for (long period : shredded) {
      if (!(vault.find(StoredEntry.keyName(id, RetentionClass.VISIT, period))
          instanceof KeyState.Destroyed)) {
        broken.add("the shredded key of period " + period + " is back");
      }
    }
    journal.keyPeriods().stream()
        .filter(period -> period.state() == KeyPeriod.State.LOST)
        .forEach(period -> broken.add("lost: the key of " + period));
  }

  private static void lay(Map<String, Bytes> files, Path place) throws IOException {
    for (Map.Entry<String, Bytes> file : files.entrySet()) {
      Path path = place.resolve(file.getKey());
      if (file.getKey().endsWith("/")) {
        Files.createDirectories(path);
      } else {
        Files.write(path, file.getValue().toArray());
      }
    }
  }

  private static void remove(Path place) throws IOException {
    try (Stream<Path> files = Files.walk(place)) {
      for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
