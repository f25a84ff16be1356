package io.hall24.kiosk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The rules of the house, for the real house and for the planted one that breaks them. */
final class HouseRules {
  /** Floor by room, as docs/architecture.md draws it. */
  static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("app", 6),
          Map.entry("ui", 5),
          Map.entry("demo", 5),
          Map.entry("journey", 4),
          Map.entry("ops", 4),
          Map.entry("issuance", 3),
          Map.entry("gateway", 2),
          Map.entry("identity", 2),
          Map.entry("journal", 1),
          Map.entry("licence", 1),
          Map.entry("catalogue", 1),
          Map.entry("crypto", 0),
          Map.entry("text", 0));

  private static final Set<String> JUDGED =
      Set.of("gateway", "issuance", "journal", "crypto", "journey", "ops");

  private static final Set<Class<?>> CLOCKS =
      Set.of(Instant.class, LocalDate.class, LocalDateTime.class, ZonedDateTime.class, Clock.class);

  private final String root;

  /**
   * Rules for the rooms under a package.
   *
   * @param root e.g. {@code io.hall24.kiosk}
   */
  HouseRules(String root) {
    this.root = root;
  }

  /** Everything that must hold, each rule with its reason. */
  Stream<ArchRule> all() {
    return Stream.of(floors(), judge(), oneClock(), screensOnly(), quietRooms(), knownRooms());
  }

  Optional<String> roomOf(JavaClass javaClass) {
    String name = javaClass.getPackageName();
    if (!name.startsWith(root + ".")) {
      return Optional.empty();
    }
    return Optional.of(name.substring(root.length() + 1).split("\\.", 2)[0]);
  }

  private DescribedPredicate<JavaClass> inRoom(String description, Set<String> rooms) {
    return describe(description, c -> roomOf(c).filter(rooms::contains).isPresent());
  }

  ArchRule floors() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(new NoFloorAbove(this::roomOf, room -> Optional.ofNullable(FLOORS.get(room))))
        .because("a room uses only lower floors, never a neighbour on its own");
  }

  ArchRule judge() {
    return noClasses()
        .that()
        .resideInAPackage(root + ".demo.registry..")
        .should()
        .dependOnClassesThat(inRoom("belong to the judged rooms", JUDGED))
        .because("the sandbox registry judges those rooms and must not share their mistakes");
  }

  ArchRule oneClock() {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .should()
        .callMethodWhere(describe("asks the system for the time or sleeps", HouseRules::asksTime))
        .because("only the injected clock knows the time, so that tests decide how it passes");
  }

  static boolean asksTime(JavaCall<?> call) {
    String name = call.getName();
    var owner = call.getTargetOwner();
    if (owner.isEquivalentTo(System.class)) {
      return name.equals("nanoTime") || name.equals("currentTimeMillis");
    }
    if (owner.isEquivalentTo(Thread.class)) {
      return name.equals("sleep");
    }
    boolean asks = name.equals("now") || name.startsWith("system");
    return asks && CLOCKS.stream().anyMatch(owner::isEquivalentTo);
  }

  ArchRule screensOnly() {
    return noClasses()
        .that(describe("stand outside ui and app", c -> !inUi(c)))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javafx..", "com.sun.glass..")
        .because("logic that needs no screen is tested without one");
  }

  private boolean inUi(JavaClass javaClass) {
    return roomOf(javaClass).filter(List.of("ui")::contains).isPresent();
  }

  ArchRule quietRooms() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            root + ".app..", root + ".demo..", root + ".ops..", "io.hall24.device.contract")
        .should()
        .accessField(System.class, "out")
        .because("only commands print; everything else reports or logs");
  }

  ArchRule knownRooms() {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and(describe("belong to a room", c -> roomOf(c).isPresent()))
        .should(new KnownRoom(this::roomOf, FLOORS.keySet()))
        .because("a line belongs to a room whose name says what it is for");
  }
}
