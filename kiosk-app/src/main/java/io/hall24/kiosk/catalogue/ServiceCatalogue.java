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

  /** The services under a topic; what this terminal does itself comes first. */
  public List<ServiceItem> of(Topic topic) {
    return switch (topic) {
      case Theme theme -> where(item -> item.themes().contains(theme));
      case LifeEvent event -> where(item -> item.events().contains(event));
      case Audience audience -> where(item -> item.audiences().contains(audience));
    };
  }

  private List<ServiceItem> where(Predicate<ServiceItem> fits) {
    return items.stream()
        .filter(fits)
        .sorted(Comparator.comparing(item -> item.here().isEmpty()))
        .toList();
  }
}
