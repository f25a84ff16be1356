package io.hall24.device.sam;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The photo decoders on the class path. */
final class PhotoDecoders {
  /** The name that asks for none. */
  static final String NONE = "none";

  private PhotoDecoders() {}

  static Optional<CardPhotoDecoder> find(String name) {
    return installed().stream().filter(decoder -> decoder.name().equals(name)).findFirst();
  }

  static List<String> names() {
    return installed().stream().map(CardPhotoDecoder::name).sorted().toList();
  }

  private static List<CardPhotoDecoder> installed() {
    return ServiceLoader.load(CardPhotoDecoder.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }
}
