import java.nio.file.Files;
import java.nio.file.Path;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;

/** The barest JavaFX window: what no start of a terminal can be faster than. */
final class Floor {
  private Floor() {}

  /** Shows one label, tells when it stood there, and waits to be ended. */
  public static void main(String[] arguments) {
    Platform.startup(() -> {
      Stage stage = new Stage();
      stage.setScene(new Scene(new Label("营业执照"), 1080, 1920));
      stage.show();
      new AnimationTimer() {
        private int left = 3;

        @Override
        public void handle(long now) {
          if (--left == 0) {
            stop();
            tell();
          }
        }
      }.start();
    });
  }

  private static void tell() {
    try {
      String[] fields =
          Files.readString(Path.of("/proc/self/stat")).replaceFirst("^.*[)] ", "").split(" ");
      double now = Double.parseDouble(Files.readString(Path.of("/proc/uptime")).split(" ")[0]);
      System.out.println(
          "floor after " + Math.round(now * 1000 - Long.parseLong(fields[19]) * 10.0) + " ms");
    } catch (java.io.IOException notLinux) {
      throw new java.io.UncheckedIOException(notLinux);
    }
  }
}
