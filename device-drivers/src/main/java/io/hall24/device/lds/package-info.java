/**
 * What the files of an electronic travel document say, and whether to believe them: the logical
 * data structure and passive authentication of ICAO Doc 9303 parts 10 and 11. Knows no reader.
 */
@NullMarked
package io.hall24.device.lds;

import org.jspecify.annotations.NullMarked;
