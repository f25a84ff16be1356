package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyState;
import io.hall24.kiosk.crypto.KeyVault;
import java.util.Optional;

/** Opens the content of stored entries whose key is at hand. */
record ContentReader(CryptoSuite suite, Optional<KeyVault> vault) {
  /** Empty when the key is gone. */
  Optional<EntryContent> content(StoredEntry entry) {
    return vault
        .map(keys -> keys.find(entry.keyName()))
        .flatMap(state ->
            state instanceof KeyState.Present(var key)
                ? entry.content(suite, key)
                : Optional.empty());
  }

  Entry wireForm(StoredEntry entry) {
    return new Entry(entry.header(), content(entry), entry.commitment(), entry.hash());
  }
}
