package io.hall24.kiosk.demo.registry;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** TLS for nobody without a certificate. */
final class CertificatesOnly extends HttpsConfigurator {
  CertificatesOnly(SSLContext context) {
    super(context);
  }

  @Override
  public void configure(HttpsParameters connection) {
    SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
    parameters.setProtocols(new String[] {"TLSv1.3"});
    parameters.setNeedClientAuth(true);
    connection.setSSLParameters(parameters);
  }
}
