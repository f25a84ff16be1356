package io.hall24.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.journey.Signature;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignaturePadTest {
  private final SignaturePad pad = new SignaturePad();

  private void stroke(double... places) {
    pad.begin(places[0], places[1]);
    for (int at = 2; at < places.length; at += 2) {
      pad.draw(places[at], places[at + 1]);
    }
    pad.lift();
  }

  @Test
  void strokesAreKeptAsLinesBetweenPoints() {
    stroke(10, 20, 110, 20);
    stroke(300, 40, 300, 400.4);
    try (Signature signature = pad.take()) {
      assertEquals("M10 20L110 20M300 40L300 400", signature.path());
    }
    assertTrue(pad.isEmpty(), "it was handed over");
  }

  @Test
  void aTouchByMistakeIsNoSignature() {
    stroke(500, 200);
    stroke(500, 200, 520, 210);
    assertFalse(pad.complete());
    stroke(100, 200, 400, 210);
    assertTrue(pad.complete());
  }

  @Test
  void nothingIsDrawnBesideThePad() {
    stroke(-50, 9000, 4000, -3);
    assertEquals(
        List.of(
            List.of(
                new SignaturePad.Point(0, SignaturePad.HEIGHT),
                new SignaturePad.Point(Signature.GRID, 0))),
        pad.strokes());
  }

  @Test
  void aHandThatIsNotDownDrawsNothing() {
    pad.draw(10, 10);
    pad.lift();
    assertTrue(pad.isEmpty());
  }

  @Test
  void whoNeverStopsDrawingStillSigns() {
    for (int stroke = 0; stroke < 40; stroke++) {
      pad.begin(0, 0);
      for (int step = 0; step < 200; step++) {
        pad.draw(step, stroke);
      }
      pad.lift();
    }
    assertTrue(pad.complete());
    try (Signature signature = pad.take()) {
      assertTrue(signature.path().length() < 40_000, () -> "" + signature.path().length());
    }
  }

  @Test
  void aClosedSignatureTellsNothing() {
    stroke(10, 20, 110, 20);
    Signature signature = pad.take();
    signature.close();
    assertFalse(signature.path().contains("110"), signature::path);
    assertEquals("Signature", signature.toString());
  }

  @Test
  void beginningAgainForgetsEverything() {
    stroke(100, 200, 400, 210);
    pad.wipe();
    assertTrue(pad.isEmpty());
    assertFalse(pad.complete());
  }
}
