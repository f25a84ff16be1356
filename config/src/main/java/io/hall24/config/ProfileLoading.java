package io.hall24.config;

import java.util.List;

/** The outcome of reading a profile. */
public sealed interface ProfileLoading {
  /** It can be used, if its drivers agree. */
  record Loaded(Profile profile) implements ProfileLoading {}

  /** Every mistake that was found, in the order of the file. */
  record Faulty(List<Mistake> mistakes) implements ProfileLoading {
    public Faulty {
      mistakes = List.copyOf(mistakes);
    }
  }
}
