package io.hall24.kiosk.app;

import io.hall24.device.time.Chore;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.gateway.Bundles;
import io.hall24.kiosk.gateway.UploadLoop;
import io.hall24.kiosk.issuance.AnnouncedVisits;
import io.hall24.kiosk.journal.Journal;

/**
 * What goes on with the registry beside visits.
 *
 * @param upload sends the record
 * @param news asks for what the registry has for this terminal
 */
record RegistryTalk(Chore upload, Chore news) implements AutoCloseable {
  /** Begins. */
  static RegistryTalk begin(
      Uplink uplink,
      Journal journal,
      AnnouncedVisits announced,
      BundleShelf shelf,
      HallClock clock) {
    return new RegistryTalk(
        UploadLoop.start(uplink.link(), uplink.upload(), journal, clock),
        RegistryNews.start(announced, shelf, new Bundles(uplink.link()), clock));
  }

  @Override
  public void close() {
    upload.close();
    news.close();
  }
}
