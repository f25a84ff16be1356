package io.hall24.device.sam;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the driver was told.
 *
 * @param port a name that stays
 * @param baud bits per second
 * @param newAddress whether the address that was written later is read too
 * @param photoDecoder name of the photo's decoder
 * @param hosted that decoder, where it runs in a process of its own
 * @param layouts directory with more record layouts
 */
record SamSetup(
    Path port,
    int baud,
    boolean newAddress,
    String photoDecoder,
    Optional<HostedPhotoDecoder> hosted,
    Optional<Path> layouts) {
  /** What makes sense of a record; a failure when a layout file does not. */
  Attempt<CardInterpreter> interpreter() {
    RecordLayouts shipped = RecordLayouts.shipped();
    try {
      return Attempt.done(
          new CardInterpreter(layouts.isPresent() ? shipped.with(layouts.get()) : shipped));
    } catch (IOException unusable) {
      return Attempt.failed(new DeviceFailure.UserError("layouts: " + unusable.getMessage()));
    }
  }

  /** What makes a picture of the photo, running if it is a process; empty when there is none. */
  Attempt<Optional<CardPhotoDecoder>> photos() {
    if (hosted.isPresent()) {
      try {
        hosted.get().open();
        return Attempt.done(hosted.map(decoder -> decoder));
      } catch (IOException another) {
        return Attempt.failed(
            new DeviceFailure.UserError("photo decoder: " + another.getMessage()));
      }
    }
    Optional<CardPhotoDecoder> photos = PhotoDecoders.find(photoDecoder);
    return photos.isEmpty() && !photoDecoder.equals(PhotoDecoders.NONE)
        ? Attempt.failed(
            new DeviceFailure.UserError(
                "no photo decoder '" + photoDecoder + "'; installed: " + PhotoDecoders.names()))
        : Attempt.done(photos);
  }
}
