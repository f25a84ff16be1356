package io.hall24.kiosk.demo.registry;

import io.hall24.kiosk.demo.registry.EventReading.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every numbered sheet of stock, and what its number is worth. */
final class SheetBook {
  private static final long LONGEST_RANGE = 10_000;

  /** What a sheet is to the registry. */
  enum State {
    UNISSUED,
    IN_ISSUE,
    ACTIVE,
    VOID,
    REMOVED
  }

  Verdict take(Book.Page page, Told told) {
    return switch (told.type()) {
      case "stock.loaded" -> load(page, told);
      case "stock.removed" -> remove(page, told);
      case "stock.test", "stock.missing" -> use(page, told);
      default -> Verdict.ACCEPTED;
    };
  }

  private Verdict load(Book.Page page, Told told) {
    List<String> range = range(told.text("from"), told.text("to"));
    if (range.isEmpty()) {
      return Verdict.rejected("PAYLOAD_INVALID", "no range of sheets");
    }
    for (String sheet : range) {
      if (known(page, sheet, told)) {
        return Verdict.rejected("SHEET_ALREADY_LOADED", sheet);
      }
    }
    for (String sheet : range) {
      page.change(
          "INSERT OR REPLACE INTO sheet VALUES (?,?,?,?,?)",
          sheet,
          told.terminal(),
          told.journal(),
          told.text("medium"),
          State.UNISSUED.name());
    }
    return Verdict.ACCEPTED;
  }

  /** Removed sheets, and unused ones of a journal that was replaced, may be loaded (again). */
  private boolean known(Book.Page page, String sheet, Told told) {
    return page.row("SELECT * FROM sheet WHERE sheet=?", sheet)
        .filter(row -> !row.text("state").equals(State.REMOVED.name()))
        .filter(row ->
            !(row.text("state").equals(State.UNISSUED.name())
                && row.text("terminal").equals(told.terminal())
                && !row.text("journal").equals(told.journal())))
        .isPresent();
  }

  private Verdict remove(Book.Page page, Told told) {
    List<String> range = range(told.text("from"), told.text("to"));
    for (String sheet : range) {
      Verdict free = free(page, told.terminal(), sheet);
      if (!free.equals(Verdict.ACCEPTED)) {
        return free;
      }
    }
    range.forEach(sheet -> become(page, sheet, State.REMOVED));
    return range.isEmpty()
        ? Verdict.rejected("PAYLOAD_INVALID", "no range of sheets")
        : Verdict.ACCEPTED;
  }

  private Verdict use(Book.Page page, Told told) {
    String sheet = told.text("sheet");
    Verdict free = free(page, told.terminal(), sheet);
    if (free.equals(Verdict.ACCEPTED)) {
      become(page, sheet, State.VOID);
    }
    return free;
  }

  /**
   * Whether a terminal may print a copy on a sheet now: originals on A3, duplicates on A4
   * (市监注〔2018〕253号).
   */
  Verdict fitFor(Book.Page page, String terminal, String sheet, String copy) {
    Verdict free = free(page, terminal, sheet);
    String wanted = copy.equals("original") ? "iso_a3_297x420mm" : "iso_a4_210x297mm";
    boolean fits =
        page.row("SELECT medium FROM sheet WHERE sheet=?", sheet)
            .filter(row -> row.text("medium").equals(wanted))
            .isPresent();
    return free.equals(Verdict.ACCEPTED) && !fits
        ? Verdict.rejected("SHEET_DIFFERS", sheet + " is no sheet for " + copy)
        : free;
  }

  /** Whether a terminal may use a sheet now. */
  Verdict free(Book.Page page, String terminal, String sheet) {
    State state =
        page.row("SELECT state FROM sheet WHERE sheet=? AND terminal=?", sheet, terminal)
            .map(row -> State.valueOf(row.text("state")))
            .orElse(State.REMOVED);
    return switch (state) {
      case UNISSUED -> Verdict.ACCEPTED;
      case VOID -> Verdict.rejected("SHEET_VOID", sheet);
      case IN_ISSUE, ACTIVE -> Verdict.rejected("SHEET_IN_USE", sheet);
      case REMOVED -> Verdict.rejected("SHEET_NOT_LOADED", sheet);
    };
  }

  void become(Book.Page page, String sheet, State state) {
    page.change("UPDATE sheet SET state=? WHERE sheet=?", state.name(), sheet);
  }

  Optional<State> state(Book.Page page, String sheet) {
    return page.row("SELECT state FROM sheet WHERE sheet=?", sheet)
        .map(row -> State.valueOf(row.text("state")));
  }

  /** The numbers of a range; none when its ends do not belong together. */
  static List<String> range(String from, String to) {
    String letters = from.replaceAll("[0-9]", "");
    int width = from.length() - letters.length();
    if (from.length() != to.length() || !to.startsWith(letters) || width == 0) {
      return List.of();
    }
    String last = to.substring(letters.length());
    if (!last.chars().allMatch(Character::isDigit)) {
      return List.of();
    }
    long low = Long.parseLong(from.substring(letters.length()));
    long high = Long.parseLong(last);
    List<String> range = new ArrayList<>();
    if (high - low < LONGEST_RANGE) {
      for (long number = low; number <= high; number++) {
        range.add(letters + String.format(Locale.ROOT, "%0" + width + "d", number));
      }
    }
    return range;
  }
}
