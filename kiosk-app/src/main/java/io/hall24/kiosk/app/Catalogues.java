package io.hall24.kiosk.app;

import io.hall24.kiosk.catalogue.CatalogueFile;
import io.hall24.kiosk.catalogue.CatalogueLoading;
import io.hall24.kiosk.catalogue.ServiceCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hall's catalogue of services: {@code catalogue.tsv} of the data directory, which an operator
 * put there, or the registry's, or the sample.
 */
final class Catalogues {
  private static final Logger LOG = LoggerFactory.getLogger(Catalogues.class);

  private Catalogues() {}

  /** A catalogue with mistakes is not used: they are told, and the sample stands in. */
  static ServiceCatalogue of(Path data, BundleShelf shelf) {
    Path own = data.resolve("catalogue.tsv");
    Path file = Files.exists(own) ? own : shelf.catalogue().orElse(own);
    if (!Files.exists(file)) {
      return usable(CatalogueFile.shipped());
    }
    try {
      return switch (CatalogueFile.read(
          file.toString(), Files.readString(file, StandardCharsets.UTF_8))) {
        case CatalogueLoading.Loaded(var catalogue) -> catalogue;
        case CatalogueLoading.Faulty(var mistakes) -> {
          LOG.error("the sample stands in for the catalogue of services: {}", mistakes);
          yield usable(CatalogueFile.shipped());
        }
      };
    } catch (IOException unreadable) {
      LOG.error("the sample stands in for the catalogue of services: {}", unreadable.toString());
      return usable(CatalogueFile.shipped());
    }
  }

  private static ServiceCatalogue usable(CatalogueLoading loading) {
    return switch (loading) {
      case CatalogueLoading.Loaded(var catalogue) -> catalogue;
      case CatalogueLoading.Faulty(var mistakes) -> {
        LOG.error("no catalogue of services: {}", mistakes);
        yield new ServiceCatalogue(List.of());
      }
    };
  }
}
