package io.hall24.kiosk.issuance;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Another process with this one's class path.
 *
 * @param options of the Java runtime
 * @param classPath where its classes are
 */
record ChildJvm(List<String> options, String classPath) {
  private static final List<String> LIGHT =
      List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  /** As it comes. */
  static ChildJvm plain() {
    return new ChildJvm(
        LIGHT,
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
  }

  /**
   * Begins with its classes loaded and linked, from a cache (JEP 483, 514), which is made of a
   * first process that ends by itself. Pays from some ten processes on.
   *
   * @param directory for the cache
   */
  static ChildJvm warm(Path directory, FirstRun first) throws Exception {
    Path cache = directory.resolve("child.aot");
    String jars = jars(Files.createDirectories(directory.resolve("jars")));
    first.run(new ChildJvm(with(LIGHT, "-XX:AOTCacheOutput=" + cache), jars));
    if (!Files.exists(cache)) {
      throw new IllegalStateException("the first process made no cache");
    }
    return new ChildJvm(with(with(LIGHT, "-XX:AOTCache=" + cache), "-XX:AOTMode=on"), jars);
  }

  /** The process that the cache is made of. */
  @FunctionalInterface
  interface FirstRun {
    void run(ChildJvm jvm) throws Exception;
  }

  private static List<String> with(List<String> options, String more) {
    return Stream.concat(options.stream(), Stream.of(more)).toList();
  }

  /** A program that writes its errors into a file. */
  ProcessBuilder program(Class<?> main, Path errors, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath, main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
  }

  /** The class path without directories, which a cache cannot have. */
  private static String jars(Path directory) throws IOException {
    List<String> entries = new ArrayList<>();
    for (String entry : plain().classPath().split(File.pathSeparator, -1)) {
      if (Files.isDirectory(Path.of(entry))) {
        entries.add(jar(Path.of(entry), directory.resolve("c" + entries.size() + ".jar")));
      } else if (Files.isRegularFile(Path.of(entry))) {
        entries.add(entry);
      }
    }
    return entries.stream().collect(Collectors.joining(File.pathSeparator));
  }

  private static String jar(Path classes, Path jar) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream out = Files.newOutputStream(jar);
        var zip = new JarOutputStream(out)) {
      for (Path file : files) {
        zip.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, zip);
        zip.closeEntry();
      }
    }
    return jar.toString();
  }
}
