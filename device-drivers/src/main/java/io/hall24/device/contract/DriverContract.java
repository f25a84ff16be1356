package io.hall24.device.contract;

import io.hall24.device.contract.Finding.Verdict;
import java.util.Arrays;
import java.util.List;

/** Holds a driver to its contract. */
public final class DriverContract {
  private final Source rigs;

  /** Makes a rig for one clause. */
  @FunctionalInterface
  public interface Source {
    Rig make() throws Exception;
  }

  public DriverContract(Source rigs) {
    this.rigs = rigs;
  }

  /** Every clause, one after the other, each with a rig of its own. */
  public List<Finding> check() {
    return Arrays.stream(Clause.values()).map(this::check).toList();
  }

  /** One clause. */
  public Finding check(Clause clause) {
    try (Rig rig = rigs.make();
        var trial = new Trial(rig)) {
      return new Finding(clause, judge(clause, rig, trial));
    } catch (BrokenException broken) {
      return new Finding(clause, new Verdict.Broken(String.valueOf(broken.getMessage())));
    } catch (Exception thrown) {
      // A driver may throw anything, and its rig too: to its user it is broken all the same.
      return new Finding(clause, new Verdict.Broken("threw " + thrown));
    }
  }

  private static Verdict judge(Clause clause, Rig rig, Trial trial) throws Exception {
    switch (clause) {
      case DESCRIBES_ITSELF -> new Paperwork(rig).describesItself();
      case WRONG_SETTINGS -> new Paperwork(rig).findsWrongSettings();
      case NO_SUCH_DEVICE -> new Paperwork(rig).findsNothing(trial);
      case STATUS_WHILE_CLOSED -> trial.statusWhileClosed();
      case OPEN_TWICE -> trial.openTwice();
      case CLOSE_TWICE -> trial.closeTwice();
      case NO_PATIENCE -> trial.noPatience();
      case CANCEL -> trial.cancel();
      case UNPLUG_IDLE -> trial.unplugIdle();
      case UNPLUG_BUSY -> trial.unplugBusy();
      case HANG -> {
        if (rig.hang().isEmpty()) {
          return new Verdict.NotApplicable("it cannot fall silent without being away");
        }
        trial.hang(rig.hang().get());
      }
    }
    return new Verdict.Holds();
  }
}
