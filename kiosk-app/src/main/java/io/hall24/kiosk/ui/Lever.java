package io.hall24.kiosk.ui;

/**
 * Something that an operator of a demonstration does to the world around the terminal.
 *
 * @param id stable, for tests
 * @param label in words
 * @param pull does it; may take its time
 */
public record Lever(String id, Words label, Runnable pull) {}
