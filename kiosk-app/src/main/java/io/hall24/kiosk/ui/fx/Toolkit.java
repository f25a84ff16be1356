package io.hall24.kiosk.ui.fx;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;

/** Starts the JavaFX toolkit once, and runs work on its thread. */
public final class Toolkit {
  private Toolkit() {}

  /**
   * Starts it without a display: screens are only drawn into pictures.
   *
   * @param fonts directory of the fonts
   */
  public static Toolkit headless(Path fonts) throws InterruptedException {
    System.setProperty("glass.platform", "Headless");
    return start(fonts);
  }

  /**
   * Starts it on the display.
   *
   * @param fonts directory of the fonts
   */
  public static Toolkit onDisplay(Path fonts) throws InterruptedException {
    // A panel smaller than life is drawn through a transform, in which the toolkit tears bold
    // glyphs
    // that overlap themselves; as shapes they stay whole.
    System.setProperty("prism.fontSizeLimit", System.getProperty("prism.fontSizeLimit", "1"));
    return start(fonts);
  }

  private static Toolkit start(Path fonts) throws InterruptedException {
    // Pictures and PDFs are drawn with AWT, which on a display would open a connection of its own
    // and
    // set the error handler of the whole process under GTK's feet.
    System.setProperty("java.awt.headless", "true");
    System.setProperty("prism.order", System.getProperty("prism.order", "sw"));
    // A panel that stands upright has its sub-pixels the other way round: grey letters only.
    System.setProperty("prism.lcdtext", "false");
    // Laid out texts are otherwise kept for reuse by the whole program: names of people among them.
    System.setProperty("prism.cacheLayoutSize", "0");
    var started = new CompletableFuture<Boolean>();
    Platform.setImplicitExit(false);
    try {
      Platform.startup(() -> started.complete(true));
    } catch (IllegalStateException running) {
      started.complete(true);
    }
    Toolkit toolkit = new Toolkit();
    join(started);
    toolkit.call(() -> {
      Fonts.load(fonts);
      return true;
    });
    return toolkit;
  }

  /** Runs work on the toolkit's thread and waits for its result. */
  public <T> T call(Callable<T> work) throws InterruptedException {
    var result = new CompletableFuture<T>();
    Platform.runLater(() -> {
      try {
        result.complete(work.call());
      } catch (Throwable failed) {
        result.completeExceptionally(failed);
      }
    });
    return join(result);
  }

  private static <T> T join(CompletableFuture<T> result) throws InterruptedException {
    try {
      return result.get();
    } catch (ExecutionException failed) {
      throw new IllegalStateException("on the toolkit's thread", failed.getCause());
    }
  }

  /** Ends it for the rest of the process. */
  public void exit() {
    Platform.exit();
  }
}
