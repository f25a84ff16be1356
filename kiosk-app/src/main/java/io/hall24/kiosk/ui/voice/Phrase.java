package io.hall24.kiosk.ui.voice;

import java.util.Locale;
import java.util.Optional;

/**
 * One thing that is said in one breath.
 *
 * @param text as it is handed to a synthesiser: digits and codes stand one by one
 * @param language of the text
 * @param personal whether nobody but the person may hear it
 * @param prompt key of the text, if it has no values in it, so that a recording may stand for it
 */
public record Phrase(String text, Locale language, boolean personal, Optional<String> prompt) {}
