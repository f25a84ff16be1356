/**
 * Floor 5: the invented people, their documents, faces and sheets of stock. May know every room
 * below, never {@code ui}.
 */
@NullMarked
package io.hall24.kiosk.demo;

import org.jspecify.annotations.NullMarked;
