/** Floor 5: a catalogue as large as a province's, made up, to measure searching with. */
@NullMarked
package io.hall24.kiosk.demo.catalogue;

import org.jspecify.annotations.NullMarked;
