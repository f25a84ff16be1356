package io.hall24.kiosk.catalogue;

/**
 * A catalogue made ready for somebody who looks for a service: by topic, by typing, and with the
 * characters for what they type. Made once and kept; one caller at a time.
 *
 * @param catalogue all services
 * @param search finds them while somebody types
 * @param lexicon knows which characters letters stand for
 */
public record Finder(ServiceCatalogue catalogue, ServiceSearch search, Lexicon lexicon) {
  /** Makes it ready; takes a second or two for a province's catalogue. */
  public static Finder of(ServiceCatalogue catalogue) {
    return new Finder(
        catalogue,
        new ServiceSearch(catalogue.items()),
        new Lexicon(catalogue.items().stream().map(ServiceItem::title).toList()));
  }
}
