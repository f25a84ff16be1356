/**
 * Programs without which devices cannot work, killed at any moment and brought back, many times
 * over: how soon it shows, how soon the device works again, and what it leaves behind.
 */
@NullMarked
package io.hall24.kiosk.demo.wear;

import org.jspecify.annotations.NullMarked;
