package io.hall24.kiosk.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folders of a demonstration that take seconds to make and are the same in every world. They are
 * made once, kept, and copied from then on. Where nothing can be kept they are made each time.
 */
final class Keepsakes {
  private static final Logger LOG = LoggerFactory.getLogger(Keepsakes.class);
  private static final int NAME_DIGITS = 16;

  private final Path kept;

  /**
   * Kept in a directory.
   *
   * @param kept is made when something is kept for the first time
   */
  Keepsakes(Path kept) {
    this.kept = kept;
  }

  /** Fills an empty folder. */
  @FunctionalInterface
  interface Making {
    void into(Path folder) throws IOException, InterruptedException;
  }

  /** Everything that decides what a folder will contain. */
  static final class Origin {
    private final String name;
    private final MessageDigest digest;

    /**
     * Of a folder.
     *
     * @param name what is in it, for people; of its kind only one is kept
     */
    Origin(String name) {
      this.name = name;
      try {
        this.digest = MessageDigest.getInstance("SHA-256");
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("Java without SHA-256", impossible);
      }
    }

    Origin and(Object value) {
      digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
      return this;
    }

    Origin andFile(Path file) throws IOException {
      digest.update(Files.readAllBytes(file));
      return this;
    }

    /** Another maker makes something else, even of the same. */
    Origin madeBy(Class<?> maker) {
      return andResource(maker, maker.getSimpleName() + ".class");
    }

    Origin andResource(Class<?> beside, String resource) {
      try (InputStream in =
          Objects.requireNonNull(beside.getResourceAsStream(resource), resource)) {
        digest.update(in.readAllBytes());
        return this;
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }

    private String folder() {
      return name + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, NAME_DIGITS);
    }
  }

  /**
   * Puts a folder in its place, complete or not at all, whenever the process ends.
   *
   * @param place where nothing is yet; its parent exists
   * @param making makes it when it was not kept
   */
  void put(Path place, Origin origin, Making making) throws IOException, InterruptedException {
    Path ours = kept.resolve(origin.folder());
    Path unfinished = place.resolveSibling(place.getFileName() + ".unfinished");
    remove(unfinished);
    if (!copied(ours, unfinished)) {
      remove(unfinished);
      Files.createDirectories(unfinished);
      making.into(unfinished);
      keep(unfinished, ours, origin.name);
    }
    Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Whether it was there; somebody else may put a newer one in its place meanwhile. */
  private static boolean copied(Path from, Path to) {
    if (!Files.isDirectory(from)) {
      return false;
    }
    try {
      copy(from, to);
      return true;
    } catch (IOException gone) {
      LOG.debug("not copied", gone);
      return false;
    }
  }

  private void keep(Path made, Path ours, String name) {
    try {
      Files.createDirectories(kept);
      Path unfinished = Files.createTempDirectory(kept, ".unfinished");
      try {
        Path copy = unfinished.resolve(name);
        copy(made, copy);
        Files.move(copy, ours, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        remove(unfinished);
      }
      forgetOthers(ours, name);
    } catch (IOException cannotBeKept) {
      LOG.debug("made again the next time", cannotBeKept);
    }
  }

  private void forgetOthers(Path ours, String name) throws IOException {
    int length = name.length() + 1 + NAME_DIGITS;
    for (Path other : list(kept)) {
      String file = other.getFileName().toString();
      if (!other.equals(ours) && file.startsWith(name + "-") && file.length() == length) {
        remove(other);
      }
    }
  }

  /** Links stay links, and lead to the copies where they lead within the folder. */
  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), LinkOption.NOFOLLOW_LINKS);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  /** Removes a folder with everything in it, if it is there. */
  static void remove(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
