package io.hall24.kiosk.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.text.code.CodeVerdict;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CodeCheckTest {
  private final CodeCheck check = new CodeCheck(HallClock.system());

  @Test
  void everyKindHasItsWord() {
    for (CodeCheck.Kind kind : CodeCheck.Kind.values()) {
      assertEquals(Optional.of(kind), CodeCheck.Kind.of(kind.word()));
    }
    assertEquals(Optional.empty(), CodeCheck.Kind.of("iban"));
  }

  @Test
  void checksAndExplains() {
    assertInstanceOf(
        CodeVerdict.Valid.class, check.check(CodeCheck.Kind.USCC, "91350100M000100Y43"));
    assertInstanceOf(
        CodeVerdict.Valid.class, check.check(CodeCheck.Kind.RESIDENT_ID, "34052419800101001X"));
    var wrong =
        assertInstanceOf(
            CodeVerdict.Invalid.class,
            check.check(CodeCheck.Kind.MRZ, "L898902C36UTO7408122F1204159ZE184226B<<<<<11"));
    assertEquals(
        "check character 44 of the composite is 1, should be 0", wrong.faults().getFirst().words());
  }
}
