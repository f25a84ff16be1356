package io.hall24.kiosk.demo.counterpart;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the counterparts lie: {@code HALL24_COUNTERPARTS} (system property, else environment), else
 * {@code installer/counterparts} of the checkout that contains the working directory.
 */
public final class CounterpartsHome {
  private static final String NAME = "HALL24_COUNTERPARTS";
  private static final Path IN_CHECKOUT = Path.of("installer", "counterparts");

  private CounterpartsHome() {}

  /** The directory; empty when there is none. */
  public static Optional<Path> find() {
    return Optional.ofNullable(System.getProperty(NAME))
        .or(() -> Optional.ofNullable(System.getenv(NAME)))
        .map(Path::of)
        .filter(Files::isDirectory)
        .or(CounterpartsHome::inCheckout);
  }

  private static Optional<Path> inCheckout() {
    return Stream.iterate(
            Optional.of(Path.of("").toAbsolutePath()),
            Optional::isPresent,
            here -> here.flatMap(each -> Optional.ofNullable(each.getParent())))
        .flatMap(Optional::stream)
        .map(each -> each.resolve(IN_CHECKOUT))
        .filter(Files::isDirectory)
        .findFirst();
  }
}
