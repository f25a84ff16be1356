package io.hall24.kiosk.catalogue;

/**
 * Characters that somebody may mean by the letters they typed.
 *
 * @param text the characters
 * @param letters how many of the letters they stand for, from the first on
 */
public record Candidate(String text, int letters) {}
