package io.hall24.kiosk.ui;

import io.hall24.config.Profile;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.licence.OrderJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** What the screens of the tests show. */
public final class Samples {
  public static final Hall HALL =
      new Hall("H24-DEMO-0001", "栖湖区政务服务大厅", "Qihu District Service Hall");

  public static final Profile.Visit WAITING =
      new Profile.Visit(
          Duration.ofSeconds(60),
          Duration.ofSeconds(20),
          Duration.ofSeconds(60),
          Duration.ofMinutes(15));

  private Samples() {}

  public static Order order(String name) {
    String file = "/io/hall24/kiosk/demo/orders/" + name + ".json";
    try (var in = Objects.requireNonNull(Samples.class.getResourceAsStream(file), file)) {
      return switch (OrderJson.order(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
        case OrderJson.Reading.Read<Order>(var order) -> order;
        case OrderJson.Reading.Faulty<Order>(var problems) ->
            throw new IllegalStateException(problems.toString());
      };
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Every screen. */
  public static List<ScreenState> all() {
    return new ScreenGallery(
            HALL,
            WAITING,
            List.of(order("cha"), order("partnership"), order("studio"), order("long-scope")))
        .all();
  }
}
