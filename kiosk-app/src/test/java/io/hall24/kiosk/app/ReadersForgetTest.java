package io.hall24.kiosk.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.config.Profile;
import io.hall24.config.Profile.Role;
import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.PresentedDocument;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.memory.OffHeapJudge;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the native libraries of the readers keep of a document: the serial library of a card on a
 * pseudo-terminal, and PC/SC of a passport that vsmartcard plays behind pcscd. In a process that
 * has met nobody before.
 */
@Tag("fault")
final class ReadersForgetTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @TempDir private Path directory;

  @SuppressWarnings("NullAway.Init")
  ReadersForgetTest() {}

  private static Patience soon() {
    return Patience.of(SOON, HallClock.system());
  }

  /** Reads the document that lies there, and forgets it; whether the judge saw it meanwhile. */
  private static boolean seenWhileRead(Role role, AccessKey key, FarWorld world) throws Exception {
    Profile profile = DemoTerminal.profile("demo", world.facts());
    try (IdentityDocumentReader reader =
            Drivers.installed()
                .create(profile, role, IdentityDocumentReader.class, HallClock.system());
        ErasableMemory memory = new ErasableMemory()) {
      assertInstanceOf(Attempt.Done.class, reader.open(soon()));
      Attempt<PresentedDocument> there = reader.awaitDocument(soon());
      assertInstanceOf(Attempt.Done.class, there, there::toString);
      DocumentReading reading = reader.read(key, memory, soon());
      var read = assertInstanceOf(DocumentReading.Read.class, reading, reading::toString);
      assertTrue(read.document().number().length() > 6);
      memory.absorb(read.document().number().getBytes(StandardCharsets.UTF_8));
      return !new OffHeapJudge().found(world.secrets()).isEmpty();
    }
  }

  @Test
  void pcscAndSerialLibraryKeepNothingOfAPassportAndACard() throws Exception {
    try (FarWorld world = new FarWorld(directory, "daemons")) {
      world.order("place-document");
      assertTrue(
          seenWhileRead(Role.DOCUMENT_READER, world.canKey(), world),
          "the judge sees the person while the passport is read");
      assertEquals(List.of(), new OffHeapJudge().found(world.secrets()), "of the passport");
      world.order("card-holder");
      world.order("place-document");
      assertTrue(
          seenWhileRead(Role.ID_CARD_READER, new AccessKey.None(), world),
          "the judge sees the person while the card is read");
      assertEquals(List.of(), new OffHeapJudge().found(world.secrets()), "of the card");
    }
  }
}
