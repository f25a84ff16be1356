package io.hall24.kiosk.catalogue;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * All services of a hall, in the authority's order.
 *
 * @param items each with a code of its own
 */
public record ServiceCatalogue(List<ServiceItem> items) {
  public ServiceCatalogue {
    items = List.copyOf(items);
    long codes = items.stream().map(ServiceItem::code).distinct().count();
    if (codes != items.size()) {
      throw new IllegalArgumentException(items.size() + " items but only " + codes + " codes");
    }
  }

  /** The services of a theme; what this terminal does itself comes first. */
  public List<ServiceItem> of(Theme theme) {
    return where(item -> item.themes().contains(theme));
  }

  /** The services that an event in life needs; what this terminal does itself comes first. */
  public List<ServiceItem> of(LifeEvent event) {
    return where(item -> item.events().contains(event));
  }

  /** The services meant for some people; what this terminal does itself comes first. */
  public List<ServiceItem> of(Audience audience) {
    return where(item -> item.audiences().contains(audience));
  }

  private List<ServiceItem> where(Predicate<ServiceItem> fits) {
    return items.stream()
        .filter(fits)
        .sorted(Comparator.comparing(item -> item.here().isEmpty()))
        .toList();
  }
}
