package io.hall24.device;

import java.util.Arrays;
import java.util.Optional;

/** Paper sizes, by their PWG 5101.1 names. */
public enum Medium {
  A3("iso_a3_297x420mm"),
  A4("iso_a4_210x297mm");

  private final String keyword;

  Medium(String keyword) {
    this.keyword = keyword;
  }

  /** The PWG media size name. */
  public String keyword() {
    return keyword;
  }

  /** The medium of a PWG media size name, if it is one of ours. */
  public static Optional<Medium> ofKeyword(String keyword) {
    return Arrays.stream(values()).filter(medium -> medium.keyword.equals(keyword)).findFirst();
  }
}
