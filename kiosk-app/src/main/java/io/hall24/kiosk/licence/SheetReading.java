package io.hall24.kiosk.licence;

import java.util.Optional;

/**
 * What a camera or scanner reads on a sheet.
 *
 * @param qr content of the QR code, which only a printed sheet has
 * @param code the printed unified social credit code
 * @param sheetNumber the pre-printed number
 * @param inkShare share of dark pixels where the form lets the terminal print, 0 to 1; near 0 when
 *     nothing was printed
 */
public record SheetReading(
    Optional<String> qr, Optional<String> code, Optional<String> sheetNumber, double inkShare) {}
