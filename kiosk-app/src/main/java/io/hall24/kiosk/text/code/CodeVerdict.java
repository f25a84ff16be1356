package io.hall24.kiosk.text.code;

import java.util.List;

/** Whether a code can be right. */
public sealed interface CodeVerdict {
  /**
   * Every check holds that a genuine code must pass.
   *
   * @param warnings what is unusual, though genuine codes may have it
   */
  record Valid(List<CodeFault> warnings) implements CodeVerdict {
    public Valid {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * No genuine code is like this.
   *
   * @param faults at least one
   */
  record Invalid(List<CodeFault> faults) implements CodeVerdict {
    public Invalid {
      faults = List.copyOf(faults);
    }
  }

  /** Valid when there are no faults. */
  static CodeVerdict of(List<CodeFault> faults, List<CodeFault> warnings) {
    return faults.isEmpty() ? new Valid(warnings) : new Invalid(faults);
  }
}
