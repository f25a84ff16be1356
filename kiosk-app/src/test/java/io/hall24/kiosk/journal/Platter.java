package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a disk holds for certain while a process works, and what it may hold after a power cut, by
 * the rules that POSIX gives and no kinder ones: content lasts once its file was synced, a name
 * once its directory was. Of what was not synced, any sectors of any writes may be there or not;
 * names come in order, as on every file system with a journal.
 */
final class Platter {
  private static final int SECTOR = 512;

  /** What becomes of things that were not synced. */
  interface Fate {
    /** Whether one sector of one unsynced write, or one unsynced truncation, is there. */
    boolean spares();

    /** How many of the unsynced changes of names are there. */
    int names(int pending);

    /** The disk has nothing but what it had to have. */
    static Fate nothing() {
      return of(false);
    }

    /** The disk has everything, as after a killed process. */
    static Fate everything() {
      return of(true);
    }

    private static Fate of(boolean spared) {
      return new Fate() {
        @Override
        public boolean spares() {
          return spared;
        }

        @Override
        public int names(int pending) {
          return spared ? pending : 0;
        }
      };
    }
  }

  /** A change of names in one directory. */
  private record Naming(String directory, DiskAct act, Content content) {}

  private final Map<String, Content> names = new TreeMap<>();
  private final Map<String, Content> lasting = new TreeMap<>();
  private final List<Naming> unsynced = new ArrayList<>();

  Platter() {
    var root = new Content(true);
    names.put("", root);
    lasting.put("", root);
  }

  void apply(DiskAct act) {
    switch (act) {
      case DiskAct.Create(var file) -> {
        if (!names.containsKey(file)) {
          name(file, act, new Content(false));
        }
      }
      case DiskAct.MakeDirectory(var directory) -> name(directory, act, new Content(true));
      case DiskAct.Rename(var from, var to) -> name(to, act, at(from));
      case DiskAct.Delete(var file) -> name(file, act, at(file));
      case DiskAct.Write(var file, var _, var _) -> at(file).pending.add(act);
      case DiskAct.Truncate(var file, var _) -> at(file).pending.add(act);
      case DiskAct.Sync(var path) -> sync(path);
      case DiskAct.Say _ -> {}
    }
  }

  private Content at(String path) {
    Content content = names.get(path);
    if (content == null) {
      throw new IllegalStateException("never saw the beginning of " + path);
    }
    return content;
  }

  private void name(String path, DiskAct act, Content content) {
    int slash = path.lastIndexOf('/');
    var naming = new Naming(slash < 0 ? "" : path.substring(0, slash), act, content);
    unsynced.add(naming);
    rename(names, naming);
  }

  private static void rename(Map<String, Content> names, Naming naming) {
    switch (naming.act()) {
      case DiskAct.Rename(var from, var to) -> {
        names.remove(from);
        names.put(to, naming.content());
      }
      case DiskAct.Delete(var file) -> names.remove(file);
      case DiskAct.Create(var file) -> names.put(file, naming.content());
      case DiskAct.MakeDirectory(var directory) -> names.put(directory, naming.content());
      default -> throw new IllegalStateException("no change of names: " + naming.act());
    }
  }

  private void sync(String path) {
    Content content = at(path);
    if (content.directory) {
      unsynced.stream()
          .filter(naming -> naming.directory().equals(path))
          .forEach(naming -> rename(lasting, naming));
      unsynced.removeIf(naming -> naming.directory().equals(path));
    } else {
      content.settle();
    }
  }

  /** The files after a power cut now, by path; directories have no content and end with a slash. */
  Map<String, Bytes> cut(Fate fate) {
    Map<String, Content> left = new HashMap<>(lasting);
    unsynced.stream().limit(fate.names(unsynced.size())).forEach(naming -> rename(left, naming));
    Map<String, Bytes> files = new TreeMap<>();
    left.forEach((path, content) -> {
      if (reachable(path, left)) {
        files.put(content.directory ? path + "/" : path, Bytes.of(content.after(fate)));
      }
    });
    return files;
  }

  private static boolean reachable(String path, Map<String, Content> left) {
    int slash = path.lastIndexOf('/');
    String parent = slash < 0 ? "" : path.substring(0, slash);
    return slash < 0 || (left.containsKey(parent) && reachable(parent, left));
  }

  /** What a name stands for. */
  private static final class Content {
    private final boolean directory;
    private final List<DiskAct> pending = new ArrayList<>();
    private byte[] synced = new byte[0];

    Content(boolean directory) {
      this.directory = directory;
    }

    void settle() {
      synced = after(Fate.everything());
      pending.clear();
    }

    byte[] after(Fate fate) {
      byte[] now = synced;
      for (DiskAct act : pending) {
        now =
            switch (act) {
              case DiskAct.Truncate(var _, var size) ->
                  fate.spares() ? Arrays.copyOf(now, Math.toIntExact(size)) : now;
              case DiskAct.Write(var _, var offset, var content) ->
                  written(now, Math.toIntExact(offset), content.toArray(), fate);
              default -> throw new IllegalStateException("no content: " + act);
            };
      }
      return now;
    }

    private static byte[] written(byte[] before, int offset, byte[] content, Fate fate) {
      byte[] now = before;
      int from = 0;
      while (from < content.length) {
        int to = Math.min(content.length, from + SECTOR - (offset + from) % SECTOR);
        if (fate.spares()) {
          now = Arrays.copyOf(now, Math.max(now.length, offset + to));
          System.arraycopy(content, from, now, offset + from, to - from);
        } else {
          now = now.clone();
        }
        from = to;
      }
      return now;
    }
  }
}
