package io.hall24.kiosk.demo.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.ChipAuthenticity;
import io.hall24.device.DocumentItem;
import io.hall24.device.IdentityDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Chip and active authentication against Debian's pcscd and vpcd. The reader's side is JMRTD and
 * Bouncy Castle, the chip's is pycryptodome; the steps around the chip's are ours, so this proves
 * that both follow one reading of ICAO Doc 9303 part 11, 6, not that every chip does.
 */
@Tag("e2e")
@Timeout(60)
class ChipProofE2eTest {
  @TempDir static Path world;
  private static ReaderStage stage;

  @BeforeAll
  @SuppressWarnings("NonFinalStaticField") // JUnit's way to share what takes seconds to start
  static void set() throws Exception {
    stage = ReaderStage.set(world);
  }

  @AfterEach
  void lift() {
    assertInstanceOf(Attempt.Done.class, stage.reader().awaitRemoval(ReaderStage.seconds(10)));
  }

  @AfterAll
  static void clear() {
    stage.close();
  }

  @ParameterizedTest
  @CsvSource({
    "AGREEMENT, '', PACE-CAN + CA",
    "AGREEMENT, --short, PACE-CAN + CA",
    "RSA_SIGNATURE, '', PACE-CAN + AA",
    "CURVE_SIGNATURE, '', PACE-CAN + AA"
  })
  void aChipThatKnowsItsKeyIsNoCopy(ChipKey.Kind kind, String option, String protocol)
      throws Exception {
    IdentityDocument read = readPressed(kind, option);
    assertEquals(ChipAuthenticity.CHIP_AUTHENTICATED, read.authenticity());
    assertEquals(protocol, read.protocol());
  }

  @ParameterizedTest
  @EnumSource
  void aCopyOfItsFilesIsFoundOut(ChipKey.Kind kind) throws Exception {
    assertEquals(ChipAuthenticity.FORGED, readPressed(kind, "--copy").authenticity());
  }

  @Test
  void aKeyThatTheChipKeepsBackLeavesItUnauthenticated() throws Exception {
    Path document = stage.press(stage.press().with(ChipKey.fresh(ChipKey.Kind.AGREEMENT)));
    Files.delete(document.resolve("DG14.bin"));
    assertEquals(ChipAuthenticity.CHIP_NOT_AUTHENTICATED, read(document, "").authenticity());
  }

  @Test
  void readsTheNameInChineseCharactersOfDataGroup11() throws Exception {
    IdentityDocument read = read(stage.press(stage.press()), "");
    assertEquals(ReaderStage.HOLDER.name(), read.items().get(DocumentItem.CHINESE_NAME));
    assertEquals(ChipAuthenticity.PASSIVELY_AUTHENTICATED, read.authenticity());
  }

  private IdentityDocument readPressed(ChipKey.Kind kind, String option) throws Exception {
    return read(stage.press(stage.press().with(ChipKey.fresh(kind))), option);
  }

  private IdentityDocument read(Path document, String option) throws Exception {
    try (var passport = option.isEmpty() ? stage.lay(document) : stage.lay(document, option)) {
      assertTrue(passport.isThere());
      stage.await();
      return stage.read(ReaderStage.CAN);
    }
  }
}
