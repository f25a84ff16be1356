package io.hall24.kiosk.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.Mistake;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CatalogueFileTest {
  private static final String HEADER =
      "code\ttitle\ttitle-en\tthemes\tevents\taudiences\tmaterials\tid-card-only\twindow\tguide\there\n";

  private static List<Mistake> mistakes(String text) {
    return assertInstanceOf(CatalogueLoading.Faulty.class, CatalogueFile.read("c.tsv", text))
        .mistakes();
  }

  @Test
  void shippedSampleHasEveryThemeEventAndAudience() {
    var catalogue =
        assertInstanceOf(CatalogueLoading.Loaded.class, CatalogueFile.shipped()).catalogue();
    for (Theme theme : Theme.values()) {
      assertFalse(catalogue.of(theme).isEmpty(), theme::name);
    }
    for (LifeEvent event : LifeEvent.values()) {
      assertFalse(catalogue.of(event).isEmpty(), event::name);
    }
    for (Audience audience : Audience.values()) {
      assertFalse(catalogue.of(audience).isEmpty(), audience::name);
    }
    assertTrue(catalogue.of(Theme.BUSINESS).getFirst().here().isPresent());
    assertTrue(catalogue.items().stream().allMatch(item -> item.titleEn().isPresent()));
  }

  @Test
  void anItemSaysWhatItsLineSays() {
    var loaded =
        assertInstanceOf(
            CatalogueLoading.Loaded.class,
            CatalogueFile.read(
                "c.tsv",
                "# remark\n"
                    + HEADER
                    + "A-1\t结婚登记\tMarry\tFAMILY;IDENTITY\tMARRYING\tWOMEN\t身份证; 户口簿\tno\t3 号窗口\thttps://hall.example/1\t\n"));
    ServiceItem item = loaded.catalogue().items().getFirst();
    assertEquals(Set.of(Theme.FAMILY, Theme.IDENTITY), item.themes());
    assertEquals(List.of("身份证", "户口簿"), item.materials());
    assertEquals(List.of(item), loaded.catalogue().of(LifeEvent.MARRYING));
    assertTrue(item.here().isEmpty());
  }

  @Test
  void everyMistakeIsReportedWithItsLine() {
    List<Mistake> found =
        mistakes(
            HEADER
                + "A-1\t\t\tNO_SUCH\t\t\t\tmaybe\t窗口\tguide\t\n"
                + "A-1\t结婚登记\t\tFAMILY\t\t\t\tno\t窗口\tguide\tFLY\n"
                + "too\tfew\n");
    assertEquals(
        List.of("2 title", "2 themes", "2 themes", "2 id-card-only", "3 code", "3 here", "4 line"),
        found.stream().map(m -> m.line() + " " + m.where()).toList());
    assertTrue(found.get(1).problem().startsWith("'NO_SUCH'; expected [BUSINESS"));
  }

  @Test
  void aForeignOrEmptyFileIsNotACatalogue() {
    assertEquals("header", mistakes("").getFirst().where());
    assertEquals("header", mistakes("a,b,c\n1,2,3\n").getFirst().where());
  }
}
