package io.hall24.device.modbus;

import io.hall24.kiosk.fuzz.FuzzTarget;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** What a relay board answers; each input as it is, and again with a checksum that fits. */
public final class RelayFuzz implements FuzzTarget {
  private static final int REFUSAL = 5;

  /** A question, in hexadecimal, and how long its answer is. */
  private record Asked(String hex, int length) {
    byte[] question() {
      return HexFormat.of().parseHex(hex);
    }
  }

  private static final List<Asked> ASKED =
      List.of(
          asked(7, RtuFrame.of(1, 2, 0, 0, 0, 12)),
          asked(7, RtuFrame.of(1, 4, 0, 3, 0, 1)),
          asked(8, RtuFrame.of(1, 5, 0, 4, 0xFF, 0)));

  private static Asked asked(int length, byte[] question) {
    return new Asked(HexFormat.of().formatHex(question), length);
  }

  /** A target. */
  public RelayFuzz() {}

  @Override
  public void feed(byte[] input) {
    for (Asked asked : ASKED) {
      for (boolean refusal : new boolean[] {false, true}) {
        int length = refusal ? REFUSAL : asked.length();
        byte[] frame = Arrays.copyOf(input, length);
        judge(frame, asked, refusal);
        judge(withChecksum(frame), asked, refusal);
      }
    }
  }

  private static byte[] withChecksum(byte[] frame) {
    int[] data = new int[frame.length - 4];
    for (int i = 0; i < data.length; i++) {
      data[i] = frame[i + 2] & 0xFF;
    }
    return RtuFrame.of(frame[0] & 0xFF, frame[1] & 0xFF, data);
  }

  private static void judge(byte[] frame, Asked asked, boolean refusal) {
    switch (Board.judge(frame, asked.question(), refusal)) {
      case Board.Reply.Answer(var hex) ->
          require(!refusal && HexFormat.of().parseHex(hex).length == asked.length() - 4);
      case Board.Reply.Refused(int code) -> require(refusal && code >= 0 && code < 256);
      case Board.Reply.Nothing(var what) -> require(!what.isEmpty());
      case Board.Reply.Lost _ -> require(false);
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("neither read nor refused");
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        RtuFrame.of(1, 2, 2, 0x05, 0x0A),
        RtuFrame.of(1, 4, 2, 0, 7),
        RtuFrame.of(1, 5, 0, 4, 0xFF, 0),
        RtuFrame.of(1, 0x82, 2));
  }
}
