package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.config.Profile.Placement;
import io.hall24.kiosk.licence.CalibrationPage;
import io.hall24.kiosk.licence.CalibrationPage.Point;
import io.hall24.kiosk.licence.LicenceForm;
import io.hall24.kiosk.licence.LicenceForm.CopyKind;
import io.hall24.kiosk.licence.LicenceForms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hall24 calibration-page}: how a printer misses the paper. */
@Command(
    name = "calibration-page",
    description = {
      "Writes a page with a cross every 10 mm, to be printed on plain paper and measured.",
      "With --measured tells the settings that correct what was measured."
    },
    mixinStandardHelpOptions = true)
final class CalibrationPageCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "OUT.pdf", description = "what is written")
  private Path out = Path.of("");

  @Option(
      names = "--copy",
      paramLabel = "original|duplicate",
      defaultValue = "original",
      description = "whose sheets (default: ${DEFAULT-VALUE})")
  private CopyKind copy = CopyKind.ORIGINAL;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "prints with the calibration of this terminal")
  private Optional<Path> profile = Optional.empty();

  @Mixin private final ProfileVariables variables = new ProfileVariables();

  @Option(
      names = "--measured",
      split = ",",
      paramLabel = "MM",
      description =
          "X,Y of the upper left and X,Y of the lower right circled cross, from the left and"
              + " upper edge")
  private List<Double> measured = List.of();

  @Option(
      names = "--fonts",
      paramLabel = "DIR",
      description = "fonts (default: fonts/ in HALL24_DATA)")
  private Optional<Path> fonts = Optional.empty();

  @Mixin private final Facts facts = new Facts();

  CalibrationPageCommand() {}

  @Override
  public Integer call() throws WrongInput, CannotOpen {
    if (!measured.isEmpty() && measured.size() != 4) {
      throw new WrongInput("--measured takes four numbers: X,Y,X,Y");
    }
    LicenceForm form = form();
    Placement now = placement();
    Placement next = measured.isEmpty() ? now : corrected(form, now);
    Path folder = fonts.orElseGet(() -> DataHome.find().resolve("fonts"));
    try {
      new CalibrationPage(PaperWork.fonts(folder)).print(form, next).write(out);
    } catch (IOException notWritten) {
      throw new WrongInput(out + " cannot be written: " + notWritten);
    }
    tell(next);
    return ExitCode.SUCCESS.number();
  }

  private LicenceForm form() {
    LicenceForms forms = LicenceForms.shipped();
    return switch (copy) {
      case ORIGINAL -> forms.original();
      case DUPLICATE -> forms.duplicate();
    };
  }

  private Placement placement() throws WrongInput {
    if (profile.isEmpty()) {
      return Placement.EXACT;
    }
    Profile.Calibration calibration = variables.load(profile.get()).issuance().calibration();
    return switch (copy) {
      case ORIGINAL -> calibration.original();
      case DUPLICATE -> calibration.duplicate();
    };
  }

  private Placement corrected(LicenceForm form, Placement now) throws WrongInput {
    Point first = new Point(measured.get(0), measured.get(1));
    Point last = new Point(measured.get(2), measured.get(3));
    if (last.x() <= first.x() || last.y() <= first.y()) {
      throw new WrongInput("--measured: the second cross is right of and below the first one");
    }
    return CalibrationPage.correct(form, now, first, last);
  }

  private void tell(Placement placement) {
    String setting =
        String.format(
            Locale.ROOT,
            "%s: {right: %.2f, down: %.2f, across: %.5f, along: %.5f}",
            copy.name().toLowerCase(Locale.ROOT),
            placement.right(),
            placement.down(),
            placement.across(),
            placement.along());
    facts.tell(
        out + ", printed with issuance.calibration." + setting,
        Facts.object()
            .put("file", out.toString())
            .put("right", placement.right())
            .put("down", placement.down())
            .put("across", placement.across())
            .put("along", placement.along()));
  }
}
