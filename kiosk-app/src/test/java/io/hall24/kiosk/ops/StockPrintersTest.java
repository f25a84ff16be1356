package io.hall24.kiosk.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockPrintersTest {
  private final StockPrinters stock =
      new StockPrinters(
          List.of(
              URI.create("ipp://localhost/ipp/print"), URI.create("ipps://unknown.invalid:8443/")));

  @ParameterizedTest
  @CsvSource({
    "ipp://localhost/ipp/print, true",
    "ipp://localhost:631/ipp/print/tray-3, true",
    "ipps://LocalHost/, true",
    "ipp://127.0.0.1, true",
    "ipp://localhost:632/ipp/print, false",
    "ipp://192.0.2.1/ipp/print, false",
    "ipp://UNKNOWN.invalid:8443/x, true",
    "ipp://another.invalid:8443/, false"
  })
  void knowsAPrinterByMachineAndPort(URI printer, boolean held) {
    assertEquals(held, stock.contain(printer));
  }
}
