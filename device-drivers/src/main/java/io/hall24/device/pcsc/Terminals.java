package io.hall24.device.pcsc;

import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.TerminalFactory;

/**
 * The PC/SC terminals of this machine, of which one is ours.
 *
 * <p>The JDK connects to the smart card daemon once and never again: after a restart of the daemon
 * every call fails. So the JDK is made to forget its connection, which needs {@code --add-opens
 * java.smartcardio/sun.security.smartcardio=ALL-UNNAMED}.
 */
final class Terminals {
  private final String wanted;

  /**
   * The terminals of one name.
   *
   * @param wanted exact name, or a regular expression for the whole name
   */
  Terminals(String wanted) {
    this.wanted = wanted;
  }

  /**
   * Our terminal, over a new connection to the daemon if the old one is dead.
   *
   * @return empty when the daemon knows no such terminal
   * @throws CardException when there is no daemon
   */
  Optional<CardTerminal> find() throws CardException {
    return list().stream().filter(terminal -> isWanted(terminal.getName())).findFirst();
  }

  /** What was asked for. */
  String wanted() {
    return wanted;
  }

  private boolean isWanted(String name) {
    if (name.equals(wanted)) {
      return true;
    }
    try {
      return Pattern.matches(wanted, name);
    } catch (PatternSyntaxException exactNameOnly) {
      return false;
    }
  }

  private static List<CardTerminal> list() throws CardException {
    try {
      return connected();
    } catch (CardException | NoSuchAlgorithmException dead) {
      forgetDaemon();
      try {
        return connected();
      } catch (NoSuchAlgorithmException absent) {
        throw new CardException("no smart card daemon", absent);
      }
    }
  }

  /** A daemon whose last terminal was pulled out answers with an error instead of an empty list. */
  private static List<CardTerminal> connected() throws CardException, NoSuchAlgorithmException {
    try {
      return TerminalFactory.getInstance("PC/SC", null).terminals().list();
    } catch (CardException refused) {
      if (CardFailures.tellsNoTerminals(refused)) {
        return List.of();
      }
      throw refused;
    }
  }

  private static synchronized void forgetDaemon() throws CardException {
    try {
      Class<?> terminals = Class.forName("sun.security.smartcardio.PCSCTerminals");
      var context = terminals.getDeclaredField("contextId");
      context.setAccessible(true);
      context.setLong(null, 0);
      var known = terminals.getDeclaredField("terminals");
      known.setAccessible(true);
      if (known.get(null) instanceof Map<?, ?> byName) {
        byName.clear();
      }
      var connect = terminals.getDeclaredMethod("initContext");
      connect.setAccessible(true);
      connect.invoke(null);
    } catch (ReflectiveOperationException | RuntimeException notForgotten) {
      throw new CardException("no connection to the smart card daemon", notForgotten);
    }
  }
}
