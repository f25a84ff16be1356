package io.hall24.device.contract;

import java.io.PrintStream;
import java.util.List;

/**
 * Checks a vendor's driver from the command line: {@code java -cp API:CONTRACT:DRIVER:RIG
 * io.hall24.device.contract.CheckDriver com.example.MyRig}. The rig has a constructor without
 * parameters. Ends with 0 when every clause holds, 1 when one is broken, 2 when there is no rig.
 */
public final class CheckDriver {
  private CheckDriver() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out));
  }

  static int run(String[] arguments, PrintStream out) {
    if (arguments.length != 1) {
      out.println("expected the name of one class that implements " + Rig.class.getName());
      return 2;
    }
    List<Finding> findings =
        new DriverContract(() ->
            Class.forName(arguments[0])
                .asSubclass(Rig.class)
                .getDeclaredConstructor()
                .newInstance())
            .check();
    for (Finding finding : findings) {
      out.println(
          finding.clause()
              + ": "
              + switch (finding.verdict()) {
                case Finding.Verdict.Holds _ -> "holds";
                case Finding.Verdict.NotApplicable(var why) -> "not checked: " + why;
                case Finding.Verdict.Broken(var how) -> "BROKEN: " + how;
              });
    }
    return findings.stream().anyMatch(Finding::broken) ? 1 : 0;
  }
}
