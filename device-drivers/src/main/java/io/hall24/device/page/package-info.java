/**
 * What opens a chip, read from a picture of the page that it lies in: machine readable zone (ICAO
 * Doc 9303 part 3, 4) and card access number, in OCR-B. Knows no camera and no reader.
 */
@NullMarked
package io.hall24.device.page;

import org.jspecify.annotations.NullMarked;
