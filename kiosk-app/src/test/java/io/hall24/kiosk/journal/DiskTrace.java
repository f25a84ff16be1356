package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Everything that a Java process did to the files below a directory, in order, as strace saw it at
 * the border of the kernel. Asks nothing of the program and nothing of SQLite.
 */
final class DiskTrace {
  private static final List<String> STRACE =
      List.of(
          "strace",
          "--follow-forks",
          "--seccomp-bpf",
          "--decode-fds=path",
          "--strings-in-hex=all",
          "--string-limit=1000000",
          "--trace=openat,write,pwrite64,writev,pwritev,fsync,fdatasync,ftruncate,fallocate,"
              + "rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat",
          "--signal=none");
  private static final Pattern LINE = Pattern.compile("(\\d+) +(\\w+)\\((.*)\\) += (-?\\d+|\\?).*");
  private static final Pattern BEGUN =
      Pattern.compile("(\\d+) +(\\w+)\\((.*) <unfinished \\.\\.\\.>");
  private static final Pattern ENDED = Pattern.compile("(\\d+) +<\\.\\.\\. \\w+ resumed>(.*)");
  private static final Pattern DESCRIPTOR = Pattern.compile("^(\\d+)<([^>]*)>");
  private static final Pattern STRING = Pattern.compile("\"((?:\\\\x[0-9a-f]{2})*)\"");
  private final Path directory;
  private final List<DiskAct> acts = new ArrayList<>();
  private final Map<String, String> unfinished = new HashMap<>();
  private final Map<Integer, Long> positions = new HashMap<>();

  private DiskTrace(Path directory) {
    this.directory = directory;
  }

  /**
   * Runs a program to its end.
   *
   * @param directory below which acts are of interest; must exist
   * @param log where strace writes, outside of that directory
   */
  static List<DiskAct> of(Path directory, Path log, Class<?> program, String... arguments)
      throws IOException, InterruptedException {
    List<String> jvm =
        List.of(
            "-o",
            log.toString(),
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName());
    Process process =
        new ProcessBuilder(
                Stream.of(STRACE, jvm, List.of(arguments)).flatMap(List::stream).toList())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.getInputStream().transferTo(OutputStream.nullOutputStream());
    if (process.waitFor() != 0) {
      throw new IllegalStateException(program.getSimpleName() + " ended with an error");
    }
    DiskTrace trace = new DiskTrace(directory.toRealPath());
    try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
      lines.forEach(trace::line);
    }
    return List.copyOf(trace.acts);
  }

  /** Calls of several threads may overlap; what counts is when one has ended. */
  private void line(String line) {
    Matcher begun = BEGUN.matcher(line);
    Matcher ended = ENDED.matcher(line);
    if (begun.matches()) {
      unfinished.put(begun.group(1), begun.group(1) + " " + begun.group(2) + "(" + begun.group(3));
    } else if (ended.matches()) {
      call(unfinished.remove(ended.group(1)) + ended.group(2));
    } else {
      call(line);
    }
  }

  private void call(String line) {
    Matcher call = LINE.matcher(line);
    if (call.matches() && !call.group(4).startsWith("-") && !call.group(4).equals("?")) {
      note(call.group(2), call.group(3), Long.parseLong(call.group(4)));
    }
  }

  private void note(String name, String arguments, long result) {
    switch (name) {
      case "openat" -> opened(arguments, (int) result);
      case "write" -> written(arguments, result);
      case "pwrite64" -> {
        long offset = Long.parseLong(arguments.substring(arguments.lastIndexOf(' ') + 1));
        file(arguments).ifPresent(file -> acts.add(write(file, offset, arguments, result)));
      }
      case "fsync", "fdatasync" ->
          file(arguments).ifPresent(file -> acts.add(new DiskAct.Sync(file)));
      case "ftruncate" -> {
        long size = Long.parseLong(arguments.substring(arguments.lastIndexOf(' ') + 1));
        file(arguments).ifPresent(file -> acts.add(new DiskAct.Truncate(file, size)));
      }
      case "rename", "renameat", "renameat2" ->
          paths(arguments, 2)
              .ifPresent(names -> acts.add(new DiskAct.Rename(names.get(0), names.get(1))));
      case "unlink", "unlinkat" ->
          paths(arguments, 1).ifPresent(names -> acts.add(new DiskAct.Delete(names.get(0))));
      case "mkdir", "mkdirat" ->
          paths(arguments, 1).ifPresent(names -> acts.add(new DiskAct.MakeDirectory(names.get(0))));
      default ->
          file(arguments)
              .ifPresent(file -> {
                throw new IllegalStateException("cannot replay " + name + " on " + file);
              });
    }
  }

  private void opened(String arguments, int descriptor) {
    positions.put(descriptor, 0L);
    paths(arguments, 1)
        .ifPresent(names -> {
          if (arguments.contains("O_CREAT")) {
            acts.add(new DiskAct.Create(names.getFirst()));
          }
          if (arguments.contains("O_TRUNC")) {
            acts.add(new DiskAct.Truncate(names.getFirst(), 0));
          }
        });
  }

  private void written(String arguments, long count) {
    Matcher descriptor = DESCRIPTOR.matcher(arguments);
    if (!descriptor.find()) {
      return;
    }
    int number = Integer.parseInt(descriptor.group(1));
    Optional<String> file = file(arguments);
    if (file.isPresent()) {
      long position = positions.getOrDefault(number, 0L);
      acts.add(write(file.get(), position, arguments, count));
      positions.put(number, position + count);
    } else if (number == 1) {
      acts.add(new DiskAct.Say(content(arguments, count).text().strip()));
    }
  }

  private static DiskAct write(String file, long offset, String arguments, long count) {
    return new DiskAct.Write(file, offset, content(arguments, count));
  }

  private static Bytes content(String arguments, long count) {
    Matcher string = STRING.matcher(arguments);
    if (!string.find()) {
      throw new IllegalStateException("no content: " + arguments);
    }
    return bytes(string.group(1)).slice(0, Math.toIntExact(count));
  }

  private static Bytes bytes(String escaped) {
    return Bytes.fromHex(escaped.replace("\\x", ""));
  }

  /** The file that the first argument stands for, if it is one of ours. */
  private Optional<String> file(String arguments) {
    Matcher descriptor = DESCRIPTOR.matcher(arguments);
    return descriptor.find() ? ours(bytes(descriptor.group(2)).text()) : Optional.empty();
  }

  /** The first path arguments, if all of them are ours. */
  private Optional<List<String>> paths(String arguments, int count) {
    List<String> found =
        STRING
            .matcher(arguments)
            .results()
            .limit(count)
            .flatMap(match -> ours(bytes(match.group(1)).text()).stream())
            .toList();
    return found.size() == count ? Optional.of(found) : Optional.empty();
  }

  /** Shared memory of SQLite is memory that happens to have a name: no power cut leaves it. */
  private Optional<String> ours(String path) {
    String prefix = directory.toString();
    return path.startsWith(prefix) && !path.endsWith("-shm")
        ? Optional.of(path.substring(prefix.length()).replaceFirst("^/", ""))
        : Optional.empty();
  }
}
