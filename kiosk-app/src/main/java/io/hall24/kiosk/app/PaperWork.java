package io.hall24.kiosk.app;

import io.hall24.config.Mistake;
import io.hall24.config.Profile;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.crypto.VerificationKey;
import io.hall24.kiosk.gateway.TrustAnchor;
import io.hall24.kiosk.licence.FormBundle;
import io.hall24.kiosk.licence.FormsLoading;
import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.LicenceRenderer;
import io.hall24.kiosk.licence.PaperFonts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Opens the room that lays out licences: forms, fonts, and the renderer over both. */
final class PaperWork {
  private PaperWork() {}

  /** The fonts of a directory; they are parsed when they are first needed. */
  static PaperFonts fonts(Path directory) throws CannotOpen {
    return switch (PaperFonts.open(directory)) {
      case PaperFonts.Opening.Opened(var opened) -> opened;
      case PaperFonts.Opening.Missing(var file) ->
          throw new CannotOpen(
              "the font " + file + " is missing or cannot be read",
              "fetch the fonts again (installer/demo does) or set HALL24_DATA");
    };
  }

  /** The fonts of a directory, for somebody who can do something without them. */
  static Optional<PaperFonts> found(Path directory) {
    return switch (PaperFonts.open(directory)) {
      case PaperFonts.Opening.Opened(var opened) -> Optional.of(opened);
      case PaperFonts.Opening.Missing _ -> Optional.empty();
    };
  }

  /** A renderer for a terminal's printer, after its forms were looked at with its fonts. */
  static LicenceRenderer renderer(LicenceForms forms, Profile.Issuance rules) throws CannotOpen {
    PaperFonts fonts = fonts(rules.fonts());
    Optional<String> missing = forms.missingCharacter(fonts);
    if (missing.isPresent()) {
      throw new CannotOpen(
          "no font has " + missing.get() + " of the forms", "correct the forms or the fonts");
    }
    return new LicenceRenderer(forms, fonts, rules.calibration());
  }

  /** Where the registry's bundles are kept; forms count only as the configured authority signs. */
  static BundleShelf shelf(Profile profile, Path data) throws CannotOpen {
    Optional<Profile.Forms> bundle = profile.issuance().forms();
    CryptoSuite suite = TerminalSetup.suite(profile);
    return new BundleShelf(
        data, bundle.isPresent() ? Optional.of(authority(bundle.get(), suite)) : Optional.empty());
  }

  /**
   * The forms that a terminal prints with: the authority's own, or samples in a demonstration.
   *
   * @param given the directory of those that came from the registry, which were looked at then
   */
  static LicenceForms forms(Profile profile, Optional<Path> given) throws CannotOpen {
    Optional<Profile.Forms> bundle = profile.issuance().forms();
    LicenceForms forms =
        bundle.isPresent()
            ? signed(
                given.orElse(bundle.get().directory()),
                authority(bundle.get(), TerminalSetup.suite(profile)))
            : LicenceForms.shipped();
    Optional<String> objection =
        forms.objection(
            switch (profile.kind()) {
              case DEMO -> LicenceForms.Stock.INVENTED;
              case PRODUCTION -> LicenceForms.Stock.CONTROLLED;
            });
    if (objection.isPresent()) {
      throw new CannotOpen(
          objection.get(), "ask the registration authority for its signed bundle of forms");
    }
    return forms;
  }

  private static StatementVerifier authority(Profile.Forms bundle, CryptoSuite suite)
      throws CannotOpen {
    return new StatementVerifier(suite, List.of(key(bundle.trust(), suite)));
  }

  private static LicenceForms signed(Path directory, StatementVerifier authority)
      throws CannotOpen {
    return switch (FormBundle.load(directory, authority)) {
      case FormsLoading.Loaded(var forms) -> forms;
      case FormsLoading.Faulty(var mistakes) ->
          throw new CannotOpen(
              "the forms in "
                  + directory
                  + " cannot be used: "
                  + mistakes.stream().map(Mistake::toString).collect(Collectors.joining("; ")),
              "install the bundle as the registration authority signed it");
    };
  }

  private static VerificationKey key(Path file, CryptoSuite suite) throws CannotOpen {
    try {
      return TrustAnchor.ofJwk(Files.readString(file), suite)
          .orElseThrow(() ->
              new CannotOpen(
                  file + " is no public key of the suite " + suite.name() + " (JWK with a key id)",
                  "fetch the key of the authority that signs forms again"));
    } catch (IOException unreadable) {
      throw new CannotOpen(
          "the key of the authority that signs forms, " + file + ", cannot be read: " + unreadable,
          "put it there or correct issuance.forms.trust in the profile");
    }
  }
}
