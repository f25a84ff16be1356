/**
 * The sandbox registry: the government side of the contract, strict, on its own SQLite database. A
 * judge of the terminal: it imports nothing of {@code gateway}, {@code issuance}, {@code journal}
 * or {@code crypto}.
 */
@NullMarked
package io.hall24.kiosk.demo.registry;

import org.jspecify.annotations.NullMarked;
