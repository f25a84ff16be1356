package io.hall24.kiosk.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChildProcessWatchTest {
  private static final String PROGRAM = "/usr/bin/cat";

  @Test
  void namesTheProgramOfAChildAndTheLibrariesItHasMapped() throws IOException {
    Process child = new ProcessBuilder(PROGRAM).start();
    List<String> seen;
    try {
      awaitRunning(child);
      seen = ChildProcessWatch.start().stop();
    } finally {
      child.destroyForcibly();
    }
    assertTrue(seen.contains(PROGRAM), seen::toString);
    assertTrue(seen.stream().anyMatch(path -> path.matches(".*/libc\\.so\\.\\d+")), seen::toString);
  }

  /** What the program gives back was read after its libraries were mapped. */
  private static void awaitRunning(Process child) throws IOException {
    child.getOutputStream().write('!');
    child.getOutputStream().flush();
    assertEquals('!', child.getInputStream().read());
  }

  @Test
  void namesNoProgramThatDidNotRun() throws Exception {
    Process child = new ProcessBuilder(PROGRAM).start();
    child.destroyForcibly().waitFor();
    List<String> seen = ChildProcessWatch.start().stop();
    assertFalse(seen.contains(PROGRAM), seen::toString);
  }
}
