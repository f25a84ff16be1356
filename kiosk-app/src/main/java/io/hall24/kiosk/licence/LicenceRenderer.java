package io.hall24.kiosk.licence;

import io.hall24.kiosk.licence.LicenceForm.Field;
import io.hall24.kiosk.licence.LicenceForm.ItemPlace;
import io.hall24.kiosk.licence.LicenceForm.Label;
import io.hall24.kiosk.licence.LicenceForm.PartPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sets licence faces into forms. Belongs to the thread of its fonts. What it prints is what the
 * registry wrote: a face that cannot be set completely is refused, before anything is drawn.
 */
public final class LicenceRenderer {
  private final LicenceForms forms;
  private final PaperFonts fonts;
  private final Typesetter typesetter;

  /** A renderer for these forms. */
  public LicenceRenderer(LicenceForms forms, PaperFonts fonts) {
    this.forms = forms;
    this.fonts = fonts;
    this.typesetter = new Typesetter(fonts);
  }

  /**
   * Parses every font that the forms use, so that the first licence takes no longer than others.
   */
  public void warmUp() {
    forms.faces().forEach(fonts::warmUp);
  }

  /** What the terminal lays over a sheet of stock, and nothing that is on the stock already. */
  public Rendering overprint(LicenceFace face, Copy copy) {
    return render(face, copy, false);
  }

  /** The whole sheet for the screen, with 样本 across it, so that nobody can use it. */
  public Rendering preview(LicenceFace face, Copy copy) {
    return render(face, copy, true);
  }

  /** A text that fits, or the reason why it does not. */
  private sealed interface Piece {
    record Fits(Typesetter.Fit.Fitted fitted) implements Piece {}

    record Refused(Rendering reason) implements Piece {}
  }

  private Rendering render(LicenceFace face, Copy copy, boolean preview) {
    LicenceForm form = forms.of(copy);
    List<ItemPlace> places = form.items().get(face.entityType());
    if (places == null) {
      return new Rendering.UnknownType(face.entityType());
    }
    Optional<Rendering> mismatch = mismatch(face, places);
    if (mismatch.isPresent()) {
      return mismatch.get();
    }
    List<Label> labels = labels(form, face, copy, places);
    List<Typesetter.Fit.Fitted> texts = new ArrayList<>();
    for (Map.Entry<SheetPart, Field> room : rooms(form, face, copy, places)) {
      String text = text(room.getKey(), face, copy).orElseThrow();
      switch (piece(room.getKey(), room.getValue(), text)) {
        case Piece.Fits fits -> texts.add(fits.fitted());
        case Piece.Refused refused -> {
          return refused.reason();
        }
      }
    }
    Optional<QrSymbol> qr = QrSymbol.fit(face.qr(), form.qr());
    return qr.<Rendering>map(
            symbol -> new Rendering.Rendered(draw(form, labels, texts, symbol, preview)))
        .orElseGet(() -> new Rendering.DoesNotFit(SheetPart.QR));
  }

  private static Optional<Rendering> mismatch(LicenceFace face, List<ItemPlace> places) {
    for (ItemPlace place : places) {
      if (!place.optional() && !face.items().containsKey(place.item())) {
        return Optional.of(new Rendering.Absent(SheetPart.of(place.item())));
      }
    }
    for (FaceItem item : face.items().keySet()) {
      if (places.stream().noneMatch(place -> place.item() == item)) {
        return Optional.of(new Rendering.Unplaced(SheetPart.of(item)));
      }
    }
    return Optional.empty();
  }

  private static List<Label> labels(
      LicenceForm form, LicenceFace face, Copy copy, List<ItemPlace> places) {
    List<Label> labels = new ArrayList<>(form.labels());
    labels.add(form.code().caption());
    for (ItemPlace place : places) {
      if (face.items().containsKey(place.item())) {
        labels.add(place.caption());
      }
    }
    form.parts()
        .forEach(
            (part, place) -> {
              if (text(part, face, copy).isPresent()) {
                place.caption().ifPresent(labels::add);
              }
            });
    form.sampleMark().ifPresent(labels::add);
    return labels;
  }

  private static List<Map.Entry<SheetPart, Field>> rooms(
      LicenceForm form, LicenceFace face, Copy copy, List<ItemPlace> places) {
    List<Map.Entry<SheetPart, Field>> rooms = new ArrayList<>();
    rooms.add(Map.entry(SheetPart.CODE, form.code().number()));
    for (ItemPlace place : places) {
      if (face.items().containsKey(place.item())) {
        rooms.add(Map.entry(SheetPart.of(place.item()), place.text()));
      }
    }
    for (SheetPart part : SheetPart.values()) {
      PartPlace place = form.parts().get(part);
      if (place != null && text(part, face, copy).isPresent()) {
        rooms.add(Map.entry(part, place.text()));
      }
    }
    return rooms;
  }

  /** The registry's words for a part, if it has any. */
  private static Optional<String> text(SheetPart part, LicenceFace face, Copy copy) {
    return switch (part) {
      case NAME -> item(face, FaceItem.NAME);
      case TYPE -> item(face, FaceItem.TYPE);
      case PERSON -> item(face, FaceItem.PERSON);
      case COMPOSITION -> item(face, FaceItem.COMPOSITION);
      case CAPITAL -> item(face, FaceItem.CAPITAL);
      case ESTABLISHED -> item(face, FaceItem.ESTABLISHED);
      case PLACE -> item(face, FaceItem.PLACE);
      case BUSINESS_SCOPE -> item(face, FaceItem.BUSINESS_SCOPE);
      case CODE -> Optional.of(face.uscc());
      case QR -> Optional.of(face.qr());
      case RECEIPT -> Optional.empty();
      case AUTHORITY -> Optional.of(face.authority());
      case LICENCE_NUMBER -> face.licenceNumber();
      case DUPLICATE_LABEL ->
          copy instanceof Copy.Duplicate duplicate
              ? Optional.of(duplicate.label())
              : Optional.empty();
      case ISSUE_YEAR -> face.issueDate().map(date -> date.substring(0, 4));
      case ISSUE_MONTH -> face.issueDate().map(date -> date.substring(5, 7));
      case ISSUE_DAY -> face.issueDate().map(date -> date.substring(8));
    };
  }

  private static Optional<String> item(LicenceFace face, FaceItem item) {
    return Optional.ofNullable(face.items().get(item));
  }

  private Piece piece(SheetPart part, Field field, String text) {
    return switch (typesetter.fit(field, text)) {
      case Typesetter.Fit.Fitted fitted -> new Piece.Fits(fitted);
      case Typesetter.Fit.TooLong _ -> new Piece.Refused(new Rendering.DoesNotFit(part));
      case Typesetter.Fit.Missing missing ->
          new Piece.Refused(new Rendering.MissingGlyph(part, missing.codePoint()));
    };
  }

  private Pdf draw(
      LicenceForm form,
      List<Label> labels,
      List<Typesetter.Fit.Fitted> texts,
      QrSymbol qr,
      boolean preview) {
    try (var paper = new Paper(form.width(), form.height())) {
      if (preview) {
        typesetter.draw(paper, form.stock().previewMark());
        new BlankSheet(fonts).draw(paper, form.stock());
      }
      qr.draw(paper);
      texts.forEach(text -> typesetter.draw(paper, text));
      labels.forEach(label -> typesetter.draw(paper, label));
      return paper.finish();
    }
  }
}
