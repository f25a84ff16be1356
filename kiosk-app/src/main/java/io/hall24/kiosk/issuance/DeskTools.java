package io.hall24.kiosk.issuance;

import io.hall24.kiosk.gateway.JournalUpload;
import io.hall24.kiosk.gateway.Registry;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the desk works with.
 *
 * @param registry asked for grants
 * @param upload brings the registry up to date with the journal
 * @param announced what the registry granted beforehand
 * @param press lays out faces
 * @param reader reads printed sheets
 * @param path printer, eye, presenter
 * @param usableBytes free space of the journal's disk, bytes
 * @param surroundings what stands in the way beside the way of the sheet: power, housing
 */
public record DeskTools(
    Registry registry,
    JournalUpload upload,
    AnnouncedVisits announced,
    LicencePress press,
    SheetEye reader,
    OutputPath path,
    LongSupplier usableBytes,
    Supplier<List<Obstacle>> surroundings) {

  /** Of a terminal that knows nothing of its surroundings. */
  public DeskTools(
      Registry registry,
      JournalUpload upload,
      AnnouncedVisits announced,
      LicencePress press,
      SheetEye reader,
      OutputPath path,
      LongSupplier usableBytes) {
    this(registry, upload, announced, press, reader, path, usableBytes, List::of);
  }
}
