package io.hall24.kiosk.app;

import io.hall24.config.Mistake;
import io.hall24.kiosk.licence.FormsLoading;
import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.LicenceRenderer;
import io.hall24.kiosk.ops.RenderLicence;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hall24 render-licence}: what would be printed for an order. */
@Command(
    name = "render-licence",
    description = "Writes what would be printed for an order, as PDF.",
    mixinStandardHelpOptions = true)
final class RenderLicenceCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "ORDER.json", description = "an order of the registry")
  private Path order = Path.of("");

  @Parameters(index = "1", paramLabel = "OUT.pdf", description = "what is written")
  private Path out = Path.of("");

  @Option(
      names = "--copy",
      paramLabel = "original|duplicate",
      description = "the first pending copy of this kind (default: the first of all)")
  private Optional<RenderLicence.Wanted> copy = Optional.empty();

  @Option(
      names = "--preview",
      description = "the whole sheet with 样本 across it, not only what is laid over stock")
  private boolean preview;

  @Option(
      names = "--forms",
      paramLabel = "DIR",
      description = "a bundle of forms, signed or not (default: the shipped samples)")
  private Optional<Path> forms = Optional.empty();

  @Option(
      names = "--fonts",
      paramLabel = "DIR",
      description = "fonts (default: fonts/ in HALL24_DATA)")
  private Optional<Path> fonts = Optional.empty();

  @Mixin private final Facts facts = new Facts();

  RenderLicenceCommand() {}

  @Override
  public Integer call() throws WrongInput, CannotOpen {
    Path folder = fonts.orElseGet(() -> DataHome.find().resolve("fonts"));
    LicenceRenderer renderer = new LicenceRenderer(forms(), PaperWork.fonts(folder));
    return switch (render(new RenderLicence(renderer))) {
      case RenderLicence.Result.Written(var written, var bytes) -> {
        facts.tell(
            "%s of the order: %s, %d bytes".formatted(written.code(), out, bytes),
            Facts.object()
                .put("rendered", true)
                .put("copy", written.code())
                .put("file", out.toString())
                .put("bytes", bytes)
                .put("preview", preview));
        yield ExitCode.SUCCESS.number();
      }
      case RenderLicence.Result.Refused(var reason) -> {
        facts.tell(
            "cannot be printed: " + reason,
            Facts.object().put("rendered", false).put("reason", reason));
        yield ExitCode.NEGATIVE.number();
      }
      case RenderLicence.Result.BadOrder(var problems) ->
          throw new WrongInput(order + ": " + String.join("\n", problems));
    };
  }

  private LicenceForms forms() throws WrongInput {
    if (forms.isEmpty()) {
      return LicenceForms.shipped();
    }
    return switch (LicenceForms.load(forms.get())) {
      case FormsLoading.Loaded(var loaded) -> loaded;
      case FormsLoading.Faulty(var mistakes) ->
          throw new WrongInput(
              mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    };
  }

  private RenderLicence.Result render(RenderLicence licence) throws WrongInput {
    try {
      return licence.render(order, out, copy, preview);
    } catch (IOException notWritten) {
      throw new WrongInput(out + " cannot be written: " + notWritten);
    }
  }
}
