package io.hall24.device.lds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Master lists that OpenSSL has signed; only the list inside is put together here. */
class MasterListTest {
  private static final String LIST = "2.23.136.1.1.2";
  private static final String LIST_SIGNER = "2.23.136.1.1.3";

  @TempDir Path office;
  private Path trust;

  @BeforeEach
  void foundStates() throws Exception {
    trust = Files.createDirectory(office.resolve("trust"));
    for (String state : List.of("ours", "other", "third")) {
      openssl(
          "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /C=UT/CN="
              + state
              + " -addext keyUsage=critical,keyCertSign -keyout "
              + state
              + ".key -outform DER -out "
              + state
              + ".der");
    }
  }

  @Test
  void aListOfATrustedStateAddsItsCountries() throws Exception {
    trustOurs();
    sign(signer("ours", LIST_SIGNER), list("other", "third"));
    assertEquals(3, TrustedIssuers.load(trust).count());
  }

  @Test
  void aCountryInThreeFilesCountsOnce() throws Exception {
    trustOurs();
    sign(signer("ours", LIST_SIGNER), list("ours", "other", "other"));
    assertEquals(2, TrustedIssuers.load(trust).count());
  }

  @Test
  void aListOfAStateThatOnlyTheListNamesIsRefused() throws Exception {
    trustOurs();
    sign(signer("other", LIST_SIGNER), list("other", "third"));
    assertRefused("whose own certificate must lie beside it");
  }

  @Test
  void aListAloneIsNoTrust() throws Exception {
    sign(signer("ours", LIST_SIGNER), list("ours"));
    assertRefused("no certificate of a country");
  }

  @Test
  void whoSignsDocumentsSignsNoLists() throws Exception {
    trustOurs();
    sign(signer("ours", "1.3.6.1.5.5.7.3.4"), list("other"));
    assertRefused("may not sign master lists");
  }

  @Test
  void aCertificatePutIntoASignedListIsNoticed() throws Exception {
    trustOurs();
    Path list = sign(signer("ours", LIST_SIGNER), list("other"));
    byte[] bytes = Files.readAllBytes(list);
    byte[] other = Files.readAllBytes(office.resolve("other.der"));
    int inside = indexOf(bytes, other);
    bytes[inside + other.length / 2] ^= 1;
    Files.write(list, bytes);
    assertRefused("was changed after it was signed");
  }

  @Test
  void whatIsNoCertificateInsideIsLeftOut() throws Exception {
    trustOurs();
    byte[] leaf = Files.readAllBytes(office.resolve(signer("ours", LIST_SIGNER) + ".der"));
    sign(
        "signer",
        object(0x30, join(object(0x02, new byte[1]), object(0x31, join(leaf, der("other"))))));
    assertEquals(2, TrustedIssuers.load(trust).count());
  }

  private void assertRefused(String why) {
    var refused = assertThrows(IOException.class, () -> TrustedIssuers.load(trust));
    assertTrue(String.valueOf(refused.getMessage()).contains(why), refused::getMessage);
  }

  private void trustOurs() throws IOException {
    Files.copy(office.resolve("ours.der"), trust.resolve("ours.cer"));
  }

  /** A certificate for one purpose, issued by a state. */
  private String signer(String state, String purpose) throws Exception {
    openssl(
        "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /C=UT/CN=signer -keyout"
            + " signer.key -out signer.csr");
    Files.writeString(office.resolve("uses"), "extendedKeyUsage=critical," + purpose + "\n");
    openssl(
        "x509 -req -in signer.csr -CAform DER -CA "
            + state
            + ".der -CAkey "
            + state
            + ".key -days 30 -extfile uses -outform DER -out signer.der");
    return "signer";
  }

  private Path sign(String signer, byte[] content) throws Exception {
    Files.write(office.resolve("content"), content);
    openssl("x509 -inform DER -in " + signer + ".der -out signer.pem");
    openssl(
        "cms -sign -binary -nodetach -econtent_type "
            + LIST
            + " -in content -signer signer.pem -inkey signer.key -outform DER -out trust/list.ml");
    return trust.resolve("list.ml");
  }

  /** CscaMasterList (ICAO Doc 9303 part 12, 9.2): version 0 and a set of certificates. */
  private byte[] list(String... states) throws IOException {
    ByteArrayOutputStream set = new ByteArrayOutputStream();
    for (String state : states) {
      set.write(der(state));
    }
    return object(0x30, join(object(0x02, new byte[1]), object(0x31, set.toByteArray())));
  }

  private byte[] der(String state) throws IOException {
    return Files.readAllBytes(office.resolve(state + ".der"));
  }

  private static byte[] object(int tag, byte[] value) {
    byte[] head =
        value.length < 0x80
            ? new byte[] {(byte) tag, (byte) value.length}
            : new byte[] {(byte) tag, (byte) 0x82, (byte) (value.length >> 8), (byte) value.length};
    return join(head, value);
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static int indexOf(byte[] whole, byte[] part) {
    for (int at = 0; at + part.length <= whole.length; at++) {
      if (java.util.Arrays.equals(whole, at, at + part.length, part, 0, part.length)) {
        return at;
      }
    }
    throw new IllegalStateException("not in it");
  }

  private void openssl(String arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("openssl"));
    command.addAll(List.of(arguments.split(" ")));
    Path log = office.resolve("openssl.log");
    Process process =
        new ProcessBuilder(command)
            .directory(office.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> arguments + ": " + read(log));
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException unreadable) {
      return "";
    }
  }
}
