package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.licence.OrderJson;
import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.Appearance;
import io.hall24.kiosk.ui.Appearance.Scheme;
import io.hall24.kiosk.ui.Appearance.Shape;
import io.hall24.kiosk.ui.Appearance.TextSize;
import io.hall24.kiosk.ui.Hall;
import io.hall24.kiosk.ui.ScreenGallery;
import io.hall24.kiosk.ui.ScreenState;
import io.hall24.kiosk.ui.StaffGallery;
import io.hall24.kiosk.ui.fx.ScreenPictures;
import io.hall24.kiosk.ui.fx.Toolkit;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Pictures of screens, as files. */
final class DemoScreens {
  private static final List<String> ORDERS = List.of("cha", "partnership", "studio");

  private final Profile profile;
  private final ScreenPictures pictures;

  /** Starts the toolkit without a display. */
  DemoScreens(Profile profile, Path fonts) throws InterruptedException {
    this(profile, Toolkit.headless(fonts));
  }

  /** By a toolkit that runs. */
  DemoScreens(Profile profile, Toolkit toolkit) {
    this.profile = profile;
    this.pictures = new ScreenPictures(toolkit, Hall.of(profile.terminal()));
  }

  /** The screens of one visit, numbered, in Chinese on an upright panel. */
  void ofVisit(List<ScreenState> states, Path directory) throws InterruptedException {
    int number = 1;
    for (ScreenState state : states) {
      String name =
          String.format(
              Locale.ROOT, "%02d-%s.png", number++, state.page().name().toLowerCase(Locale.ROOT));
      pictures.write(state, Appearance.usual(Shape.PORTRAIT), directory.resolve(name));
    }
  }

  /**
   * Every screen in both languages and on both shapes of panel, in these sizes and schemes; one
   * directory each, e.g. {@code zh-portrait}, {@code en-landscape-extra_large-dark}.
   */
  void gallery(Path directory, List<TextSize> sizes, List<Scheme> schemes)
      throws IOException, InterruptedException {
    var gallery = new ScreenGallery(Hall.of(profile.terminal()), profile.visit(), orders());
    for (Shape shape : Shape.values()) {
      for (Locale language : Texts.LANGUAGES) {
        Appearance usual = Appearance.usual(shape).in(language);
        for (TextSize size : sizes) {
          for (Scheme scheme : schemes) {
            Appearance look = usual.sized(size).coloured(scheme);
            draw(gallery.all(), look, directory.resolve(nameOf(look)));
          }
        }
        Path folder = directory.resolve(nameOf(usual));
        for (var state : StaffGallery.all().entrySet()) {
          pictures.write(
              state.getValue(), shape, language, folder.resolve(state.getKey() + ".png"));
        }
      }
    }
  }

  private void draw(List<ScreenState> states, Appearance look, Path folder)
      throws InterruptedException {
    for (ScreenState state : states) {
      String name = state.page().name().toLowerCase(Locale.ROOT) + ".png";
      pictures.write(state, look, folder.resolve(name));
    }
  }

  private static String nameOf(Appearance look) {
    String size = look.size() == TextSize.MEDIUM ? "" : "-" + look.size();
    String scheme = look.scheme() == Scheme.LIGHT ? "" : "-" + look.scheme();
    return (look.language().getLanguage() + "-" + look.shape() + size + scheme)
        .toLowerCase(Locale.ROOT);
  }

  static List<Order> orders() throws IOException {
    List<Order> orders = new ArrayList<>();
    for (String name : ORDERS) {
      String file = "/io/hall24/kiosk/demo/orders/" + name + ".json";
      try (var in = Objects.requireNonNull(DemoScreens.class.getResourceAsStream(file), file)) {
        switch (OrderJson.order(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
          case OrderJson.Reading.Read<Order>(var order) -> orders.add(order);
          case OrderJson.Reading.Faulty<Order>(var problems) ->
              throw new IllegalStateException(file + ": " + problems);
        }
      }
    }
    return orders;
  }
}
