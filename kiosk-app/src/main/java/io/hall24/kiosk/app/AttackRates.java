package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.ErasableMemory;
import io.hall24.kiosk.demo.face.PortraitStudio;
import io.hall24.kiosk.demo.face.SpeciesPress;
import io.hall24.kiosk.identity.FaceDesk;
import io.hall24.kiosk.identity.SurfacePolicy;
import io.hall24.kiosk.identity.face.PictureLiveness;
import io.hall24.kiosk.ops.calibration.AttackTable;
import io.hall24.kiosk.ops.calibration.AttackTable.Seen;
import io.hall24.kiosk.ops.calibration.Proportion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Rates of labelled pictures against what a visit looks for. */
final class AttackRates {
  private static final long SEED = 24;

  private final FaceDesk desk;
  private final Facts facts;
  private final double min;
  private final SurfacePolicy surface = SurfacePolicy.standard();

  /**
   * @param min lowest passive score that counts as live
   */
  AttackRates(FaceDesk desk, Facts facts, double min) {
    this.desk = desk;
    this.facts = facts;
    this.min = min;
  }

  /** Renders every portrait; the same portraits make the same pictures. */
  Path rendered(List<Path> portraits, Path folder, int each)
      throws IOException, InterruptedException {
    SpeciesPress press = new SpeciesPress(new PortraitStudio(desk));
    List<String> lines = new ArrayList<>();
    for (Path portrait : portraits) {
      lines.addAll(press.press(portrait, folder, each, SEED));
    }
    return Files.write(folder.resolve("species.csv"), lines);
  }

  int of(Path table) throws IOException, InterruptedException, WrongInput, CannotOpen {
    if (!Files.isReadable(table) || Files.isDirectory(table)) {
      throw new WrongInput(table + " cannot be read");
    }
    AttackTable read =
        switch (AttackTable.read(table)) {
          case AttackTable.Reading.Read(var known) -> known;
          case AttackTable.Reading.Faulty(var line, var problem) ->
              throw new WrongInput(table + ":" + line + ": " + problem);
        };
    List<Seen> seen = new ArrayList<>();
    for (AttackTable.Picture picture : read.pictures()) {
      look(picture).ifPresent(seen::add);
    }
    if (seen.isEmpty()) {
      throw new WrongInput("no picture shows a face");
    }
    tell("passive score below " + min, seen, one -> one.live() < min);
    tell("pattern from " + surface.pattern(), seen, one -> one.pattern() >= surface.pattern());
    tell("edges from " + surface.edges(), seen, one -> one.edges() >= surface.edges());
    tell("pattern or edges", seen, one -> surface.suspects(one.pattern(), one.edges()));
    return ExitCode.SUCCESS.number();
  }

  private Optional<Seen> look(AttackTable.Picture picture)
      throws IOException, InterruptedException, WrongInput, CannotOpen {
    if (!Files.isReadable(picture.file())) {
      throw new WrongInput(picture.file() + " cannot be read");
    }
    try (ErasableMemory memory = new ErasableMemory()) {
      return switch (desk.liveness(memory.absorb(Files.readAllBytes(picture.file())))) {
        case FaceDesk.Liveness.Unavailable(var detail) ->
            throw new CannotOpen(detail, "nothing was scored");
        case FaceDesk.Liveness.Looked(PictureLiveness.NotScored(var reason)) -> {
          facts.complain(picture.file() + ": " + reason.code());
          yield Optional.empty();
        }
        case FaceDesk.Liveness.Looked(PictureLiveness.Scored(var live, var cues, var _)) ->
            Optional.of(new Seen(picture.species(), live, cues.pattern(), cues.edges()));
      };
    }
  }

  private void tell(String rule, List<Seen> seen, Predicate<Seen> attack) {
    for (Map.Entry<String, Proportion> of : AttackTable.rejected(seen, attack).entrySet()) {
      boolean live = of.getKey().equals(AttackTable.LIVE);
      Proportion rejected = of.getValue();
      // An attack that is not recognised is the error; of people it is the one that is.
      Proportion error =
          live ? rejected : new Proportion(rejected.trials() - rejected.hits(), rejected.trials());
      String name = live ? "BPCER" : "APCER";
      facts.tell(
          String.format(
              Locale.ROOT,
              "%-28s %-5s %-8s %.4f [%.4f %.4f] %d/%d",
              rule,
              name,
              of.getKey(),
              error.share(),
              error.exact().low(),
              error.exact().high(),
              error.hits(),
              error.trials()),
          json(rule, name, of.getKey(), error));
    }
  }

  private static ObjectNode json(String rule, String name, String species, Proportion error) {
    return Facts.object()
        .put("rule", rule)
        .put("rate", name)
        .put("species", species)
        .put("hits", error.hits())
        .put("trials", error.trials())
        .put("share", error.share())
        .put("low", error.exact().low())
        .put("high", error.exact().high());
  }
}
