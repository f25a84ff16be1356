package io.hall24.kiosk.licence;

/** The outcome of setting a licence face into a form: a document, or why there is none. */
public sealed interface Rendering {
  /** Everything stands where the form wants it. */
  record Rendered(Pdf pdf) implements Rendering {}

  /** A text is too long for its room even at the least size; nothing may be left out. */
  record DoesNotFit(SheetPart part) implements Rendering {}

  /**
   * No font has a character; a box in its place would be a false licence.
   *
   * @param codePoint the character
   */
  record MissingGlyph(SheetPart part, int codePoint) implements Rendering {}

  /** The face lacks a part that the form requires for this type of entity. */
  record Absent(SheetPart part) implements Rendering {}

  /** The face has a part that the form knows no place for. */
  record Unplaced(SheetPart part) implements Rendering {}

  /** The form does not know this type of entity. */
  record UnknownType(EntityType type) implements Rendering {}
}
