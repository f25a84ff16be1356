package io.hall24.kiosk.crypto;

/**
 * What somebody signed.
 *
 * @param type the {@code typ} of the JWS, e.g. {@code hall24-grant+json}; a signature counts only
 *     for the type that the reader expects, so that a receipt never passes as a grant
 * @param content the signed bytes, most often JSON in UTF-8
 * @param keyId of the key that signed
 */
public record Statement(String type, Bytes content, String keyId) {}
