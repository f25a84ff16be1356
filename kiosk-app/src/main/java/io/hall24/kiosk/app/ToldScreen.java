package io.hall24.kiosk.app;

import io.hall24.device.Frame;
import io.hall24.kiosk.ui.Screen;
import io.hall24.kiosk.ui.ScreenState;
import java.io.PrintWriter;
import java.util.Locale;

/** Tells the name of every screen of a demonstration as it comes, and nothing of what is on it. */
final class ToldScreen implements Screen {
  private final Screen screen;
  private final PrintWriter say;
  private String last = "";

  ToldScreen(Screen screen, PrintWriter say) {
    this.screen = screen;
    this.say = say;
  }

  @Override
  public void show(ScreenState state) {
    tell(state.page().name().toLowerCase(Locale.ROOT));
    screen.show(state);
  }

  private synchronized void tell(String name) {
    if (!name.equals(last)) {
      last = name;
      say.println("screen " + name);
      say.flush();
    }
  }

  @Override
  public void mirror(Frame frame) {
    screen.mirror(frame);
  }

  @Override
  public Locale language() {
    return screen.language();
  }

  @Override
  public void wipe() {
    screen.wipe();
  }
}
