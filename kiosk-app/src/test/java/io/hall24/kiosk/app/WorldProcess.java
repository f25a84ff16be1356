package io.hall24.kiosk.app;

import io.hall24.device.Medium;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.Cast;
import io.hall24.kiosk.demo.DemoWorld;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.identity.Challenge;
import io.hall24.kiosk.memory.Secrets;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The world around a terminal in a process of its own, which knows the invented person so that the
 * terminal's process need not. It does what it is told, one line after the other.
 */
final class WorldProcess {
  private static final int PIECE = 24;

  private WorldProcess() {}

  /**
   * First argument: directory of the world. A second one: daemons play reader and printer, and
   * somebody with an identity card is known too.
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    PrintStream tell = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Path directory = Path.of(arguments[0]);
    InventedPerson person = InventedPerson.LIN_HAIJIE;
    boolean daemons = arguments.length > 1;
    try (DemoWorld world =
        DemoWorld.build(directory, DataHome.find(), Cast.of(person), daemons, HallClock.system())) {
      world.variables().forEach((name, value) -> tell.println("FACT " + name + "=" + value));
      tell.println("FACT A3=" + String.join(" ", world.sheetsIn(Medium.A3)));
      tell.println("FACT A4=" + String.join(" ", world.sheetsIn(Medium.A4)));
      tell.println("FACT CAN=" + scrambled(person.cardAccessNumber()));
      List<String> secrets = new ArrayList<>(secrets(directory, person).lines());
      if (daemons) {
        secrets.addAll(secrets(directory, InventedPerson.SU_WANQING).lines());
      }
      secrets.forEach(line -> tell.println("SECRET " + line));
      tell.println("ready");
      var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        tell.println("= " + done(world, line.split(" ", -1)));
      }
    }
  }

  private static String scrambled(String text) {
    return new String(
        Arrays.copyOf(text.chars().map(letter -> letter + 1).toArray(), text.length()),
        0,
        text.length());
  }

  private static String done(DemoWorld world, String[] words)
      throws IOException, InterruptedException {
    switch (words[0]) {
      case "place-document" -> world.hands().placeDocument();
      case "take-document" -> world.hands().takeDocument();
      case "take-sheet" -> world.hands().takeSheet();
      case "perform" -> world.hands().perform(Challenge.valueOf(words[1]));
      case "card-holder" -> world.recast(Cast.of(InventedPerson.SU_WANQING));
      case "cut" -> world.cutNetwork();
      case "mend" -> world.mendNetwork();
      case "valid" -> {
        return Integer.toString(world.registry().validLicences(words[1], words[2]));
      }
      case "open" -> {
        return Integer.toString(world.registry().openIssuances().size());
      }
      default -> throw new IllegalArgumentException(words[0]);
    }
    return "done";
  }

  private static Secrets secrets(Path world, InventedPerson person) throws IOException {
    String whose = person.surname() + " ";
    Secrets secrets =
        new Secrets()
            .text(whose + "name", person.name())
            .text(whose + "name on the chip", person.surname() + "<<" + person.givenNames())
            .text(whose + "name in Latin", person.surname() + " " + person.givenNames())
            .text(whose + "document number", person.documentNumber())
            .text(whose + "birth", person.birth().toString())
            .text(
                whose + "birth on the chip",
                person.birth().format(DateTimeFormatter.ofPattern("yyMMdd")))
            .text(whose + "company", person.represents().orElseThrow());
    if (person.document() == InventedPerson.Document.RESIDENT_ID_CARD) {
      // Its chip opens by itself.
      return secrets;
    }
    secrets.text("card access number", person.cardAccessNumber());
    pieces(secrets, "chip photo", Files.readAllBytes(world.resolve("document").resolve("DG2.bin")));
    return secrets;
  }

  private static void pieces(Secrets secrets, String label, byte[] file) {
    for (int share : List.of(3, 5, 8)) {
      int from = file.length * share / 10;
      secrets.bytes(label + " " + share, Arrays.copyOfRange(file, from, from + PIECE));
    }
  }
}
