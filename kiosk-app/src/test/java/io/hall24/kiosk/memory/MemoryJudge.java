package io.hall24.kiosk.memory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Searches every object of this process that is still alive for what should be gone, and says who
 * holds it.
 */
public final class MemoryJudge {
  private static final int DEEPEST = 40;

  private final Path directory;

  /**
   * A judge.
   *
   * @param directory takes the dumps for as long as they are looked through
   */
  public MemoryJudge(Path directory) {
    this.directory = directory;
  }

  /** What of it is alive: the secret's label, and the way from a root to it. */
  public List<String> alive(Secrets secrets) throws IOException {
    try (HeapDump dump = HeapDump.take(directory)) {
      Map<Long, String> found = search(dump, secrets);
      return found.isEmpty() ? List.of() : explain(dump, found);
    }
  }

  /** The labels of what is alive, without the way to it. */
  public Set<String> seen(Secrets secrets) throws IOException {
    try (HeapDump dump = HeapDump.take(directory)) {
      return Set.copyOf(search(dump, secrets).values());
    }
  }

  /** How many objects of classes there are, by name; those of which there are none are left out. */
  public Map<String, Integer> count(Set<String> classes) throws IOException {
    Map<String, Integer> counted = new TreeMap<>();
    try (HeapDump dump = HeapDump.take(directory)) {
      dump.walk(
          new HeapDump.Visitor() {
            @Override
            public void object(long id, String type) {
              if (classes.contains(type)) {
                counted.merge(type, 1, Integer::sum);
              }
            }
          });
    }
    return counted;
  }

  private static Map<Long, String> search(HeapDump dump, Secrets secrets) {
    Map<Integer, List<Map.Entry<String, byte[]>>> byStart = new HashMap<>();
    boolean[] starts = new boolean[1 << 16];
    for (var secret : secrets.scrambled().entrySet()) {
      int start = start(secret.getValue()[0], secret.getValue()[1]);
      starts[start] = true;
      byStart.computeIfAbsent(start, _ -> new ArrayList<>()).add(secret);
    }
    Map<Long, String> found = new LinkedHashMap<>();
    dump.walk(
        new HeapDump.Visitor() {
          @Override
          public void numbers(long id, String type, long from, long to) {
            for (long at = from; at + 1 < to; at++) {
              int start =
                  start(
                      (byte) (dump.at(at) ^ Secrets.TURN), (byte) (dump.at(at + 1) ^ Secrets.TURN));
              if (starts[start]) {
                for (var secret : byStart.getOrDefault(start, List.of())) {
                  if (same(dump, at, to, secret.getValue())) {
                    found.put(id, secret.getKey() + " in " + type);
                  }
                }
              }
            }
          }
        });
    return found;
  }

  private static int start(byte first, byte second) {
    return Byte.toUnsignedInt(first) << 8 | Byte.toUnsignedInt(second);
  }

  private static boolean same(HeapDump dump, long at, long to, byte[] secret) {
    if (at + secret.length > to) {
      return false;
    }
    for (int index = 2; index < secret.length; index++) {
      if ((byte) (dump.at(at + index) ^ Secrets.TURN) != secret[index]) {
        return false;
      }
    }
    return true;
  }

  /** The shortest way from a root to each finding, one line each. */
  private static List<String> explain(HeapDump dump, Map<Long, String> found) {
    Map<Long, List<Holder>> holders = new HashMap<>();
    Map<Long, String> roots = new HashMap<>();
    dump.walk(
        new HeapDump.Visitor() {
          @Override
          public void reference(long holder, String type, long held) {
            if (held != 0 && !type.startsWith("java.lang.ref.")) {
              holders.computeIfAbsent(held, _ -> new ArrayList<>(1)).add(new Holder(holder, type));
            }
          }

          @Override
          public void root(long id, String kind) {
            roots.put(id, kind);
          }
        });
    return found.entrySet().stream()
        .map(finding -> finding.getValue() + way(finding.getKey(), holders, roots))
        .toList();
  }

  private record Holder(long id, String field) {}

  private static String way(long from, Map<Long, List<Holder>> holders, Map<Long, String> roots) {
    Map<Long, String> ways = new HashMap<>();
    ArrayDeque<Long> open = new ArrayDeque<>(List.of(from));
    ways.put(from, "");
    String longest = "";
    while (!open.isEmpty()) {
      long id = open.removeFirst();
      String way = ways.getOrDefault(id, "");
      longest = way;
      if (roots.containsKey(id) || way.contains("static ")) {
        return way + " <- " + roots.getOrDefault(id, "class");
      }
      if (way.split("<-", -1).length < DEEPEST) {
        for (Holder holder : holders.getOrDefault(id, List.of())) {
          if (ways.putIfAbsent(holder.id(), way + "\n    <- " + holder.field()) == null) {
            open.addLast(holder.id());
          }
        }
      }
    }
    return longest + " <- (held weakly)";
  }
}
