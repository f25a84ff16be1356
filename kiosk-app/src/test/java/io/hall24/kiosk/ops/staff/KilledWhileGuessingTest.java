package io.hall24.kiosk.ops.staff;

import static io.hall24.kiosk.ops.staff.StaffOffice.RIGHT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.journal.VerifiedTime;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An intruder who kills the terminal after every try, or in the middle of one, gains none. */
@Timeout(60)
class KilledWhileGuessingTest {
  @TempDir Path data;

  @Test
  void everyTryOfAKilledTerminalIsCounted() throws Exception {
    StaffOffice.open(data, HallClock.system(), VerifiedTime.UNKNOWN).withTechnician().close();
    int answered = 0;
    for (int killed = 0; killed < 3; killed++) {
      answered += guessAndDie();
    }
    try (StaffOffice office = StaffOffice.open(data, HallClock.system(), VerifiedTime.UNKNOWN)) {
      int counted = office.journal().read(store -> StaffLedger.tries(101, store)).failures();
      assertEquals(LockOut.FREE + 1, counted, "not one more was looked at");
      assertTrue(answered <= counted, answered + " answers, " + counted + " counted");
      assertInstanceOf(Entry.LockedOut.class, office.enter("wang", RIGHT));
    }
  }

  /** Two wrong PINs are answered, then the child is killed wherever it is. */
  private int guessAndDie() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Intruder.class.getName(),
                data.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    int refused = 0;
    try (var out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      while (line != null && !line.startsWith("answer LockedOut") && refused < 2) {
        refused += line.startsWith("answer Refused") ? 1 : 0;
        line = out.readLine();
      }
    } finally {
      child.toHandle().destroyForcibly();
      child.waitFor();
    }
    return refused;
  }

  /** The child's program. */
  static final class Intruder {
    private Intruder() {}

    public static void main(String[] arguments) {
      StaffOffice office =
          StaffOffice.open(Path.of(arguments[0]), HallClock.system(), VerifiedTime.UNKNOWN);
      for (int guess = 0; ; guess++) {
        System.out.println("answer " + office.enter("wang", "%06d".formatted(guess)));
        System.out.flush();
      }
    }
  }
}
