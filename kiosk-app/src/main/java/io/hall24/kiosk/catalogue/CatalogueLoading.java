package io.hall24.kiosk.catalogue;

import io.hall24.config.Mistake;
import java.util.List;

/** What came of reading a catalogue. */
public sealed interface CatalogueLoading {
  /** It can be used. */
  record Loaded(ServiceCatalogue catalogue) implements CatalogueLoading {}

  /** It cannot; every mistake with its line. */
  record Faulty(List<Mistake> mistakes) implements CatalogueLoading {
    public Faulty {
      mistakes = List.copyOf(mistakes);
    }
  }
}
