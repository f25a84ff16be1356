package io.hall24.device.sam;

import java.time.Duration;

/** What the security module can be asked, how long it may take, and what can be its answer. */
enum SamCommand {
  RESET(0x10, 0xFF, 1_000, 0, 0),
  STATUS(0x11, 0xFF, 250, 0, 0),
  NUMBER(0x12, 0xFF, 250, SamNumber.LENGTH, SamNumber.LENGTH),
  FIND(0x20, 0x01, 600, 4, 4),
  SELECT(0x20, 0x02, 600, 8, 8),
  /** Text and photo. Fingerprints have a command of their own, which is never sent. */
  READ(0x30, 0x01, 2_500, CardRecord.SHORTEST, CardRecord.LONGEST),
  /** No page gives the size of this block; what is shorter answers another command. */
  READ_NEW_ADDRESS(0x30, 0x03, 1_500, SamNumber.LENGTH + 2, CardRecord.TEXT);

  private static final int PREAMBLE_AND_LENGTH = 7;

  private final int code;
  private final int parameter;
  private final Duration time;
  private final int leastData;
  private final int mostData;

  SamCommand(int code, int parameter, int timeMillis, int leastData, int mostData) {
    this.code = code;
    this.parameter = parameter;
    this.time = Duration.ofMillis(timeMillis);
    this.leastData = leastData;
    this.mostData = mostData;
  }

  /** The bytes that ask it. */
  byte[] request() {
    byte[] request = {
      (byte) 0xAA,
      (byte) 0xAA,
      (byte) 0xAA,
      (byte) 0x96,
      0x69,
      0,
      3,
      (byte) code,
      (byte) parameter,
      0
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
                : refuses(status))
        .orElse(true);
  }

  private boolean refuses(SamStatus status) {
    return switch (status) {
      case REQUEST_CHECKSUM,
          REQUEST_LENGTH,
          REQUEST_COMMAND,
          REQUEST_UNKNOWN,
          SELF_TEST_FAILED,
          NOT_AUTHORISED ->
          true;
      case NOT_FOUND -> this == FIND;
      case NOT_SELECTED -> this == SELECT;
      case CARD_REFUSED_READER,
          READER_REFUSED_CARD,
          CONTENT_NOT_VERIFIED,
          WRONG_CARD,
          READ_FAILED,
          RANDOM_FAILED,
          NO_CONTENT ->
          this == READ || this == READ_NEW_ADDRESS;
      case DONE, CARD_FOUND -> false;
    };
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
