package io.hall24.kiosk.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.Jws;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.StatementSigner;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.crypto.Verification;
import java.util.List;
import java.util.Optional;

/**
 * The terminal's signed word that it wrote or walked the chain up to here and found it intact, so
 * that a start need not walk it all again. Signed with the terminal's own key: whoever changes the
 * file alone can at worst make a start walk everything.
 *
 * @param hash of the entry with that sequence
 * @param keys digest of the {@link KeyBook} as of there
 */
record VerifiedMark(String journalId, long sequence, Bytes hash, Bytes keys) {
  private static final String TYPE = "hall24-journal-mark+json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Where a chain ends, if it has an entry at all. */
  static Optional<VerifiedMark> at(ChainHead head, Bytes keys) {
    return head.sequence() == 0
        ? Optional.empty()
        : Optional.of(
            new VerifiedMark(head.journalId(), head.sequence(), Bytes.fromHex(head.hash()), keys));
  }

  int store(Sql sql, CryptoSuite suite, KeyVault vault) {
    String statement =
        JSON.createObjectNode()
            .put("journalId", journalId)
            .put("sequence", sequence)
            .put("hash", hash.hex())
            .put("keys", keys.hex())
            .toString();
    Jws signed = new StatementSigner(suite, vault.signingKey()).sign(TYPE, Bytes.utf8(statement));
    return sql.update(
        "INSERT OR REPLACE INTO verified_mark(one, signed) VALUES (1, ?)", signed.compact());
  }

  static int remove(Sql sql) {
    return sql.update("DELETE FROM verified_mark");
  }

  /**
   * The mark, if there is one that this terminal signed for an entry that is still there, with
   * these keys.
   */
  static Optional<VerifiedMark> load(
      Sql sql, JournalIdentity identity, CryptoSuite suite, KeyVault vault) {
    var verifier = new StatementVerifier(suite, List.of(vault.signingKey().verification()));
    return sql.first("SELECT signed FROM verified_mark", row -> row.text("signed"))
        .map(signed -> verifier.verify(new Jws(signed), TYPE))
        .flatMap(VerifiedMark::read)
        .filter(mark -> mark.journalId().equals(identity.journalId()))
        .filter(mark -> mark.isIn(sql))
        .filter(mark -> mark.keys().equals(KeyBook.load(sql).digest(suite)));
  }

  private static Optional<VerifiedMark> read(Verification verification) {
    return switch (verification) {
      case Verification.Valid(var statement) -> read(statement.content().text());
      case Verification.Invalid invalid -> Optional.empty();
    };
  }

  private static Optional<VerifiedMark> read(String statement) {
    try {
      JsonNode said = JSON.readTree(statement);
      return Optional.of(
          new VerifiedMark(
              said.path("journalId").asText(),
              said.path("sequence").asLong(),
              Bytes.fromHex(said.path("hash").asText()),
              Bytes.fromHex(said.path("keys").asText())));
    } catch (JsonProcessingException neverSigned) {
      return Optional.empty();
    }
  }

  private boolean isIn(Sql sql) {
    return sql.first(
            "SELECT hash FROM event WHERE sequence = ?", row -> row.bytes("hash"), sequence)
        .equals(Optional.of(hash));
  }
}
