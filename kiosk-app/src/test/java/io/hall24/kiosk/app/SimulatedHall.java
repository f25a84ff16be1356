package io.hall24.kiosk.app;

import io.hall24.config.ProfileLoader;
import io.hall24.device.simulated.sam.SamSimulator;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.counterpart.CounterpartsHome;
import io.hall24.kiosk.demo.document.Condition;
import io.hall24.kiosk.demo.document.DocumentPress;
import io.hall24.kiosk.demo.document.InventedState;
import io.hall24.kiosk.identity.OpenFaceDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the shipped profile of simulated devices needs: a document, a camera's pictures, paper. */
final class SimulatedHall {
  static final InventedPerson HOLDER = InventedPerson.LIN_HAIJIE;
  private static final LocalDate TODAY =
      LocalDate.ofInstant(HallClock.system().wallTime(), ZoneOffset.UTC);
  private static final Path PORTRAIT = OpenFaceDesk.portrait("fezbot");
  private final Path world;
  private final Path profile;
  private final InventedState state = InventedState.founded(TODAY);

  private SimulatedHall(Path world, Path profile) {
    this.world = world;
    this.profile = profile;
  }

  static SimulatedHall build(Path folder) throws IOException {
    Path profile = shipped("demo-simulated", folder);
    // Card reader and receipt printer would have to be plugged in; what needs them asks for the
    // whole profile.
    Files.writeString(
        profile,
        Files.readString(profile)
            .replaceAll("(?m)^  (?:id-card-reader|receipt-printer):\\n(?:    .*\\n)+", ""));
    SimulatedHall hall =
        new SimulatedHall(Files.createDirectories(folder.resolve("world")), profile);
    hall.state.trustIn(hall.trust());
    hall.press(Condition.GENUINE);
    Files.createDirectories(hall.mechanics());
    Files.createDirectories(hall.world.resolve("camera"));
    for (int i = 0; i < 5; i++) {
      Files.copy(PORTRAIT, hall.world.resolve("camera/face00%d.jpg".formatted(i)));
    }
    return hall;
  }

  /** A shipped profile as a file. */
  static Path shipped(String name, Path folder) throws IOException {
    Path file = folder.resolve(name + ".yaml");
    String resource = "profiles/" + name + ".yaml";
    try (var in = Objects.requireNonNull(ProfileLoader.class.getResourceAsStream(resource))) {
      Files.write(file, in.readAllBytes());
    }
    return file;
  }

  Path profile() {
    return profile;
  }

  Path trust() {
    return world.resolve("csca");
  }

  Path document() {
    return world.resolve("document");
  }

  Path mechanics() {
    return world.resolve("printer/mechanics");
  }

  void press(Condition condition) throws IOException {
    new DocumentPress(state, TODAY).press(HOLDER, PORTRAIT, condition, document());
  }

  /** What is at the other end of the reader for identity cards. */
  SamSimulator plugInCardReader() throws IOException {
    return SamSimulator.plugIn(world.resolve("id-card-reader"), HallClock.system());
  }

  /** Puts the document on the simulated reader. */
  void layDocument() throws IOException {
    Files.writeString(document().resolve("inserted"), "");
  }

  /** A command with this hall's profile. */
  Object[] command(Object... words) {
    List<Object> all = new ArrayList<>(Arrays.asList(words));
    all.add("--profile");
    all.add(profile);
    all.addAll(variables("none:none"));
    return all.toArray();
  }

  /** What the variables of a shipped profile stand for. */
  List<String> variables(String printer) {
    Path command = CounterpartsHome.find().orElseThrow().resolve("printer/mechanics.sh");
    return Map.of(
            "DATA", OpenFaceDesk.data().toString(),
            "WORLD", world.toString(),
            "REGISTRY_URL", "http://127.0.0.1:9",
            "REGISTRY_TRUST_ANCHOR", world.resolve("registry.jwk").toString(),
            "PRINTER_COMMAND", command.toString(),
            "PRINTER_URI", printer)
        .entrySet()
        .stream()
        .flatMap(
            variable -> List.of("--set", variable.getKey() + "=" + variable.getValue()).stream())
        .toList();
  }
}
