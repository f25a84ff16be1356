package io.hall24.kiosk.demo.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.licence.PrintRoom;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The electronic form of an order, as OpenSSL, veraPDF and its reader see it. */
class ElectronicLicenceTest {
  private static final String ORDER = "YL-2026-000318";

  private static Optional<SandboxRegistry> running = Optional.empty();

  @TempDir Path directory;
  private final ScriptedTerminal terminal = new ScriptedTerminal(sandbox(), "T-100", 1);

  private static SandboxRegistry sandbox() {
    return running.orElseThrow();
  }

  /** Once, because reading the fonts takes longer than all the rest. */
  @BeforeAll
  static void start(@TempDir Path home) throws IOException {
    running =
        Optional.of(
            SandboxRegistry.start(
                home.resolve("registry.db"),
                0,
                Seed.demo(),
                Optional.of(PrintRoom.directory()),
                HallClock.system()));
  }

  @AfterAll
  static void stop() {
    sandbox().close();
  }

  private JsonNode pickUp(String order) throws Exception {
    return terminal.call(
        "POST",
        "/v1/orders/pick-up",
        "COLLECTION",
        ScriptedTerminal.object().put("orderId", order));
  }

  private static HttpResponse<byte[]> get(URI address) throws Exception {
    try (HttpClient phone = HttpClient.newHttpClient()) {
      return phone.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private byte[] fetched() throws Exception {
    HttpResponse<byte[]> answer = get(URI.create(pickUp(ORDER).get("url").asText()));
    assertEquals(200, answer.statusCode());
    return answer.body();
  }

  @Test
  void addressGivesTheWholeLicenceAndCannotBeGuessed() throws Exception {
    JsonNode first = pickUp(ORDER);
    JsonNode second = pickUp(ORDER);
    assertNotEquals(first.get("url").asText(), second.get("url").asText());
    assertFalse(first.get("url").asText().contains(ORDER));
    try (var pdf = Loader.loadPDF(fetched())) {
      String text = new PDFTextStripper().getText(pdf);
      assertTrue(text.contains("云岭示例㛃禾茶业有限公司"), text);
      assertTrue(text.contains("营业执照"), text);
      assertTrue(text.contains("样本"), text);
    }
    assertEquals(404, get(sandbox().url().resolve("/pick-up/0123")).statusCode());
  }

  @Test
  void unknownAndHeldOrdersHaveNone() throws Exception {
    assertEquals("NOT_FOUND", pickUp("nobody-1").get("problem").asText());
    String before = pickUp(ORDER).get("url").asText();
    sandbox().hold(ORDER, true);
    assertEquals("NOT_FOUND", pickUp(ORDER).get("problem").asText());
    assertEquals(404, get(URI.create(before)).statusCode(), "held after the address was given");
    sandbox().hold(ORDER, false);
  }

  @Test
  void signatureIsPadesBaselineAndOpensslBelievesItOnlyUnchanged() throws Exception {
    byte[] pdf = fetched();
    try (var document = Loader.loadPDF(pdf)) {
      PDSignature signature = document.getLastSignatureDictionary();
      assertEquals("ETSI.CAdES.detached", signature.getSubFilter());
      assertNotNull(signature.getSignDate(), "EN 319 142-1: the claimed time");
      byte[] cms = signature.getContents(pdf);
      byte[] content = signature.getSignedContent(pdf);
      int[] range = signature.getByteRange();
      assertEquals(pdf.length, range[2] + range[3], "all of the file is signed");
      var signer = new CMSSignedData(cms).getSignerInfos().iterator().next();
      assertNotNull(
          signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2));
      assertNull(signer.getSignedAttributes().get(CMSAttributes.signingTime));
      assertEquals(0, openssl(cms, content));
      content[content.length / 2] ^= 1;
      assertNotEquals(0, openssl(cms, content), "a changed document");
    }
  }

  private int openssl(byte[] cms, byte[] content) throws Exception {
    Path signature = Files.write(directory.resolve("cms.der"), cms);
    Path signed = Files.write(directory.resolve("content"), content);
    Path trusted =
        Files.writeString(
            directory.resolve("trusted.pem"),
            "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(sandbox().sealCertificate().getEncoded())
                + "\n-----END CERTIFICATE-----\n");
    Process process =
        new ProcessBuilder(
                "openssl",
                "cms",
                "-verify",
                "-binary",
                "-inform",
                "DER",
                "-purpose",
                "any",
                "-cades",
                "-in",
                signature.toString(),
                "-content",
                signed.toString(),
                "-CAfile",
                trusted.toString(),
                "-out",
                directory.resolve("out").toString())
            .redirectErrorStream(true)
            .start();
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  @Test
  void archivePackageHoldsTheCaseAndItsListIsSigned() throws Exception {
    terminal.enrol("DEMO");
    terminal.load("A1000", "A1009");
    terminal.tell("requested", "issuance-0001", ORDER, "original");
    terminal.upload();
    assertEquals(
        "GRANTED", terminal.grant("issuance-0001", ORDER, "original").get("answer").asText());
    HttpResponse<byte[]> answer = get(sandbox().url().resolve("/archive/" + ORDER));
    assertEquals(200, answer.statusCode());
    Map<String, byte[]> files = unpacked(answer.body());
    JsonNode list = CanonicalJson.read(text(files, "manifest.json"));
    assertEquals(list.toString(), ScriptedTerminal.payload(text(files, "manifest.jws")).toString());
    assertEquals("99999920261120000318", list.get("caseNumber").asText());
    assertEquals(files.size() - 2, list.get("files").size(), "all but the list itself is listed");
    for (var file : list.get("files").properties()) {
      byte[] content = files.getOrDefault(file.getKey(), new byte[0]);
      assertEquals(
          HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)),
          file.getValue().asText(),
          file.getKey());
    }
    assertTrue(files.containsKey("grants/issuance-0001.jws"), files.keySet()::toString);
    assertTrue(text(files, "events.json").contains("issuance.requested"));
    assertEquals(404, get(sandbox().url().resolve("/archive/nobody-1")).statusCode());
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void signedDocumentIsPdfA2u() throws Exception {
    assertEquals("", VeraPdf.faults(fetched()));
  }
}
