package io.hall24.kiosk.app;

import io.hall24.kiosk.ui.fx.Toolkit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The toolkit of the screens on a thread of its own. Nothing that a window waits for takes longer,
 * so it begins before the command line is understood. Safe for use by several threads.
 */
final class WindowToolkit {
  private static final Set<String> WITH_WINDOW = Set.of("demo", "run");
  private static final Set<String> WITHOUT_WINDOW =
      Set.of("--headless", "--screens", "--help", "-h", "--version", "-V");

  private final Path fonts;
  private Optional<CompletableFuture<Toolkit>> begun = Optional.empty();

  /**
   * Not begun yet.
   *
   * @param fonts of the screens
   */
  WindowToolkit(Path fonts) {
    this.fonts = fonts;
  }

  /** Begins if these arguments ask for a window. If they are wrong, the process ends soon. */
  void beginFor(String... arguments) {
    if (arguments.length > 0
        && WITH_WINDOW.contains(arguments[0])
        && isOnDisplay()
        && List.of(arguments).stream()
            .map(argument -> argument.split("=", 2)[0])
            .noneMatch(WITHOUT_WINDOW::contains)) {
      var _ = begin();
    }
  }

  /** Whether there is a display. */
  static boolean isOnDisplay() {
    return System.getenv("DISPLAY") != null;
  }

  /** Begins, if it has not begun yet. */
  synchronized CompletableFuture<Toolkit> begin() {
    CompletableFuture<Toolkit> toolkit =
        begun.orElseGet(() -> CompletableFuture.supplyAsync(this::started, WindowToolkit::beside));
    begun = Optional.of(toolkit);
    return toolkit;
  }

  private static void beside(Runnable work) {
    Thread.ofPlatform().name("window").daemon().start(work);
  }

  private Toolkit started() {
    try {
      return Toolkit.onDisplay(fonts);
    } catch (InterruptedException ends) {
      throw new CompletionException(ends);
    }
  }
}
