package io.hall24.kiosk.app;

import java.io.Console;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where commands get PINs from: a person at a terminal, without echo, or standard input. */
final class PinSource {
  private static final int LONGEST_LINE = 64;

  @Option(
      names = "--pin-stdin",
      description = "reads each PIN as one line of standard input, in the order of the names")
  private boolean fromStandardInput;

  PinSource() {}

  /** The PIN of somebody. */
  String of(String name) throws WrongInput {
    return fromStandardInput ? line(name) : asked("PIN of " + name + ": ");
  }

  /** The code that somebody reads out. */
  String codeOf(String name) throws WrongInput {
    return fromStandardInput ? line(name) : asked("code of " + name + ": ");
  }

  /** A new PIN for somebody, asked for twice where a person types it. */
  String newFor(String name) throws WrongInput {
    if (fromStandardInput) {
      return line(name);
    }
    String once = asked("new PIN of " + name + ": ");
    if (!once.equals(asked("once more: "))) {
      throw new WrongInput("these were two different PINs; nothing was changed");
    }
    return once;
  }

  private static String asked(String prompt) throws WrongInput {
    char[] typed =
        Optional.ofNullable(System.console())
            .filter(Console::isTerminal)
            .flatMap(console -> Optional.ofNullable(console.readPassword("%s", prompt)))
            .orElseThrow(() -> new WrongInput("there is no terminal to type at: use --pin-stdin"));
    try {
      return new String(typed);
    } finally {
      Arrays.fill(typed, '\0');
    }
  }

  /** Byte by byte, so that the next PIN stays where it is. */
  private static String line(String name) throws WrongInput {
    StringBuilder line = new StringBuilder();
    try {
      int next = System.in.read();
      while (next >= 0 && next != '\n' && line.length() < LONGEST_LINE) {
        line.append((char) next);
        next = System.in.read();
      }
    } catch (IOException failed) {
      throw new WrongInput("standard input cannot be read: " + failed);
    }
    String pin = line.toString().strip();
    if (pin.isEmpty()) {
      throw new WrongInput("standard input has no line with the PIN of " + name);
    }
    return pin;
  }
}
