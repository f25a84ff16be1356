package io.hall24.kiosk.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Notes which real programs an end-to-end test class met: what its child processes were and which
 * files they had mapped. {@code installer/check} turns the files into Debian packages and versions,
 * and fails a test class that met none. It asks the kernel, not the tests, so no test can claim a
 * counterpart that was not there.
 *
 * <p>Works only where {@code HALL24_COUNTERPARTS_MET} names the file to write, one line {@code test
 * class, tab, path} for each finding.
 */
@NullMarked
public final class CounterpartWitness implements BeforeAllCallback, AfterAllCallback {
  private static final String END_TO_END = "e2e";

  private Optional<ChildProcessWatch> watch = Optional.empty();

  /** Made by the service loader of JUnit. */
  public CounterpartWitness() {}

  @Override
  public void beforeAll(ExtensionContext context) {
    if (record().isPresent() && context.getTags().contains(END_TO_END) && isOutermost(context)) {
      watch = Optional.of(ChildProcessWatch.start());
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (isOutermost(context)) {
      watch.ifPresent(w -> write(context.getRequiredTestClass().getName(), w.stop()));
      watch = Optional.empty();
    }
  }

  private static boolean isOutermost(ExtensionContext context) {
    return context.getRequiredTestClass().getEnclosingClass() == null;
  }

  private static Optional<Path> record() {
    return Optional.ofNullable(System.getenv("HALL24_COUNTERPARTS_MET")).map(Path::of);
  }

  private static void write(String testClass, List<String> findings) {
    List<String> lines =
        findings.isEmpty()
            ? List.of(testClass + "\t")
            : findings.stream().map(path -> testClass + "\t" + path).toList();
    try {
      Files.write(
          record().orElseThrow(), lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
