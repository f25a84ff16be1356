package io.hall24.kiosk.ops.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a member of staff is. */
public enum Role {
  /** Looks after devices. */
  TECHNICIAN(Set.of(Duty.MAINTENANCE, Duty.STOCK, Duty.RESOLVE)),
  /** Looks after numbered sheets, and not after devices. */
  STOCK_KEEPER(Set.of(Duty.STOCK, Duty.RESOLVE)),
  /** Answers for the hall. */
  SUPERVISOR(Set.of(Duty.MAINTENANCE, Duty.STOCK, Duty.RESOLVE));

  private final Set<Duty> duties;

  Role(Set<Duty> duties) {
    this.duties = duties;
  }

  /** Whether this role may do that. */
  public boolean may(Duty duty) {
    return duties.contains(duty);
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
