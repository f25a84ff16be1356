package io.hall24.kiosk.gateway;

import io.hall24.kiosk.journal.ChainHead;
import io.hall24.kiosk.licence.Copy;

/**
 * A request to print one copy of an order.
 *
 * @param issuanceId this attempt's id, random, made by the terminal; the registry takes each once
 * @param orderId which order
 * @param copy which copy of it
 * @param head the terminal's chain head, which the registry must know before it grants
 */
public record GrantRequest(String issuanceId, String orderId, Copy copy, ChainHead head) {}
