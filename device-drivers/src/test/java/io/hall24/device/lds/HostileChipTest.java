package io.hall24.device.lds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.ChipAuthenticity;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.time.HallClock;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A chip may send anything: its files never do more than make a reading unbelieved. */
class HostileChipTest {
  private static final HallClock CLOCK = HallClock.system();

  private final SampleDocument.Pressed sample = SampleDocument.press(CLOCK);
  private final DocumentInterpreter interpreter = new DocumentInterpreter(sample.trust(), CLOCK);

  HostileChipTest() throws GeneralSecurityException {}

  @Test
  void theUntouchedSampleIsBelieved() {
    try (var memory = new ErasableMemory()) {
      var read = assertInstanceOf(DocumentReading.Read.class, interpret(Change.NONE, 0, memory));
      assertEquals(ChipAuthenticity.PASSIVELY_AUTHENTICATED, read.document().authenticity());
    }
  }

  @Test
  void noFlippedBitOfTheDataIsBelieved() {
    var random = new Random(1);
    for (int i = 0; i < 300; i++) {
      assertUnbelieved(Change.DATA_BIT, random.nextInt());
    }
  }

  @Test
  void noDamageMakesInterpretationFail() {
    var random = new Random(2);
    for (int i = 0; i < 600; i++) {
      try (var memory = new ErasableMemory()) {
        interpret(Change.SECURITY_OBJECT_BYTE, random.nextInt(), memory);
        interpret(Change.TRUNCATION, random.nextInt(), memory);
      }
    }
  }

  private void assertUnbelieved(Change change, int seed) {
    try (var memory = new ErasableMemory()) {
      if (interpret(change, seed, memory) instanceof DocumentReading.Read(var document)) {
        assertEquals(ChipAuthenticity.FORGED, document.authenticity());
      }
    }
  }

  private DocumentReading interpret(Change change, int seed, ErasableMemory memory) {
    var reading =
        interpreter.interpret(
            change.of(sample, new Random(seed)), "test", ChipProof.NOT_OFFERED, memory);
    assertTrue(
        reading instanceof DocumentReading.Read || reading instanceof DocumentReading.Unreadable);
    return reading;
  }

  private enum Change {
    NONE,
    DATA_BIT,
    SECURITY_OBJECT_BYTE,
    TRUNCATION;

    DocumentFiles of(SampleDocument.Pressed sample, Random random) {
      byte[] zone = sample.files().dataGroup(1).clone();
      byte[] face = sample.files().dataGroup(2).clone();
      byte[] security = sample.files().securityObject().clone();
      switch (this) {
        case NONE -> {}
        case DATA_BIT -> {
          byte[] data = random.nextBoolean() ? zone : face;
          data[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
        }
        case SECURITY_OBJECT_BYTE ->
            security[random.nextInt(security.length)] = (byte) random.nextInt();
        case TRUNCATION -> {
          zone = Arrays.copyOf(zone, random.nextInt(zone.length * 2));
          security = Arrays.copyOf(security, random.nextInt(security.length * 2));
        }
      }
      return new DocumentFiles(Map.of(1, zone, 2, face), security);
    }
  }
}
