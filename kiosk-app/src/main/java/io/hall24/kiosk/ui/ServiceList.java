package io.hall24.kiosk.ui;

import io.hall24.kiosk.catalogue.ServiceItem;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * A list of services, perhaps of thousands, and the place at which it is open. Used on the screen's
 * thread only.
 */
public final class ServiceList {
  private final List<ServiceItem> items;
  private final ObjIntConsumer<ServiceItem> chosen;
  private int first;

  ServiceList(List<ServiceItem> items, int first, ObjIntConsumer<ServiceItem> chosen) {
    this.items = List.copyOf(items);
    this.first = first;
    this.chosen = chosen;
  }

  /** All of them. */
  public List<ServiceItem> items() {
    return items;
  }

  /** Where it is open. */
  public int first() {
    return first;
  }

  /** Opens it somewhere else. */
  public void open(int place) {
    first = place;
  }

  /** Chooses a service. */
  public void choose(ServiceItem item) {
    chosen.accept(item, first);
  }
}
