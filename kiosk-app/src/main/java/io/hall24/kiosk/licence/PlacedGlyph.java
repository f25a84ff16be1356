package io.hall24.kiosk.licence;

/**
 * A glyph in a line.
 *
 * @param tightened how much it is moved towards the one before it, em
 */
record PlacedGlyph(PaperFonts.Glyph glyph, double tightened) {}
