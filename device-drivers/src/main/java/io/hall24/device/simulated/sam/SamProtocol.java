package io.hall24.device.simulated.sam;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The module's side of the wire: takes requests out of a stream and frames answers. */
final class SamProtocol {
  static final int CHECKSUM_WRONG = 0x10;
  static final int LENGTH_WRONG = 0x11;

  private static final byte[] START = {(byte) 0xAA, (byte) 0xAA, (byte) 0xAA, (byte) 0x96, 0x69};
  private static final int REQUEST_LENGTH = 3;

  private byte[] pending = new byte[0];

  /** What a request asks. */
  enum Command {
    RESET(0x10FF),
    STATUS(0x11FF),
    NUMBER(0x12FF),
    FIND(0x2001),
    SELECT(0x2002),
    READ(0x3001),
    NEW_ADDRESS(0x3003),
    READ_WITH_FINGERPRINTS(0x3010);

    private final int code;

    Command(int code) {
      this.code = code;
    }
  }

  /** What came in. */
  sealed interface Request {
    record Asked(Command command) implements Request {}

    /** Not a request; the status with which a module answers. */
    record Wrong(int status) implements Request {}
  }

  /** The requests that are complete with these bytes. */
  List<Request> take(byte[] bytes) {
    byte[] all = Arrays.copyOf(pending, pending.length + bytes.length);
    System.arraycopy(bytes, 0, all, pending.length, bytes.length);
    List<Request> requests = new ArrayList<>();
    int at = 0;
    while (all.length - at >= START.length + 2 + REQUEST_LENGTH) {
      if (!Arrays.equals(all, at, at + START.length, START, 0, START.length)) {
        at++;
        continue;
      }
      int body = at + START.length;
      requests.add(request(all, body));
      at = body + 2 + REQUEST_LENGTH;
    }
    pending = Arrays.copyOfRange(all, at, all.length);
    return requests;
  }

  private static Request request(byte[] all, int body) {
    if (all[body] != 0 || all[body + 1] != REQUEST_LENGTH) {
      return new Request.Wrong(LENGTH_WRONG);
    }
    int sum = all[body] ^ all[body + 1] ^ all[body + 2] ^ all[body + 3];
    if ((byte) sum != all[body + 4]) {
      return new Request.Wrong(CHECKSUM_WRONG);
    }
    int code = (all[body + 2] & 0xFF) << 8 | (all[body + 3] & 0xFF);
    return Arrays.stream(Command.values())
        .filter(command -> command.code == code)
        .findFirst()
        .<Request>map(Request.Asked::new)
        .orElseGet(() -> new Request.Wrong(0x21));
  }

  /** Forgets half a request. */
  void forget() {
    pending = new byte[0];
  }

  /** The bytes of an answer. */
  static byte[] answer(int status, byte[]... parts) {
    int data = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] answer = new byte[START.length + 2 + 3 + data + 1];
    System.arraycopy(START, 0, answer, 0, START.length);
    int length = 3 + data + 1;
    answer[5] = (byte) (length >> 8);
    answer[6] = (byte) length;
    answer[9] = (byte) status;
    int at = 10;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, answer, at, part.length);
      at += part.length;
    }
    byte sum = 0;
    for (int i = START.length; i < answer.length - 1; i++) {
      sum ^= answer[i];
    }
    answer[answer.length - 1] = sum;
    return answer;
  }
}
