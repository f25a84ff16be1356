package io.hall24.kiosk.ops.staff;

import io.hall24.kiosk.journal.Event;
import io.hall24.kiosk.journal.EventCodec;
import io.hall24.kiosk.journal.JsonEventCodec;
import io.hall24.kiosk.journal.RetentionClass;
import java.util.List;

/** What staff credentials leave in the journal. No PIN, and nothing made from one. */
public sealed interface StaffEvent extends Event {
  /** Whom a try is counted for when nobody has that name or number. */
  int NOBODY = 0;

  /** The codecs of the whole family. */
  static List<EventCodec<?>> codecs() {
    return List.of(
        codec(CredentialSet.class, "credential-set"),
        codec(CredentialRemoved.class, "credential-removed"),
        codec(Tried.class, "tried"),
        codec(Admitted.class, "admitted"),
        codec(Refused.class, "refused"),
        codec(LockedOut.class, "locked-out"),
        codec(TokenGiven.class, "token-given"),
        codec(CardRegistered.class, "card-registered"),
        codec(CodeUsed.class, "code-used"),
        codec(TelephoneAsked.class, "telephone-asked"),
        codec(TelephoneAnswered.class, "telephone-answered"));
  }

  private static <E extends StaffEvent> JsonEventCodec<E> codec(Class<E> type, String name) {
    return new JsonEventCodec<>(type, "staff." + name, RetentionClass.OPERATION);
  }

  /**
   * Somebody got a credential, or a new PIN or role.
   *
   * @param file which sealed file holds all credentials from now on
   */
  record CredentialSet(String name, Role role, int number, String file) implements StaffEvent {}

  /**
   * Somebody has no credential any more.
   *
   * @param file which sealed file holds all credentials from now on
   */
  record CredentialRemoved(String name, int number, String file) implements StaffEvent {}

  /**
   * A PIN is about to be checked: it counts as wrong until it has proved right.
   *
   * @param number whose, or {@link #NOBODY}
   */
  record Tried(int number, Duty duty) implements StaffEvent {}

  /** It was right. */
  record Admitted(int number, String name, Duty duty) implements StaffEvent {}

  /**
   * It was not enough.
   *
   * @param pinRight whether only the role was not enough
   * @param failures wrong PINs since the last right one
   */
  record Refused(int number, Duty duty, boolean pinRight, int failures) implements StaffEvent {}

  /**
   * Nobody may try for this number.
   *
   * @param seconds how long
   */
  record LockedOut(int number, int failures, long seconds) implements StaffEvent {}

  /**
   * Somebody has a new token for one-time codes.
   *
   * @param file which sealed file holds all credentials from now on
   */
  record TokenGiven(String name, int number, String file) implements StaffEvent {}

  /**
   * Somebody enters from now on with a card beside the PIN.
   *
   * @param file which sealed file holds all credentials from now on
   */
  record CardRegistered(String name, int number, String file) implements StaffEvent {}

  /**
   * A one-time code was right; neither it nor an older one is taken again.
   *
   * @param step which 30 s since 1970 it was of
   */
  record CodeUsed(int number, long step) implements StaffEvent {}

  /**
   * A challenge was shown, to be answered over the telephone.
   *
   * @param decision what shall be done
   */
  record TelephoneAsked(String challenge, String decision) implements StaffEvent {}

  /**
   * The right code came; the challenge serves no more.
   *
   * @param number who answered
   */
  record TelephoneAnswered(int number, String challenge, String code) implements StaffEvent {}
}
