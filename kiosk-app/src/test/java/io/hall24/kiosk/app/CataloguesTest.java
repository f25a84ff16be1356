package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.catalogue.ServiceItem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CataloguesTest {
  static final String CELLS =
      "code\ttitle\ttitle-en\tthemes\tevents\taudiences\tmaterials\tid-card-only\twindow\tguide\there\n";

  @TempDir Path data;

  private List<String> titles() {
    return Catalogues.of(data, new BundleShelf(data, Optional.empty())).items().stream()
        .map(ServiceItem::title)
        .toList();
  }

  @Test
  void aHallsOwnCatalogueIsUsed() throws IOException {
    Files.writeString(
        data.resolve("catalogue.tsv"),
        CELLS + "A-1\t古树名木认养\t\tCULTURE\t\t\t\tyes\t林业窗口\thttps://hall.example/A-1\t\n");
    assertEquals(List.of("古树名木认养"), titles());
  }

  @Test
  void theSampleStandsInWhereThereIsNoneOrAFaultyOne() throws IOException {
    assertTrue(titles().contains("营业执照领取"));
    Files.writeString(data.resolve("catalogue.tsv"), CELLS + "A-1\t\n");
    assertTrue(titles().contains("营业执照领取"));
  }
}
