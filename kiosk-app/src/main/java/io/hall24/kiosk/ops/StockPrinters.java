package io.hall24.kiosk.ops;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The printers that hold controlled stock. One printer has many URIs: names, addresses, paths,
 * {@code ipp} and {@code ipps}. So what counts is the machine and the port, and every tray of it.
 */
public final class StockPrinters {
  private static final int IPP_PORT = 631;
  private final List<URI> printers;

  /**
   * @param printers as profiles name them
   */
  public StockPrinters(Collection<URI> printers) {
    this.printers = List.copyOf(printers);
  }

  /** Whether this is one of them under whatever name. */
  public boolean contain(URI printer) {
    return printers.stream().anyMatch(known -> same(known, printer));
  }

  private static boolean same(URI one, URI other) {
    if (port(one) != port(other)) {
      return false;
    }
    Set<String> shared = new HashSet<>(names(one));
    shared.retainAll(names(other));
    return !shared.isEmpty();
  }

  private static int port(URI printer) {
    return printer.getPort() < 0 ? IPP_PORT : printer.getPort();
  }

  /** The host's name and, where it can be resolved, its addresses. */
  private static Set<String> names(URI printer) {
    String host = Optional.ofNullable(printer.getHost()).orElse("").toLowerCase(Locale.ROOT);
    Set<String> names = new HashSet<>(Set.of(host));
    try {
      names.addAll(
          Arrays.stream(InetAddress.getAllByName(host))
              .map(InetAddress::getHostAddress)
              .collect(Collectors.toSet()));
    } catch (UnknownHostException unresolved) {
      return names;
    }
    return names;
  }
}
