package io.hall24.kiosk.licence;

import io.hall24.config.Profile.Calibration;
import io.hall24.config.Profile.Placement;
import io.hall24.kiosk.licence.LicenceForm.CopyKind;
import io.hall24.kiosk.licence.LicenceForm.Field;
import io.hall24.kiosk.licence.LicenceForm.ItemPlace;
import io.hall24.kiosk.licence.LicenceForm.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sets licence faces into forms. Belongs to the thread of its fonts. What it prints is what the
 * registry wrote: a face that cannot be set completely is refused, before anything is drawn.
 */
public final class LicenceRenderer {
  private final LicenceForms forms;
  private final PaperFonts fonts;
  private final Calibration calibration;
  private final Typesetter typesetter;
  private final BlankSheet blank;

  /** A renderer for these forms and a printer that hits the paper exactly. */
  public LicenceRenderer(LicenceForms forms, PaperFonts fonts) {
    this(forms, fonts, Calibration.NONE);
  }

  /**
   * A renderer for these forms.
   *
   * @param calibration of the printer that overprints are for
   */
  public LicenceRenderer(LicenceForms forms, PaperFonts fonts, Calibration calibration) {
    this.forms = forms;
    this.fonts = fonts;
    this.calibration = calibration;
    this.typesetter = new Typesetter(fonts);
    this.blank = new BlankSheet(fonts);
  }

  /**
   * Parses every font that the forms use and draws one sheet for nothing, so that the first licence
   * takes no longer than others.
   */
  public void warmUp() {
    forms.faces().forEach(fonts::warmUp);
    blank.print(forms.original(), 1);
  }

  /** What the terminal lays over a sheet of stock, and nothing that is on the stock already. */
  public Rendering overprint(LicenceFace face, Copy copy) {
    return render(face, copy, Kind.OVERPRINT);
  }

  /** The whole sheet for the screen, with 样本 across it, so that nobody can use it. */
  public Rendering preview(LicenceFace face, Copy copy) {
    return render(face, copy, Kind.PREVIEW);
  }

  /**
   * The whole sheet as PDF/A-2u, for a registry to sign as the electronic form of the licence. With
   * sample forms only: an authority draws its own, with its own emblem and seal.
   */
  public Rendering electronicSample(LicenceFace face, Copy copy) {
    if (!forms.of(copy).sample()) {
      throw new IllegalStateException("an authority's electronic form is not drawn here");
    }
    return render(face, copy, Kind.ELECTRONIC);
  }

  private enum Kind {
    OVERPRINT,
    PREVIEW,
    ELECTRONIC
  }

  /** A text of the registry with the caption before it and the room for it. */
  private record Entry(SheetPart part, String text, Optional<Label> caption, Field room) {}

  /** An entry whose text stands. */
  private record Standing(Optional<Label> caption, Typesetter.Fit.Fitted text) {}

  private Rendering render(LicenceFace face, Copy copy, Kind kind) {
    LicenceForm form = forms.of(copy);
    Optional<List<ItemPlace>> places = form.itemsOf(face.entityType());
    if (places.isEmpty()) {
      return new Rendering.UnknownType(face.entityType());
    }
    Optional<Rendering> mismatch = mismatch(face, places.get());
    if (mismatch.isPresent()) {
      return mismatch.get();
    }
    List<Standing> standing = new ArrayList<>();
    for (Entry entry : entries(form, face, copy, places.get())) {
      switch (typesetter.fit(entry.room(), entry.text())) {
        case Typesetter.Fit.Fitted fitted -> standing.add(new Standing(entry.caption(), fitted));
        case Typesetter.Fit.TooLong _ -> {
          return new Rendering.DoesNotFit(entry.part());
        }
        case Typesetter.Fit.Missing missing -> {
          return new Rendering.MissingGlyph(entry.part(), missing.codePoint());
        }
      }
    }
    return QrSymbol.fit(face.qr(), form.qr())
        .<Rendering>map(qr -> new Rendering.Rendered(draw(form, standing, qr, kind, face)))
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

  /** In the order in which a person reads the sheet, and so does a program that extracts it. */
  private static List<Entry> entries(
      LicenceForm form, LicenceFace face, Copy copy, List<ItemPlace> places) {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        new Entry(
            SheetPart.CODE, face.uscc(), Optional.of(form.code().caption()), form.code().number()));
    for (ItemPlace place : places) {
      item(face, place.item())
          .map(text ->
              new Entry(
                  SheetPart.of(place.item()), text, Optional.of(place.caption()), place.text()))
          .ifPresent(entries::add);
    }
    for (SheetPart part : SheetPart.values()) {
      Optional.ofNullable(form.parts().get(part))
          .flatMap(place ->
              text(part, face, copy)
                  .map(text -> new Entry(part, text, place.caption(), place.text())))
          .ifPresent(entries::add);
    }
    return entries;
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

  private Pdf draw(
      LicenceForm form, List<Standing> standing, QrSymbol qr, Kind kind, LicenceFace face) {
    Placement placement = kind == Kind.OVERPRINT ? placement(form.copy()) : Placement.EXACT;
    try (var paper = new Paper(form.width(), form.height(), placement)) {
      switch (kind) {
        case OVERPRINT -> {}
        case PREVIEW -> {
          typesetter.draw(paper, form.stock().previewMark());
          blank.draw(paper, form.stock());
        }
        case ELECTRONIC -> {
          paper.archival("营业执照 " + face.uscc());
          form.stock().mark().ifPresent(mark -> typesetter.draw(paper, mark));
          blank.draw(paper, form.stock());
        }
      }
      for (Standing entry : standing) {
        entry.caption().ifPresent(caption -> typesetter.draw(paper, caption));
        typesetter.draw(paper, entry.text());
      }
      qr.draw(paper);
      form.labels().forEach(label -> typesetter.draw(paper, label));
      form.sampleMark().ifPresent(mark -> typesetter.draw(paper, mark));
      return paper.finish();
    }
  }

  private Placement placement(CopyKind copy) {
    return switch (copy) {
      case ORIGINAL -> calibration.original();
      case DUPLICATE -> calibration.duplicate();
    };
  }
}
