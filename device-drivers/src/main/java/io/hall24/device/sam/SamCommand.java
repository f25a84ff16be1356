package io.hall24.device.sam;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** What the security module can be asked, how long it may take, and what can be its answer. */
enum SamCommand {
  RESET(0x10, 0xFF, 2_000, 0, 0, Set.of()),
  STATUS(0x11, 0xFF, 250, 0, 0, Set.of()),
  NUMBER(0x12, 0xFF, 250, SamNumber.LENGTH, SamNumber.LENGTH, Set.of()),
  FIND(0x20, 0x01, 600, 4, 4, EnumSet.of(SamStatus.NOT_FOUND)),
  SELECT(0x20, 0x02, 600, 8, 8, EnumSet.of(SamStatus.NOT_SELECTED)),
  /** Text and photo. Fingerprints have a command of their own, which is never sent. */
  READ(0x30, 0x01, 2_500, CardRecord.SHORTEST, CardRecord.LONGEST, Refusals.OF_CARD),
  /** No page gives the size of this block; what is shorter answers another command. */
  READ_NEW_ADDRESS(0x30, 0x03, 1_500, SamNumber.LENGTH + 2, CardRecord.TEXT, Refusals.OF_CARD);

  private static final int PREAMBLE_AND_LENGTH = 7;
  private static final Set<SamStatus> ANY_TIME =
      EnumSet.of(
          SamStatus.REQUEST_CHECKSUM,
          SamStatus.REQUEST_LENGTH,
          SamStatus.REQUEST_COMMAND,
          SamStatus.REQUEST_UNKNOWN,
          SamStatus.SELF_TEST_FAILED,
          SamStatus.NOT_AUTHORISED);

  /** In a class of its own, because the commands are made before anything else of this one. */
  private static final class Refusals {
    static final Set<SamStatus> OF_CARD =
        EnumSet.of(
            SamStatus.CARD_REFUSED_READER,
            SamStatus.READER_REFUSED_CARD,
            SamStatus.CONTENT_NOT_VERIFIED,
            SamStatus.WRONG_CARD,
            SamStatus.READ_FAILED,
            SamStatus.RANDOM_FAILED,
            SamStatus.NO_CONTENT);
  }

  private final int code;
  private final int parameter;
  private final Duration time;
  private final int leastData;
  private final int mostData;
  private final Set<SamStatus> refusals;

  SamCommand(
      int code,
      int parameter,
      int timeMillis,
      int leastData,
      int mostData,
      Set<SamStatus> refusals) {
    this.code = code;
    this.parameter = parameter;
    this.time = Duration.ofMillis(timeMillis);
    this.leastData = leastData;
    this.mostData = mostData;
    this.refusals = refusals;
  }

  /** The bytes that ask it. */
  byte[] request() {
    byte[] request = {
      (byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69, 0, 3, (byte) code, (byte) parameter, 0
    };
    for (int i = PREAMBLE_AND_LENGTH - 2; i < request.length - 1; i++) {
      request[request.length - 1] ^= request[i];
    }
    return request;
  }

  /** How long the answer may take. */
  Duration time() {
    return time;
  }

  /** Bytes of its longest answer, preamble to checksum. */
  int longestAnswer() {
    return PREAMBLE_AND_LENGTH + 3 + mostData + 1;
  }

  /** Whether the answer holds something of which one wrong byte would not be noticed. */
  boolean givesContent() {
    return this == NUMBER || this == READ || this == READ_NEW_ADDRESS;
  }

  /**
   * Whether an answer can be one to this command. What cannot is a late answer to an earlier one. A
   * status that is on no list is taken as an answer, because only a person can judge it.
   */
  boolean fits(SamAnswer answer) {
    return answer
        .status()
        .map(status ->
            isSuccess(status)
                ? answer.data().remaining() >= leastData && answer.data().remaining() <= mostData
                : refusals.contains(status) || ANY_TIME.contains(status))
        .orElse(true);
  }

  /** Whether the status says that it was done. */
  boolean isSuccess(SamStatus status) {
    return status == (this == FIND ? SamStatus.CARD_FOUND : SamStatus.DONE);
  }

  /** Whether it was done. */
  boolean succeeded(SamAnswer answer) {
    return answer.status().filter(this::isSuccess).isPresent();
  }
}
