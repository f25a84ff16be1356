package io.hall24.device.ipp;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where a printer is and how it proves itself.
 *
 * @param uri {@code ipp://host[:port]/path} (RFC 3510) or {@code ipps:} (RFC 7472), port 631 unless
 *     it names one
 * @param certificate PEM file of the certificate that an {@code ipps:} printer must show; empty
 *     leaves trust to the Java runtime
 */
record PrinterAddress(URI uri, Optional<Path> certificate) {
  private static final int IPP_PORT = 631;

  /**
   * What an HTTP client needs to reach it.
   *
   * @param http the same place for HTTP
   * @param tls whom to trust
   */
  record Route(URI http, Optional<SSLContext> tls) {}

  /** Resolves it; the failure is one of configuration. */
  Attempt<Route> route() {
    boolean secure = "ipps".equals(uri.getScheme());
    if ((!secure && !"ipp".equals(uri.getScheme())) || uri.getHost() == null) {
      return Attempt.failed(
          new DeviceFailure.NoDevice(uri + " is neither ipp://host/… nor ipps://host/…"));
    }
    int port = uri.getPort() < 0 ? IPP_PORT : uri.getPort();
    URI http =
        URI.create(
            (secure ? "https://" : "http://") + uri.getHost() + ":" + port + uri.getRawPath());
    return certificate
        .map(file -> PinnedCertificate.context(file).map(tls -> new Route(http, Optional.of(tls))))
        .orElseGet(() -> Attempt.done(new Route(http, Optional.empty())));
  }
}
