package io.hall24.kiosk.journal;

import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyName;
import io.hall24.kiosk.crypto.KeyState;
import io.hall24.kiosk.crypto.KeyVault;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The tables of projections over one connection. A sealed column is the length of a key's name (1
 * byte), the name, and what the suite sealed under that key.
 *
 * @param current the key of the event that is being applied
 */
record SealedStore(Sql sql, CryptoSuite suite, KeyVault vault, Optional<KeyName> current)
    implements ProjectionStore {
  @Override
  public <T> List<T> query(String statement, Function<Row, T> reader, Object... parameters) {
    return sql.query(statement, reader, parameters);
  }

  @Override
  public int update(String statement, Object... parameters) {
    return sql.update(statement, parameters);
  }

  @Override
  public Bytes seal(Bytes content) {
    KeyName name =
        current.orElseThrow(() -> new IllegalStateException("no event is being applied"));
    if (!(vault.find(name) instanceof KeyState.Present(var key))) {
      throw new IllegalStateException("the key of the event is gone while it is applied");
    }
    Bytes label = Bytes.utf8(name.value());
    Bytes length = Bytes.of(new byte[] {(byte) label.size()});
    return Bytes.join(length, label, suite.seal(key, content, context(name)));
  }

  @Override
  public Optional<Bytes> unseal(Bytes sealed) {
    int end = 1 + Byte.toUnsignedInt(sealed.slice(0, 1).toArray()[0]);
    KeyName name = new KeyName(sealed.slice(1, end).text());
    return vault.find(name) instanceof KeyState.Present(var key)
        ? suite.unseal(key, sealed.slice(end, sealed.size()), context(name))
        : Optional.empty();
  }

  private static Bytes context(KeyName name) {
    return Bytes.utf8("hall24 projection 1 " + name.value());
  }
}
