package io.hall24.kiosk.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.crypto.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The power goes, and with it what the kernel had not yet brought to the disk. A process keeps a
 * journal; what it does to its files is recorded; after every single act the files are put together
 * as a power cut could have left them, and opened again.
 *
 * <p>Properties, for the long form: {@code hall24.powercut.seed}, {@code .starts}, {@code .appends}
 * (a start), {@code .torn} (random outcomes after each act).
 */
@Tag("fault")
class PowerCutTest {
  private static final long SEED = Long.getLong("hall24.powercut.seed", 20261122);
  private static final int STARTS = Integer.getInteger("hall24.powercut.starts", 2);
  private static final int APPENDS = Integer.getInteger("hall24.powercut.appends", 14);
  private static final int TORN = Integer.getInteger("hall24.powercut.torn", 1);
  @TempDir Path directory;

  @Test
  void aCutAfterAnyActLeavesWhatWasAcknowledgedAndNothingHalf() throws Exception {
    List<DiskAct> acts = record("careful");
    assertEquals(onDisk(), allOf(acts), "the record tells how the files came to be");
    List<String> complaints = complaints(acts, TORN);
    assertEquals(List.of(), complaints, "seed " + SEED);
  }

  @Test
  void aJournalThatDoesNotSyncIsFoundOut() throws Exception {
    List<DiskAct> acts = record("careless");
    assertEquals(onDisk(), allOf(acts));
    List<String> complaints = complaints(acts.subList(0, acts.size() / 2), 0);
    assertTrue(
        complaints.stream().anyMatch(complaint -> complaint.contains("lost")),
        complaints.toString());
  }

  /** The platter itself: a name is not there before its directory was synced. */
  @Test
  void unsyncedNamesAndTornWritesAreOnThePlatterOnlyByChance() {
    var platter = new Platter();
    platter.apply(new DiskAct.Create("a.tmp"));
    platter.apply(new DiskAct.Write("a.tmp", 0, Bytes.of(new byte[1000])));
    platter.apply(new DiskAct.Sync("a.tmp"));
    platter.apply(new DiskAct.Rename("a.tmp", "a"));
    assertFalse(platter.cut(Platter.Fate.nothing()).containsKey("a"));
    assertEquals(Bytes.of(new byte[1000]), platter.cut(Platter.Fate.everything()).get("a"));
    platter.apply(new DiskAct.Sync(""));
    byte[] ones = new byte[1000];
    Arrays.fill(ones, (byte) 1);
    platter.apply(new DiskAct.Write("a", 0, Bytes.of(ones)));
    Set<Bytes> outcomes = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      outcomes.add(platter.cut(new Chance(new Random(i))).get("a"));
    }
    assertEquals(4, outcomes.size(), "two sectors, each old or new");
  }

  private Path home() {
    return directory.resolve("home");
  }

  private List<DiskAct> record(String manner) throws Exception {
    Files.createDirectories(home());
    return DiskTrace.of(
        home(),
        directory.resolve("strace.log"),
        PowerCutWriter.class,
        home().toString(),
        String.valueOf(STARTS),
        String.valueOf(APPENDS),
        manner);
  }

  private Map<String, Bytes> onDisk() throws IOException {
    Map<String, Bytes> files = new TreeMap<>();
    try (Stream<Path> found = Files.walk(home())) {
      for (Path path : found.toList()) {
        String name = home().relativize(path).toString();
        files.put(
            Files.isDirectory(path) ? name + "/" : name,
            Files.isDirectory(path) ? Bytes.EMPTY : Bytes.of(Files.readAllBytes(path)));
      }
    }
    return files;
  }

  private static Map<String, Bytes> allOf(List<DiskAct> acts) {
    var platter = new Platter();
    acts.forEach(platter::apply);
    return platter.cut(Platter.Fate.everything());
  }

  /** Cuts the power after every act, in several ways, and opens what is left. */
  private List<String> complaints(List<DiskAct> acts, int torn) throws IOException {
    var random = new Random(SEED);
    var platter = new Platter();
    var promised = new Promises();
    List<String> complaints = new ArrayList<>();
    Set<List<Object>> judged = new HashSet<>();
    for (int done = 0; done < acts.size(); done++) {
      platter.apply(acts.get(done));
      promised.hear(acts.get(done));
      List<Platter.Fate> fates =
          new ArrayList<>(List.of(Platter.Fate.nothing(), Platter.Fate.everything()));
      for (int i = 0; i < torn; i++) {
        fates.add(new Chance(random));
      }
      for (Platter.Fate fate : fates) {
        Map<String, Bytes> files = platter.cut(fate);
        if (judged.add(List.of(files, promised.appended()))) {
          String where = "after act " + done + " " + acts.get(done).getClass().getSimpleName();
          promised.brokenBy(files).forEach(why -> complaints.add(where + ": " + why));
        }
      }
    }
    System.out.println(
        acts.size()
            + " acts, "
            + judged.size()
            + " power cuts, seed "
            + SEED
            + ", "
            + complaints.size()
            + " complaints");
    return complaints;
  }

  /** Every sector has the same chance. */
  private record Chance(Random random) implements Platter.Fate {
    @Override
    public boolean spares() {
      return random.nextBoolean();
    }

    @Override
    public int names(int pending) {
      return random.nextInt(pending + 1);
    }
  }
}
