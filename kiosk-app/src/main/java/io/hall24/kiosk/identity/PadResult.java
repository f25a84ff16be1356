package io.hall24.kiosk.identity;

import io.hall24.kiosk.identity.face.SurfaceCues;
import java.util.List;
import java.util.Optional;

/**
 * What is known about presentation attacks (ISO/IEC 30107-1); no conformance is claimed.
 *
 * @param passive what pictures alone say; empty when none were scored
 * @param active what became of the movements that were asked for
 * @param surface what the frames show of a print or a screen, as medians; advisory; empty when none
 *     were looked at
 */
public record PadResult(Optional<Passive> passive, Active active, Optional<SurfaceCues> surface) {
  /** Where no surface was looked for. */
  public PadResult(Optional<Passive> passive, Active active) {
    this(passive, active, Optional.empty());
  }

  /**
   * A passive score, advisory as long as it is not calibrated on the terminal's camera.
   *
   * @param live median over the frames, 0 (attack) to 1 (live)
   * @param frames how many frames were scored
   */
  public record Passive(double live, int frames) {}

  /** What became of the active challenge. */
  public sealed interface Active {
    /** No movement was asked for. */
    record NotAsked(String reason) implements Active {}

    /**
     * The person did what was asked, and stayed the person of the chip photo meanwhile.
     *
     * @param done in the order asked
     * @param exchanged how many movements were replaced by another
     */
    record Passed(List<Challenge> done, int exchanged) implements Active {
      public Passed {
        done = List.copyOf(done);
      }
    }

    /**
     * It came to no good end.
     *
     * @param done until then
     */
    record NotPassed(Why why, List<Challenge> done) implements Active {
      public NotPassed {
        done = List.copyOf(done);
      }
    }

    /** Why a challenge was not passed. */
    enum Why {
      /** Movements were not seen in time, nor those that replaced them. */
      NOT_DONE,
      /** The time for the whole check was over. */
      OUT_OF_TIME,
      /** Other movements than those asked for, as a recording makes them. */
      WRONG_MOVEMENT,
      /** The face in the challenge is not the one that was compared. */
      OTHER_FACE
    }
  }

  /** Nothing was assessed. */
  public static PadResult notAssessed(String reason) {
    return new PadResult(Optional.empty(), new Active.NotAsked(reason));
  }

  PadResult with(Active other) {
    return new PadResult(passive, other, surface);
  }

  PadResult with(SurfaceCues seen) {
    return new PadResult(passive, active, Optional.of(seen));
  }
}
