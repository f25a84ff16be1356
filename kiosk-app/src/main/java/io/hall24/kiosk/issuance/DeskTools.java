package io.hall24.kiosk.issuance;

import io.hall24.kiosk.gateway.JournalUpload;
import io.hall24.kiosk.gateway.Registry;
import java.util.function.LongSupplier;

/**
 * What the desk works with.
 *
 * @param registry asked for grants
 * @param upload brings the registry up to date with the journal
 * @param press lays out faces
 * @param reader reads printed sheets
 * @param path printer, eye, presenter
 * @param usableBytes free space of the journal's disk, bytes
 */
public record DeskTools(
    Registry registry,
    JournalUpload upload,
    LicencePress press,
    SheetEye reader,
    OutputPath path,
    LongSupplier usableBytes) {}
