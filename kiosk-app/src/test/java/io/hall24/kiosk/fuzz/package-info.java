/**
 * Parsers under coverage-guided fuzzing: whatever bytes come, a typed failure or a correct reading.
 */
@NullMarked
package io.hall24.kiosk.fuzz;

import org.jspecify.annotations.NullMarked;
