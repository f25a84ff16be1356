package io.hall24.kiosk.demo.registry;

import java.io.ByteArrayInputStream;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The reference validator of PDF/A. */
final class VeraPdf {
  private VeraPdf() {}

  /** What keeps a document from being a PDF/A-2u; empty when nothing does. */
  static String faults(byte[] pdf) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
        var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
      return validator.validate(parser).getTestAssertions().stream()
          .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
          .collect(Collectors.joining("\n"));
    }
  }
}
