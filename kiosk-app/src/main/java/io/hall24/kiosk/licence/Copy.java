package io.hall24.kiosk.licence;

/** One copy of an order: the original, or one numbered duplicate. */
public sealed interface Copy {
  /**
   * Stable text for records and the wire: {@code original}, or {@code duplicate:} and the label.
   */
  String code();

  /** 正本. */
  record Original() implements Copy {
    @Override
    public String code() {
      return "original";
    }
  }

  /**
   * 副本.
   *
   * @param label 副本编号 as the registry writes it, e.g. {@code 1-1}
   */
  record Duplicate(String label) implements Copy {
    public Duplicate {
      if (label.isBlank() || label.length() > 20) {
        throw new IllegalArgumentException("duplicate label '" + label + "'");
      }
    }

    @Override
    public String code() {
      return "duplicate:" + label;
    }
  }

  /**
   * Reads {@link #code()}.
   *
   * @throws IllegalArgumentException for any other text
   */
  static Copy ofCode(String code) {
    if (code.equals("original")) {
      return new Original();
    }
    if (code.startsWith("duplicate:")) {
      return new Duplicate(code.substring("duplicate:".length()));
    }
    throw new IllegalArgumentException("copy '" + code + "'");
  }
}
