package io.hall24.kiosk.demo;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.OneTimeCode;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.TypedDigits;

/**
 * A clerk of the hall who comes when a scripted citizen needs one.
 *
 * @param number their staff number
 * @param pin their PIN
 * @param token the secret in their token
 * @param clock by which the token counts
 */
public record ScriptedClerk(int number, String pin, Bytes token, HallClock clock) {
  /** What the token shows now. */
  public String code() {
    return OneTimeCode.at(token, OneTimeCode.stepAt(clock.wallTime()));
  }

  /** What they type. */
  TypedDigits types(Question.ClerkDigits.Part part) {
    return TypedDigits.of(
        switch (part) {
          case NUMBER -> Integer.toString(number).toCharArray();
          case PIN -> pin.toCharArray();
          case CODE -> code().toCharArray();
        });
  }

  @Override
  public String toString() {
    return "ScriptedClerk " + number;
  }
}
