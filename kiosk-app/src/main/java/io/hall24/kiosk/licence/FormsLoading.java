package io.hall24.kiosk.licence;

import io.hall24.config.Mistake;
import java.util.List;

/** The outcome of reading a bundle of forms. */
public sealed interface FormsLoading {
  /** They can be used. */
  record Loaded(LicenceForms forms) implements FormsLoading {}

  /** Every mistake of every form of the bundle. */
  record Faulty(List<Mistake> mistakes) implements FormsLoading {
    public Faulty {
      mistakes = List.copyOf(mistakes);
    }
  }
}
