package io.hall24.device.lds;

import io.hall24.device.ChipAuthenticity;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.fuzz.FuzzTarget;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files of a chip: the first byte says which of them the others are, in place of the sample's; TLV,
 * security object, face and national name with them.
 */
public final class DocumentFuzz implements FuzzTarget {
  private static final HallClock CLOCK = HallClock.system();
  private final SampleDocument.Pressed sample;
  private final DocumentInterpreter interpreter;

  /** A target. */
  public DocumentFuzz() {
    try {
      sample = SampleDocument.press(CLOCK);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
    interpreter = new DocumentInterpreter(sample.trust(), CLOCK);
  }

  @Override
  public void feed(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] rest = Arrays.copyOfRange(input, 1, input.length);
    Map<Integer, byte[]> groups = new TreeMap<>(sample.files().dataGroups());
    byte[] security = sample.files().securityObject();
    switch (input[0] & 3) {
      case 0 -> groups.put(1, rest);
      case 1 -> groups.put(2, rest);
      case 2 -> groups.put(11, rest);
      default -> security = rest;
    }
    boolean changed =
        !Arrays.equals(rest, sample.files().dataGroup(1))
            && !Arrays.equals(rest, sample.files().dataGroup(2))
            && !Arrays.equals(rest, sample.files().securityObject());
    try (var memory = new ErasableMemory()) {
      var reading =
          interpreter.interpret(
              new DocumentFiles(groups, security), "fuzz", ChipProof.NOT_OFFERED, memory);
      if (reading instanceof DocumentReading.Read(var document)
          && changed
          && (input[0] & 3) != 3
          && document.authenticity() != ChipAuthenticity.FORGED) {
        throw new IllegalStateException("a changed file is " + document.authenticity());
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    List<byte[]> seeds = new ArrayList<>();
    seeds.add(marked(0, sample.files().dataGroup(1)));
    seeds.add(marked(1, sample.files().dataGroup(2)));
    seeds.add(marked(2, new byte[] {0x6B, 9, 0x5F, 0x0E, 6, -27, -68, -96, -28, -72, -119}));
    seeds.add(marked(3, sample.files().securityObject()));
    return seeds;
  }

  private static byte[] marked(int which, byte[] file) {
    return ByteBuffer.allocate(1 + file.length).put((byte) which).put(file).array();
  }
}
