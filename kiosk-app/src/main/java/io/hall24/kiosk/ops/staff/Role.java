package io.hall24.kiosk.ops.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member of staff is. */
public enum Role {
  /** Looks after devices. */
  TECHNICIAN,
  /** Looks after numbered sheets, and not after devices. */
  STOCK_KEEPER,
  /** Confirms who people are, and nothing else. */
  CLERK,
  /** Answers for the hall. */
  SUPERVISOR;

  /** Whether this role may do that. */
  public boolean may(Duty duty) {
    return switch (duty) {
      case MAINTENANCE -> this == TECHNICIAN || this == SUPERVISOR;
      case STOCK, RESOLVE -> this != CLERK;
      case CO_SIGN -> this == CLERK || this == SUPERVISOR;
    };
  }

  /** The word on the command line, e.g. {@code stock-keeper}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of a word. */
  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }
}
