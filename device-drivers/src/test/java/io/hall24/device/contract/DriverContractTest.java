package io.hall24.device.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("fault")
final class DriverContractTest {
  private static DriverContract contract(Optional<Clause> defect) {
    return new DriverContract(() -> new DefectiveDriver(defect).rig());
  }

  @Test
  void driverWithoutADefectKeepsEveryClause() {
    assertEquals(
        List.of(), contract(Optional.empty()).check().stream().filter(Finding::broken).toList());
  }

  @ParameterizedTest
  @EnumSource
  void plantedDefectIsFound(Clause clause) {
    assertInstanceOf(
        Finding.Verdict.Broken.class, contract(Optional.of(clause)).check(clause).verdict());
  }

  @Test
  void rigThatCannotUnplugIsSaidToBeBroken() {
    var finding =
        new DriverContract(
                () -> {
                  throw new java.io.IOException("no such daemon");
                })
            .check(Clause.OPEN_TWICE);
    assertEquals(
        new Finding.Verdict.Broken("threw java.io.IOException: no such daemon"), finding.verdict());
  }
}
