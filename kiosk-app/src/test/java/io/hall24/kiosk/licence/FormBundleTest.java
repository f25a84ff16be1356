package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.Mistake;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.SigningKey;
import io.hall24.kiosk.crypto.StatementSigner;
import io.hall24.kiosk.crypto.StatementVerifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FormBundleTest {
  private static final CryptoSuite SUITE = CryptoSuite.international();
  private static final String NAME = "yunling-2026";

  private final SigningKey authority = SUITE.newSigningKey();
  @TempDir Path bundle;

  @BeforeEach
  void authorityMakesItsForms() throws IOException {
    for (String file : LicenceForms.FILES) {
      String official =
          PrintRoom.shippedForm(file)
              .replace("form: unofficial-sample-2019", "form: " + NAME)
              .replaceFirst("(?m)^sample-mark:.*\n", "");
      Files.writeString(bundle.resolve(file), official);
    }
    sign(NAME, authority, FormBundle.TYPE);
  }

  private void sign(String name, SigningKey key, String type) throws IOException {
    String manifest =
        "{\"form\":\"%s\",\"files\":{\"%s\":\"%s\",\"%s\":\"%s\"}}"
            .formatted(
                name,
                LicenceForms.FILES.get(0),
                hash(LicenceForms.FILES.get(0)),
                LicenceForms.FILES.get(1),
                hash(LicenceForms.FILES.get(1)));
    Files.writeString(
        bundle.resolve(FormBundle.SIGNATURE),
        new StatementSigner(SUITE, key).sign(type, Bytes.utf8(manifest)).compact());
  }

  private String hash(String file) throws IOException {
    return SUITE.digest(Bytes.of(Files.readAllBytes(bundle.resolve(file)))).hex();
  }

  private FormsLoading load() {
    return FormBundle.load(bundle, new StatementVerifier(SUITE, List.of(authority.verification())));
  }

  private List<Mistake> mistakes() {
    return assertInstanceOf(FormsLoading.Faulty.class, load()).mistakes();
  }

  @Test
  void signedFormsArePrintedOnControlledStock() {
    LicenceForms forms = assertInstanceOf(FormsLoading.Loaded.class, load()).forms();
    assertEquals(NAME, forms.original().name());
    assertEquals(Optional.empty(), forms.objection(LicenceForms.Stock.CONTROLLED));
    assertTrue(forms.objection(LicenceForms.Stock.INVENTED).isPresent(), "no 样本, no demo");
    String printed =
        PdfText.of(
            PrintRoom.pdf(
                new LicenceRenderer(forms, PrintRoom.fonts())
                    .overprint(PrintRoom.order("cha").face(), new Copy.Original())));
    assertTrue(!printed.contains("样本"), printed);
  }

  @Test
  void shippedSampleFormsAreRefusedOnControlledStockAndWelcomeInADemonstration() {
    LicenceForms shipped = LicenceForms.shipped();
    assertTrue(shipped.objection(LicenceForms.Stock.CONTROLLED).isPresent());
    assertEquals(Optional.empty(), shipped.objection(LicenceForms.Stock.INVENTED));
  }

  @Test
  void sampleFormsStayRefusedOnControlledStockEvenWhenTheyAreSigned() throws IOException {
    for (String file : LicenceForms.FILES) {
      Files.writeString(bundle.resolve(file), PrintRoom.shippedForm(file));
    }
    sign("unofficial-sample-2019", authority, FormBundle.TYPE);
    LicenceForms forms = assertInstanceOf(FormsLoading.Loaded.class, load()).forms();
    assertTrue(forms.objection(LicenceForms.Stock.CONTROLLED).isPresent());
  }

  @Test
  void fileThatWasChangedAfterSigningIsNamed() throws IOException {
    Path file = bundle.resolve("duplicate-a4.yaml");
    Files.writeString(file, Files.readString(file).replace("left: 215", "left: 214"));
    assertEquals(List.of("duplicate-a4.yaml"), mistakes().stream().map(Mistake::file).toList());
  }

  @Test
  void signatureOfSomebodyElseIsNotBelieved() throws IOException {
    sign(NAME, SUITE.newSigningKey(), FormBundle.TYPE);
    assertTrue(mistakes().getFirst().problem().contains("UNKNOWN_KEY"), mistakes()::toString);
  }

  @Test
  void statementOfAnotherKindIsNotBelieved() throws IOException {
    sign(NAME, authority, "hall24-answer");
    assertTrue(mistakes().getFirst().problem().contains("WRONG_TYPE"), mistakes()::toString);
  }

  @Test
  void signatureForAnotherFormIsNotBelieved() throws IOException {
    sign("another-2026", authority, FormBundle.TYPE);
    assertTrue(mistakes().getFirst().problem().contains("another form"), mistakes()::toString);
  }

  @Test
  void everyMissingFileIsNamed() throws IOException {
    Files.delete(bundle.resolve("original-a3.yaml"));
    Files.delete(bundle.resolve(FormBundle.SIGNATURE));
    assertEquals(
        List.of("original-a3.yaml", FormBundle.SIGNATURE),
        mistakes().stream().map(Mistake::file).toList());
  }

  @Test
  void whatIsNeitherJsonNorAManifestIsAMistake() throws IOException {
    var signer = new StatementSigner(SUITE, authority);
    Path file = bundle.resolve(FormBundle.SIGNATURE);
    for (String content : List.of("forms", "[]", "{\"files\":{}}")) {
      Files.writeString(file, signer.sign(FormBundle.TYPE, Bytes.utf8(content)).compact());
      assertTrue(!mistakes().isEmpty(), content);
    }
  }

  @Test
  void mistakesOfSignedFormsAreReportedWithTheirLines() throws IOException {
    Path file = bundle.resolve("original-a3.yaml");
    Files.writeString(file, Files.readString(file).replace("left: 304", "left: 504"));
    sign(NAME, authority, FormBundle.TYPE);
    assertEquals("qr.left", mistakes().getFirst().where());
    assertTrue(mistakes().getFirst().line() > 1);
  }
}
