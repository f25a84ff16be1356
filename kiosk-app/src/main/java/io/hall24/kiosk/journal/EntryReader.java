package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyState;
import io.hall24.kiosk.crypto.KeyVault;
import java.util.Optional;

/** Turns stored entries back into content and events. */
record EntryReader(CryptoSuite suite, KeyVault vault, Codecs codecs) {
  /** Empty when the key is gone. */
  Optional<EntryContent> content(StoredEntry entry) {
    return vault.find(entry.keyName()) instanceof KeyState.Present(var key)
        ? entry.content(suite, key)
        : Optional.empty();
  }

  /** Empty when the key is gone or no room knows the type. */
  Optional<Recorded<?>> event(StoredEntry entry) {
    EntryHeader header = entry.header();
    return codecs
        .named(header.type())
        .flatMap(codec -> content(entry).map(content -> recorded(entry, codec, content)));
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
    return new Entry(entry.header(), content(entry), entry.commitment(), entry.hash());
  }
}
