package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryOnDiskTest {
  private static final String SWAP_FILE = "/swap.img file 2097148 0 -2\n";

  @TempDir private Path root;

  @BeforeEach
  void nothingReachesADisk() throws IOException {
    Files.createDirectories(root.resolve("proc/self"));
    limit("0                    unlimited            bytes");
    swap("");
    Files.writeString(root.resolve("proc/self/cgroup"), "0::/system.slice/hall24.service\n");
    Files.createDirectories(root.resolve("groups/system.slice/hall24.service"));
  }

  private void limit(String core) throws IOException {
    Files.writeString(
        root.resolve("proc/self/limits"),
        "Limit                     Soft Limit           Hard Limit           Units     \n"
            + "Max core file size        "
            + core
            + "     \n");
  }

  private void swap(String areas) throws IOException {
    Files.writeString(root.resolve("proc/swaps"), "Filename Type Size Used Priority\n" + areas);
  }

  /** Ways that the kernel opens; what this test's own virtual machine allows is left out. */
  private List<String> ways() throws IOException {
    return new MemoryOnDisk(root.resolve("proc"), root.resolve("groups"))
        .ways().stream().filter(way -> !way.contains("-XX:")).toList();
  }

  @Test
  void neitherCoreDumpsNorSwapIsNoWay() throws IOException {
    assertEquals(List.of(), ways());
  }

  @Test
  void coreDumpsOfAnySizeAreAWay() throws IOException {
    for (String size : List.of("unlimited", "1", "1048576")) {
      limit(size + "            unlimited            bytes");
      assertEquals(1, ways().size(), size);
      assertTrue(ways().getFirst().startsWith("core dumps"), size);
    }
  }

  @Test
  void swapIsAWayUnlessTheServiceOrAGroupAroundItMayNotSwap() throws IOException {
    swap(SWAP_FILE);
    assertTrue(ways().getFirst().startsWith("pages may be swapped"));
    Path service = root.resolve("groups/system.slice/hall24.service/memory.swap.max");
    Files.writeString(service, "max\n");
    assertEquals(1, ways().size());
    Files.writeString(root.resolve("groups/system.slice/memory.swap.max"), "0\n");
    assertEquals(List.of(), ways());
    Files.writeString(service, "0\n");
    Files.delete(root.resolve("groups/system.slice/memory.swap.max"));
    assertEquals(List.of(), ways());
  }

  @Test
  void theKernelsOwnFilesSayWhatTheShellSays() throws Exception {
    Process shell = new ProcessBuilder("bash", "-c", "ulimit -S -c").start();
    String limit = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(
        !limit.strip().equals("0"),
        MemoryOnDisk.here().ways().stream().anyMatch(way -> way.startsWith("core dumps")));
  }

  @Test
  void aVirtualMachineThatLetsOthersAttachIsAWay() throws IOException {
    assertTrue(
        new MemoryOnDisk(root.resolve("proc"), root.resolve("groups"))
            .ways().stream().anyMatch(way -> way.contains("DisableAttachMechanism")),
        "the tests run without it");
  }
}
