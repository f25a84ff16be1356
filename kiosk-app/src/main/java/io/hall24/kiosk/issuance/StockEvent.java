package io.hall24.kiosk.issuance;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.hall24.device.Medium;
import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.JsonEventCodec;
import io.hall24.kiosk.journal.RetentionClass;
import java.util.List;
import java.util.Optional;

/**
 * What happens to stock outside of issuances. The payloads are those of the registry contract
 * ({@code stock.*}).
 */
public sealed interface StockEvent extends Event {
  /** Which tray. */
  Medium medium();

  /** The codecs of the whole family. */
  static List<EventCodec<?>> codecs() {
    return List.of(
        codec(Loaded.class, "loaded"),
        codec(Removed.class, "removed"),
        codec(Counted.class, "counted"),
        codec(TestPrinted.class, "test"),
        codec(SheetMissing.class, "missing"),
        codec(TrayClosed.class, "closed"),
        codec(TrayOpened.class, "opened"));
  }

  private static <E extends StockEvent> JsonEventCodec<E> codec(Class<E> type, String name) {
    return new JsonEventCodec<>(type, "stock." + name, RetentionClass.ISSUANCE);
  }

  /**
   * Two persons put sheets behind those that are in the tray.
   *
   * @param from first sheet
   * @param to last sheet
   * @param persons staff names of the two
   * @param sealOf the authority whose seal is on the sheets already; empty where the seal is
   *     printed with the licence
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Loaded(
      @JsonSerialize(using = Words.MediumOut.class) @JsonDeserialize(using = Words.MediumIn.class)
          Medium medium,
      SheetNumber from,
      SheetNumber to,
      List<String> persons,
      Optional<String> sealOf)
      implements StockEvent {
    public Loaded {
      persons = List.copyOf(persons);
    }
  }

  /**
   * Two persons took sheets out of the tray.
   *
   * @param from first sheet
   * @param to last sheet
   * @param persons staff names of the two
   * @param reason in their words
   */
  record Removed(
      @JsonSerialize(using = Words.MediumOut.class) @JsonDeserialize(using = Words.MediumIn.class)
          Medium medium,
      SheetNumber from,
      SheetNumber to,
      List<String> persons,
      String reason)
      implements StockEvent {
    public Removed {
      persons = List.copyOf(persons);
    }
  }

  /**
   * Two persons counted the tray.
   *
   * @param counted sheets that they found
   * @param expected sheets that the ledger had in the tray
   * @param persons staff names of the two
   */
  record Counted(
      @JsonSerialize(using = Words.MediumOut.class) @JsonDeserialize(using = Words.MediumIn.class)
          Medium medium,
      int counted,
      int expected,
      List<String> persons)
      implements StockEvent {
    public Counted {
      persons = List.copyOf(persons);
    }
  }

  /**
   * A sheet of the tray was used for a test and is void.
   *
   * @param sheet its number
   * @param reason which test
   */
  record TestPrinted(
      @JsonSerialize(using = Words.MediumOut.class) @JsonDeserialize(using = Words.MediumIn.class)
          Medium medium,
      SheetNumber sheet,
      String reason)
      implements StockEvent {}

  /**
   * A sheet that should be in the tray is not; its number is void.
   *
   * @param sheet its number
   * @param reason how it was noticed
   */
  record SheetMissing(
      @JsonSerialize(using = Words.MediumOut.class) @JsonDeserialize(using = Words.MediumIn.class)
          Medium medium,
      SheetNumber sheet,
      String reason)
      implements StockEvent {}

  /**
   * Nothing may be printed from the tray until it was counted.
   *
   * @param reason why
   */
  record TrayClosed(
      @JsonSerialize(using = Words.MediumOut.class) @JsonDeserialize(using = Words.MediumIn.class)
          Medium medium,
      String reason)
      implements StockEvent {}

  /**
   * The tray was counted and may be used again.
   *
   * @param reason why
   */
  record TrayOpened(
      @JsonSerialize(using = Words.MediumOut.class) @JsonDeserialize(using = Words.MediumIn.class)
          Medium medium,
      String reason)
      implements StockEvent {}
}
