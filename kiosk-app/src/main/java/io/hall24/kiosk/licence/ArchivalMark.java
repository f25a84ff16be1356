package io.hall24.kiosk.licence;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;

/** What makes a document with embedded fonts a PDF/A-2u: its declaration and its colours. */
final class ArchivalMark {
  private static final String COLOURS = "sRGB IEC61966-2.1";

  private ArchivalMark() {}

  static void put(PDDocument document, String title) {
    try {
      var metadata = new PDMetadata(document);
      metadata.importXMPMetadata(declaration(title).getBytes(StandardCharsets.UTF_8));
      document.getDocumentCatalog().setMetadata(metadata);
      byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
      var intent = new PDOutputIntent(document, new ByteArrayInputStream(profile));
      intent.setInfo(COLOURS);
      intent.setOutputCondition(COLOURS);
      intent.setOutputConditionIdentifier(COLOURS);
      intent.setRegistryName("http://www.color.org");
      document.getDocumentCatalog().addOutputIntent(intent);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** ISO 19005-2, 6.6.4; the packet's id is that of the XMP specification. */
  private static String declaration(String title) {
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
    <pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
    </rdf:Description>
    </rdf:RDF></x:xmpmeta>
    <?xpacket end="r"?>\
    """
        .formatted(escaped(title));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
