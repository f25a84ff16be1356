package io.hall24.kiosk.identity;

import io.hall24.kiosk.identity.Step.Prompt.Kind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A movement that a living person can make when asked. Left and right are the person's own, which a
 * mirror shows on the same side.
 */
public enum Challenge {
  TURN_LEFT(Kind.TURN_LEFT),
  TURN_RIGHT(Kind.TURN_RIGHT),
  BLINK(Kind.BLINK),
  OPEN_MOUTH(Kind.OPEN_MOUTH);

  private final Kind prompt;

  Challenge(Kind prompt) {
    this.prompt = prompt;
  }

  /** How it is asked for. */
  public Kind prompt() {
    return prompt;
  }

  /** For tables and file names, e.g. {@code turn-left}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The movement that a prompt asks for; empty when it only guides. */
  public static Optional<Challenge> askedBy(Kind prompt) {
    return Arrays.stream(values()).filter(challenge -> challenge.prompt == prompt).findFirst();
  }
}
