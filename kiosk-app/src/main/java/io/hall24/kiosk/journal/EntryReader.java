package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyVault;
import java.util.Optional;

/** Turns stored entries back into content and events. */
record EntryReader(CryptoSuite suite, KeyVault vault, Codecs codecs) {
  private ContentReader contents() {
    return new ContentReader(suite, Optional.of(vault));
  }

  /** Empty when the key is gone or no room knows the type. */
  Optional<Recorded<?>> event(StoredEntry entry) {
    EntryHeader header = entry.header();
    return codecs
        .named(header.type())
        .flatMap(
            codec -> contents().content(entry).map(content -> recorded(entry, codec, content)));
  }

  private static <E extends Event> Recorded<E> recorded(
      StoredEntry entry, EventCodec<E> codec, EntryContent content) {
    EntryHeader header = entry.header();
    return new Recorded<>(
        header.sequence(),
        codec.decode(header.version(), content.payload().toArray()),
        header.recordedAt(),
        header.verifiedAt(),
        entry.hash());
  }

  Entry wireForm(StoredEntry entry) {
    return contents().wireForm(entry);
  }
}
