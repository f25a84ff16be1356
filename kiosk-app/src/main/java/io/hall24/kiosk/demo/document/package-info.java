/**
 * Travel documents of invented people: an invented state with its signing certificates, and the
 * press that writes the files of a chip. For demonstrations and tests.
 */
@NullMarked
package io.hall24.kiosk.demo.document;

import org.jspecify.annotations.NullMarked;
