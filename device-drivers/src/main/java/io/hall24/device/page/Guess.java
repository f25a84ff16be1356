package io.hall24.device.page;

/**
 * What a character may be.
 *
 * @param likeness from -1 to 1
 */
record Guess(char character, double likeness) {}
