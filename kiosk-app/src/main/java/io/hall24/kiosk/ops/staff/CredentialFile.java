package io.hall24.kiosk.ops.staff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.PinHash;
import io.hall24.kiosk.crypto.SealedFiles;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All credentials in one sealed file, whose name the journal remembers. */
final class CredentialFile {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int FIRST_NUMBER = 101;
  private final SealedFiles files;

  CredentialFile(SealedFiles files) {
    this.files = files;
  }

  /**
   * What is kept of one member of staff.
   *
   * @param hash of the PIN
   * @param token the secret of their token for one-time codes
   * @param card the public key of their card, X.509 SubjectPublicKeyInfo, Base64
   */
  record Credential(
      StaffMember member, PinHash hash, Optional<Bytes> token, Optional<String> card) {}

  /**
   * Everything in the file.
   *
   * @param lastNumber the highest that was ever given
   */
  record Content(int lastNumber, List<Credential> credentials) {
    Content {
      credentials = List.copyOf(credentials);
    }

    static Content empty() {
      return new Content(FIRST_NUMBER - 1, List.of());
    }

    /** Somebody by name, or by number in digits. */
    Optional<Credential> find(String who) {
      return credentials.stream()
          .filter(known ->
              known.member().name().text().equals(who)
                  || Integer.toString(known.member().number()).equals(who))
          .findFirst();
    }

    Content with(Credential credential) {
      return new Content(
          Math.max(lastNumber, credential.member().number()),
          List.of(
              java.util.stream.Stream.concat(
                      without(credential.member().name()).credentials().stream(),
                      java.util.stream.Stream.of(credential))
                  .toArray(Credential[]::new)));
    }

    Content without(StaffName name) {
      return new Content(
          lastNumber,
          credentials.stream().filter(known -> !known.member().name().equals(name)).toList());
    }
  }

  /**
   * As it stands in the file.
   *
   * @param token Base64; not there for whoever has none
   * @param card Base64; likewise
   */
  private record Line(
      String name,
      Role role,
      int number,
      String hash,
      @Nullable String token,
      @Nullable String card) {
    static Line of(Credential known) {
      StaffMember member = known.member();
      return new Line(
          member.name().text(),
          member.role(),
          member.number(),
          known.hash().text(),
          known.token().map(Bytes::base64).orElse(null),
          known.card().orElse(null));
    }

    Credential credential() {
      return new Credential(
          new StaffMember(new StaffName(name), role, number),
          PinHash.ofText(hash),
          Optional.ofNullable(token).map(Bytes::fromBase64),
          Optional.ofNullable(card));
    }
  }

  private record Lines(int lastNumber, List<Line> credentials) {}

  /**
   * Reads them.
   *
   * @param name what the journal remembers; without it (a journal that has just begun) the only
   *     file that there is
   * @throws IOException when the file is gone, is not what was written, or cannot be read
   */
  Content read(Optional<String> name) throws IOException {
    List<String> present = files.names();
    if (name.isEmpty() && present.isEmpty()) {
      return Content.empty();
    }
    if (name.isEmpty() && present.size() > 1) {
      throw new IOException(
          "there are several files of staff credentials; remove them and set anew");
    }
    String wanted = name.orElseGet(present::getFirst);
    Bytes content =
        files
            .get(wanted)
            .orElseThrow(() ->
                new IOException(
                    "the staff credentials are not those that the journal names; restore the file "
                        + wanted));
    return content(content);
  }

  private static Content content(Bytes json) throws IOException {
    Lines lines = JSON.readValue(json.toArray(), Lines.class);
    return new Content(
        lines.lastNumber(), lines.credentials().stream().map(Line::credential).toList());
  }

  /** Writes them beside what there is; the journal then has to remember the name. */
  String write(Content content) throws IOException {
    Lines lines =
        new Lines(content.lastNumber(), content.credentials().stream().map(Line::of).toList());
    try {
      return files.put(Bytes.of(JSON.writeValueAsBytes(lines)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("credentials do not encode", impossible);
    }
  }

  /** Erases everything but the file of that name. */
  void keepOnly(String name) throws IOException {
    files.keepOnly(name);
  }
}
