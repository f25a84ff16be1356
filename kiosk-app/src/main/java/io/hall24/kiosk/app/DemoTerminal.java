package io.hall24.kiosk.app;

import io.hall24.config.Mistake;
import io.hall24.config.Profile;
import io.hall24.config.ProfileLoader;
import io.hall24.config.ProfileLoading;
import io.hall24.device.Medium;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.issuance.SheetNumber;
import io.hall24.kiosk.issuance.SheetPlace;
import io.hall24.kiosk.issuance.SheetRange;
import io.hall24.kiosk.issuance.StaffAnswer;
import io.hall24.kiosk.issuance.TwoPersons;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.Visit;
import io.hall24.kiosk.journey.VisitOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.BiConsumer;

/**
 * A terminal in a demo world: profile from the world's variables, own key store, stock loaded by
 * two invented clerks.
 */
final class DemoTerminal {
  private static final TwoPersons CLERKS = new TwoPersons("demo-clerk-a", "demo-clerk-b");

  private DemoTerminal() {}

  static TerminalOpening open(DemoWorld world, Path directory, HallClock clock)
      throws IOException, InterruptedException {
    return open(world, directory, clock, profile(world));
  }

  static TerminalOpening open(DemoWorld world, Path directory, HallClock clock, Profile profile)
      throws IOException, InterruptedException {
    return stocked(world, Terminal.open(setup(directory, clock, profile)));
  }

  /** As {@link Terminal#begin}; what its devices talk to need not be there yet. */
  static TerminalOpening begin(DemoWorld world, Path directory, HallClock clock, Profile profile)
      throws IOException, InterruptedException {
    return stocked(world, Terminal.begin(setup(directory, clock, profile)));
  }

  private static TerminalSetup setup(Path directory, HallClock clock, Profile profile)
      throws IOException {
    Path passphrase = passphraseFile(directory.resolve("passphrase"));
    return new TerminalSetup(profile, directory, () -> read(passphrase), clock);
  }

  private static TerminalOpening stocked(DemoWorld world, TerminalOpening opening)
      throws IOException {
    if (opening instanceof TerminalOpening.Opened(var terminal)) {
      for (Medium medium : List.of(Medium.A3, Medium.A4)) {
        load(terminal, medium, world.sheetsIn(medium));
      }
    }
    return opening;
  }

  static Profile profile(DemoWorld world) throws IOException {
    return profile(world.profileName(), world.variables());
  }

  /** What is known of the terminal before its world is built: its place and its patience. */
  static Profile profileWithoutWorld(Path data) throws IOException {
    return profile(
        "demo-simulated",
        Map.of(
            "DATA", data.toAbsolutePath().toString(),
            "WORLD", "/nowhere",
            "REGISTRY_URL", "http://localhost",
            "REGISTRY_TRUST_ANCHOR", "/nowhere",
            "PRINTER_COMMAND", "none",
            "PRINTER_URI", "none:none"));
  }

  static Profile profile(String profileName, Map<String, String> variables) throws IOException {
    String name = "profiles/" + profileName + ".yaml";
    String yaml;
    try (var in = Objects.requireNonNull(ProfileLoader.class.getResourceAsStream(name), name)) {
      yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    return switch (new ProfileLoader(variables).parse(name, yaml, Path.of("/"))) {
      case ProfileLoading.Loaded(var profile) -> checked(name, profile);
      case ProfileLoading.Faulty(var mistakes) -> throw broken(mistakes);
    };
  }

  private static Profile checked(String name, Profile profile) {
    List<Mistake> mistakes = Drivers.installed().check(name, profile);
    if (!mistakes.isEmpty()) {
      throw broken(mistakes);
    }
    return profile;
  }

  private static IllegalStateException broken(List<Mistake> mistakes) {
    return new IllegalStateException("the shipped demo profile is broken: " + mistakes);
  }

  /** Complete or not there, whenever the process ends. */
  private static Path passphraseFile(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[16];
      new SecureRandom().nextBytes(random);
      Path unfinished = file.resolveSibling("passphrase.unfinished");
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(unfinished, HexFormat.of().formatHex(random), StandardOpenOption.WRITE);
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return file;
  }

  private static char[] read(Path file) {
    try {
      return Files.readString(file).toCharArray();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }

  /** Once: a terminal that goes on knows its sheets. */
  private static void load(Terminal terminal, Medium medium, List<String> sheets) {
    if (sheets.isEmpty() || terminal.stock().count(medium).at(SheetPlace.IN_TRAY) > 0) {
      return;
    }
    var range =
        new SheetRange(new SheetNumber(sheets.getFirst()), new SheetNumber(sheets.getLast()));
    StaffAnswer answer = terminal.stock().load(medium, range, CLERKS);
    if (!(answer instanceof StaffAnswer.Recorded)) {
      throw new IllegalStateException("demo stock: " + answer);
    }
  }

  /**
   * Serves one person on a virtual thread of their own.
   *
   * @param afterwards is given what remains of the visit
   */
  static VisitOutcome serve(
      Terminal terminal, Dialogue person, BiConsumer<VisitOutcome, Visit> afterwards)
      throws InterruptedException {
    return serve(terminal, Purpose.COLLECT, person, afterwards);
  }

  /** The same for somebody who comes for something. */
  static VisitOutcome serve(
      Terminal terminal,
      Purpose purpose,
      Dialogue person,
      BiConsumer<VisitOutcome, Visit> afterwards)
      throws InterruptedException {
    var outcome = new CompletableFuture<VisitOutcome>();
    Thread.ofVirtual()
        .name("visit")
        .start(() -> {
          try {
            outcome.complete(
                terminal.reception().serve(purpose, terminal.housing().lit(person), afterwards));
          } catch (RuntimeException failed) {
            outcome.completeExceptionally(failed);
          }
        });
    try {
      return outcome.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("visit", failed.getCause());
    }
  }
}
