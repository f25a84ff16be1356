package io.hall24.kiosk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class HouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.hall24");

  private static final JavaClasses PLANTED =
      new ClassFileImporter().importPackages("io.hall24.planted");

  private static final HouseRules RULES = new HouseRules("io.hall24.kiosk");
  private static final HouseRules PLANTED_RULES = new HouseRules("io.hall24.planted");

  static Stream<ArchRule> rules() {
    return RULES.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void houseKeeps(ArchRule rule) {
    rule.check(HOUSE);
  }

  @Test
  void everyRoomOfThePlanHasClasses() {
    List<String> empty =
        HouseRules.FLOORS.keySet().stream()
            .filter(room ->
                HOUSE.stream()
                    .filter(c -> !c.getSimpleName().equals("package-info"))
                    .noneMatch(c -> RULES.roomOf(c).filter(room::equals).isPresent()))
            .toList();
    assertTrue(empty.isEmpty(), () -> "rooms without a class: " + empty);
  }

  @Test
  void smartCardsStayInTheirDriver() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "io.hall24.device.emrtd..", "io.hall24.device.pcsc..", "io.hall24.device.staffcard..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.smartcardio..", "net.sf.scuba.smartcards..")
        .because("a reader's death must stay in few rooms")
        .check(HOUSE);
  }

  @Test
  void serialPortsStayInTheirRoom() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.hall24.device.serial..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.fazecast..")
        .because("one room knows how a serial line dies")
        .check(HOUSE);
  }

  @Test
  void driversShareNothingWithWhatPretendsToBeTheirDevice() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "io.hall24.device.sam..",
            "io.hall24.device.escpos..",
            "io.hall24.device.modbus..",
            "io.hall24.device.nut..",
            "io.hall24.device.scanner..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.hall24.device.simulated..")
        .because("a mistake that both sides share proves nothing")
        .check(HOUSE);
  }

  @Test
  void grabbersStayInTheCameraDriver() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.hall24.device.camera..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco.javacv..", "org.bytedeco.ffmpeg..")
        .because("a camera's death must stay in one room")
        .check(HOUSE);
  }

  @Test
  void driversKnowNeitherTheTerminalNorItsConfiguration() {
    noClasses()
        .that()
        .resideInAPackage("io.hall24.device..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.hall24.kiosk..", "io.hall24.config..")
        .because("a vendor builds a driver against the device model alone")
        .check(HOUSE);
  }

  @Test
  void onlyTheClockAsksTheTimeInDrivers() {
    noClasses()
        .that()
        .resideInAPackage("io.hall24.device..")
        .and()
        .doNotHaveFullyQualifiedName("io.hall24.device.time.SystemClock")
        .should()
        .callMethodWhere(
            com.tngtech.archunit.base.DescribedPredicate.describe(
                "asks the system for the time or sleeps", HouseRules::asksTime))
        .because("only the injected clock knows the time")
        .check(HOUSE);
  }

  @Test
  void configurationKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage("io.hall24.config..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.hall24.kiosk..", "io.hall24.device..")
        .because("what an operator may set does not depend on who reads it")
        .check(HOUSE);
  }

  @Test
  void plantedClimberTurnsTheFloorsRed() {
    assertBroken(PLANTED_RULES.floors());
  }

  @Test
  void plantedPartialJudgeTurnsTheJudgeRuleRed() {
    assertBroken(PLANTED_RULES.judge());
  }

  @Test
  void plantedOwnWatchTurnsTheClockRuleRed() {
    assertBroken(PLANTED_RULES.oneClock());
  }

  private static void assertBroken(ArchRule rule) {
    var result = rule.evaluate(PLANTED);
    assertFalse(result.getFailureReport().isEmpty(), rule::getDescription);
  }
}
