package io.hall24.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.catalogue.Candidate;
import io.hall24.kiosk.catalogue.CatalogueFile;
import io.hall24.kiosk.catalogue.CatalogueLoading;
import io.hall24.kiosk.catalogue.Finder;
import io.hall24.kiosk.catalogue.ServiceItem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchEntryTest {
  private static final Finder FINDER =
      switch (CatalogueFile.shipped()) {
        case CatalogueLoading.Loaded(var catalogue) -> Finder.of(catalogue);
        case CatalogueLoading.Faulty(var mistakes) ->
            throw new IllegalStateException(mistakes.toString());
      };

  private final List<String> chosen = new ArrayList<>();
  private final SearchEntry entry =
      new SearchEntry(FINDER, "", (item, typed) -> chosen.add(item.title() + " by " + typed));

  private void type(String letters) {
    letters.chars().forEach(letter -> entry.type((char) letter));
  }

  private List<String> found() {
    return entry.found().stream().map(ServiceItem::title).toList();
  }

  @Test
  void beforeAnythingIsTypedItShowsWhatThisTerminalDoes() {
    assertTrue(!found().isEmpty());
    assertTrue(entry.found().stream().allMatch(item -> item.here().isPresent()));
  }

  @Test
  void lettersFindServicesBeforeTheyAreCharacters() {
    type("yyzzlq");
    assertEquals("营业执照领取", found().getFirst());
    assertEquals(6, entry.letters());
  }

  @Test
  void aSpaceTakesTheFirstCharactersAndTypingGoesOn() {
    type("yingye");
    entry.space();
    assertEquals("营业", entry.typed());
    type("zz");
    assertEquals("营业zz", entry.typed());
    assertEquals("营业执照领取", found().getFirst());
  }

  @Test
  void charactersForSomeOfTheLettersLeaveTheOthers() {
    type("yingyezz");
    entry.take(new Candidate("营业", 6));
    assertEquals("营业zz", entry.typed());
    assertEquals(2, entry.letters());
  }

  @Test
  void deletingTakesLettersFirstAndThenCharacters() {
    type("yingye");
    entry.space();
    type("z");
    entry.delete();
    entry.delete();
    assertEquals("营", entry.typed());
    entry.delete();
    entry.delete();
    assertEquals("", entry.typed());
  }

  @Test
  void theOtherBoardsTypeAsTheyAre() {
    entry.turnTo(SearchEntry.Board.LETTERS);
    type("collect");
    entry.space();
    type("licence");
    assertEquals("collect licence", entry.typed());
    assertEquals(List.of(), entry.offered());
    assertEquals("营业执照领取", found().getFirst());
    entry.turnTo(SearchEntry.Board.DIGITS);
    type("24");
    assertEquals("collect licence24", entry.typed());
  }

  @Test
  void whatIsChosenComesWithWhatWasTyped() {
    type("yyzzlq");
    entry.choose(entry.found().getFirst());
    assertEquals(List.of("营业执照领取 by yyzzlq"), chosen);
  }

  @Test
  void nothingStaysAfterItIsWiped() {
    type("yyzz");
    entry.wipe();
    assertEquals("", entry.typed());
    assertEquals(List.of(), entry.found());
    assertEquals(List.of(), entry.offered());
  }

  @Test
  void aStuckKeyDoesNotTypeForEver() {
    type("a".repeat(500));
    assertEquals(40, entry.typed().length());
  }
}
