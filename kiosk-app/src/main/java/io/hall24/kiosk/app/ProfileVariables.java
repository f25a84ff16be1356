package io.hall24.kiosk.app;

import io.hall24.config.Mistake;
import io.hall24.config.Profile;
import io.hall24.config.ProfileLoader;
import io.hall24.config.ProfileLoading;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** How commands read terminal profiles: with the variables that {@code --set} gives them. */
final class ProfileVariables {
  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "what $${NAME} in a profile stands for, beside the environment")
  private Map<String, String> given = new HashMap<>();

  /** Every mistake in a profile, its devices' settings included. */
  List<Mistake> mistakes(Path file) {
    return switch (read(file)) {
      case ProfileLoading.Faulty(var mistakes) -> mistakes;
      case ProfileLoading.Loaded _ -> List.of();
    };
  }

  /** What to beware of in a profile without mistakes; nothing in a bundle of forms. */
  List<String> warnings(Path file) {
    return !Files.isDirectory(file) && read(file) instanceof ProfileLoading.Loaded(var profile)
        ? profile.warnings()
        : List.of();
  }

  /** A profile without mistakes. */
  Profile load(Path file) throws WrongInput {
    return switch (read(file)) {
      case ProfileLoading.Loaded(var profile) -> profile;
      case ProfileLoading.Faulty(var mistakes) ->
          throw new WrongInput(
              mistakes.stream().map(Mistake::toString).collect(Collectors.joining("\n")));
    };
  }

  private ProfileLoading read(Path file) {
    Map<String, String> known = new HashMap<>(System.getenv());
    known.putAll(given);
    ProfileLoading loading = new ProfileLoader(known).load(file);
    if (loading instanceof ProfileLoading.Loaded(var profile)) {
      List<Mistake> mistakes = Drivers.installed().check(file.getFileName().toString(), profile);
      return mistakes.isEmpty() ? loading : new ProfileLoading.Faulty(mistakes);
    }
    return loading;
  }
}
