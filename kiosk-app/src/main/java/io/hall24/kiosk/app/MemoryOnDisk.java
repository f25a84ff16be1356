package io.hall24.kiosk.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * By which ways this process's memory, with the people who are in it, could come to lie on a disk:
 * core dumps, heap dumps, swapped pages. A production terminal does not start while there is one.
 *
 * @param proc the kernel's files of processes, {@code /proc}
 * @param groups the kernel's files of control groups, {@code /sys/fs/cgroup}
 */
record MemoryOnDisk(Path proc, Path groups) {
  private static final String CORE = "Max core file size";

  /** Of this machine. */
  static MemoryOnDisk here() {
    return new MemoryOnDisk(Path.of("/proc"), Path.of("/sys/fs/cgroup"));
  }

  /** Each way in words, for a technician; none is right. */
  List<String> ways() throws IOException {
    List<String> ways = new ArrayList<>();
    if (dumpsCore()) {
      ways.add("core dumps are on (ulimit -c, LimitCORE)");
    }
    if (swaps()) {
      ways.add("pages may be swapped out (swapoff -a, or MemorySwapMax=0)");
    }
    if (started("-XX:+HeapDumpOnOutOfMemoryError")) {
      ways.add(
          "the virtual machine dumps its heap when it is full (-XX:+HeapDumpOnOutOfMemoryError)");
    }
    if (!started("-XX:+DisableAttachMechanism")) {
      ways.add("heap dumps can be asked for from outside (-XX:+DisableAttachMechanism is missing)");
    }
    return ways;
  }

  /** Whether the virtual machine was started with it. */
  private static boolean started(String option) {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().contains(option);
  }

  private boolean dumpsCore() throws IOException {
    return Files.readAllLines(proc.resolve("self").resolve("limits")).stream()
        .filter(line -> line.startsWith(CORE))
        .noneMatch(line -> line.substring(CORE.length()).strip().startsWith("0 "));
  }

  private boolean swaps() throws IOException {
    boolean somewhere = Files.readAllLines(proc.resolve("swaps")).size() > 1;
    return somewhere && !forbidden();
  }

  /** Whether this control group, or one that it lies in, may swap nothing. */
  private boolean forbidden() throws IOException {
    Optional<String> own =
        Files.readAllLines(proc.resolve("self").resolve("cgroup")).stream()
            .filter(line -> line.startsWith("0::/"))
            .map(line -> line.substring("0::/".length()))
            .findFirst();
    if (own.isEmpty()) {
      return false;
    }
    Path group = groups.resolve(own.get()).normalize();
    while (group.startsWith(groups)) {
      Path limit = group.resolve("memory.swap.max");
      if (Files.exists(limit) && Files.readString(limit).strip().equals("0")) {
        return true;
      }
      group = group.resolve("..").normalize();
    }
    return false;
  }
}
