package io.hall24.kiosk.issuance;

/**
 * What a start did with one open issuance.
 *
 * @param ticket which
 * @param found the state in which the last run left it
 * @param now the state in which it is
 */
public record Recovered(Ticket ticket, IssuanceState found, IssuanceState now) {}
