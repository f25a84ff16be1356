package io.hall24.kiosk.issuance;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.hall24.kiosk.licence.Copy;

/**
 * Names one attempt to issue one copy of an order: one issuance, one grant, one sheet.
 *
 * @param issuanceId random, made by the terminal; the registry takes each once
 * @param orderId which order
 * @param copy which copy of it
 */
public record Ticket(
    @JsonProperty("issuanceId") String issuanceId,
    @JsonProperty("orderId") String orderId,
    @JsonProperty("copy")
        @JsonSerialize(using = Words.CopyOut.class)
        @JsonDeserialize(using = Words.CopyIn.class)
        Copy copy) {}
