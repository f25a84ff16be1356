package io.hall24.device.contract;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import io.hall24.device.DeviceDriver;
import org.junit.jupiter.api.Test;

/** What vendors get as jars of their own needs nothing but Java. */
final class LightModelTest {
  private static final JavaClasses DRIVERS =
      new ClassFileImporter()
          .importUrl(DeviceDriver.class.getProtectionDomain().getCodeSource().getLocation());

  private static ArchRule light(String... packages) {
    return classes()
        .that()
        .resideInAnyPackage(packages)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "com.google.errorprone.annotations..",
            "io.hall24.device",
            "io.hall24.device.status",
            "io.hall24.device.time",
            "io.hall24.device.contract")
        .because("a vendor builds a driver without OpenCV or any other library");
  }

  @Test
  void modelAndContractNeedNothingButJava() {
    light(
            "io.hall24.device",
            "io.hall24.device.status",
            "io.hall24.device.time",
            "io.hall24.device.contract")
        .check(DRIVERS);
  }

  @Test
  void ruleIsBrokenByAPackageThatIsNotLight() {
    assertThrows(AssertionError.class, () -> light("io.hall24.device.escpos").check(DRIVERS));
  }
}
