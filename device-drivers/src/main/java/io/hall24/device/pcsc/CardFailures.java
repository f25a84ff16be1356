package io.hall24.device.pcsc;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an exception of the smart card libraries says. They wrap the daemon's own words (PC/SC
 * Workgroup, part 5) in exceptions of many types, some of them unchecked.
 */
public final class CardFailures {
  private static final List<String> REMOVAL =
      List.of("SCARD_W_REMOVED_CARD", "SCARD_E_NO_SMARTCARD", "Card has been removed");
  private static final List<String> LOST_DAEMON =
      List.of(
          "SCARD_E_NO_SERVICE",
          "SCARD_E_SERVICE_STOPPED",
          "SCARD_F_COMM_ERROR",
          "SCARD_E_INVALID_HANDLE");

  private static final List<String> NO_TERMINALS = List.of("SCARD_E_NO_READERS_AVAILABLE");

  private CardFailures() {}

  /** Whether the document was taken away during the exchange. */
  public static boolean tellsRemoval(Throwable failure) {
    return says(failure, REMOVAL);
  }

  /** Whether the daemon, and so our view of the document, went away during the exchange. */
  public static boolean tellsLostDaemon(Throwable failure) {
    return says(failure, LOST_DAEMON);
  }

  /** Whether the daemon is there and knows no terminal at all. */
  static boolean tellsNoTerminals(Throwable failure) {
    return says(failure, NO_TERMINALS);
  }

  /** For a technician: the innermost message, which holds status words but no content. */
  public static String describe(Throwable failure) {
    Throwable innermost = causes(failure).reduce(failure, (outer, inner) -> inner);
    return Optional.ofNullable(innermost.getMessage())
        .orElseGet(() -> innermost.getClass().getSimpleName());
  }

  private static boolean says(Throwable failure, List<String> words) {
    return causes(failure)
        .map(cause -> String.valueOf(cause.getMessage()))
        .anyMatch(message -> words.stream().anyMatch(message::contains));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
