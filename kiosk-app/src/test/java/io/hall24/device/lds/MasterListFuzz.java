package io.hall24.device.lds;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.fuzz.FuzzTarget;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;

/** Master lists. */
public final class MasterListFuzz implements FuzzTarget {
  private final SampleDocument.Pressed sample;

  /** A target. */
  public MasterListFuzz() {
    try {
      sample = SampleDocument.press(HallClock.system());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void feed(byte[] input) {
    var list = MasterList.in(input);
    if (list.isPresent()) {
      try {
        var believed = list.get().believedBy(sample.trust());
        throw new IllegalStateException("believed " + believed.size() + " from nobody");
      } catch (IOException refused) {
        if (refused.getMessage() == null) {
          throw new IllegalStateException("refused without a word", refused);
        }
      }
    }
  }

  @Override
  public List<byte[]> seeds() {
    byte[] object = sample.files().securityObject();
    byte[] signed = java.util.Arrays.copyOfRange(object, 4, object.length);
    byte[] renamed = signed.clone();
    // id-icao-ldsSecurityObject and id-icao-cscaMasterList differ in their last arc.
    for (int i = 0; i + 6 < renamed.length; i++) {
      if (renamed[i] == 0x67 && renamed[i + 1] == (byte) 0x81 && renamed[i + 2] == 8) {
        renamed[i + 5] = 2;
      }
    }
    return List.of(signed, renamed);
  }
}
