package io.hall24.device.scanner;

import io.hall24.device.Attempt;
import io.hall24.device.Capabilities;
import io.hall24.device.CodeScanner;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Feature;
import io.hall24.device.serial.LineLostException;
import io.hall24.device.serial.SerialLine;
import io.hall24.device.time.Patience;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** A scanner that sends what it reads over a serial line. */
final class SerialScanner implements CodeScanner {
  private static final DeviceFailure CLOSED = new DeviceFailure.Offline("not open");
  private final DeviceId id;
  private final Setup setup;
  private Optional<SerialLine> line = Optional.empty();

  /**
   * What it is and where it hangs.
   *
   * @param on what makes it look for a code; none where it always does
   * @param off what makes it stop
   */
  record Setup(Path port, int baud, CodeText codes, Optional<String> on, Optional<String> off) {}

  SerialScanner(DeviceId id, Setup setup) {
    this.id = id;
    this.setup = setup;
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.CODE_SCANNER;
  }

  @Override
  public Capabilities capabilities() {
    Set<Feature> present = EnumSet.noneOf(Feature.class);
    if (setup.codes().aim()) {
      present.add(Feature.SYMBOLOGY);
    }
    if (setup.on().isPresent()) {
      present.add(Feature.TRIGGER);
    }
    return Capabilities.with(DeviceKind.CODE_SCANNER, present);
  }

  @Override
  public Attempt<String> open(Patience patience) {
    if (line.isEmpty()) {
      switch (SerialLine.open(setup.port(), setup.baud())) {
        case Attempt.Done<SerialLine>(var opened) -> line = Optional.of(opened);
        case Attempt.Failed<SerialLine>(var failure) -> {
          return Attempt.failed(failure);
        }
      }
    }
    return probe(patience);
  }

  /** A scanner says nothing by itself: only that its line is there can be seen. */
  @Override
  public Attempt<String> probe(Patience patience) {
    return onLine(open -> {
      var _ = open.available();
      return Attempt.done("scanner on " + setup.port());
    });
  }

  @Override
  public Attempt<ScannedCode> awaitCode(Patience patience) {
    return onLine(open -> {
      open.discardInput();
      command(open, setup.on());
      Attempt<ScannedCode> code = listen(open, patience);
      command(open, setup.off());
      return code;
    });
  }

  private static void command(SerialLine line, Optional<String> hex) throws LineLostException {
    if (hex.isPresent()) {
      line.write(SerialScannerDriver.HEX.parseHex(hex.get()));
    }
  }

  private Attempt<ScannedCode> listen(SerialLine open, Patience patience) throws LineLostException {
    byte[] heard = new byte[CodeText.LONGEST];
    byte[] chunk = new byte[256];
    try {
      int count = 0;
      while (!patience.isOver()) {
        int more = open.read(chunk);
        if (count + more > heard.length) {
          // Longer than any code: noise, or a scanner that never ends its lines.
          count = 0;
        }
        System.arraycopy(chunk, 0, heard, count, more);
        count += more;
        for (int end = CodeText.endIn(heard, count); end >= 0; end = CodeText.endIn(heard, count)) {
          Optional<ScannedCode> code = setup.codes().read(heard, end);
          if (code.isPresent()) {
            return Attempt.done(code.get());
          }
          System.arraycopy(heard, end + 1, heard, 0, count - end - 1);
          count -= end + 1;
        }
      }
      return Attempt.failed(DeviceFailure.givenUp(patience, "no code was shown"));
    } finally {
      Arrays.fill(heard, (byte) 0);
      Arrays.fill(chunk, (byte) 0);
    }
  }

  private interface OnLine<T> {
    Attempt<T> ask(SerialLine line) throws LineLostException;
  }

  private <T> Attempt<T> onLine(OnLine<T> question) {
    if (line.isEmpty()) {
      return Attempt.failed(CLOSED);
    }
    try {
      return question.ask(line.get());
    } catch (LineLostException lost) {
      return Attempt.failed(new DeviceFailure.Offline(String.valueOf(lost.getMessage())));
    }
  }

  @Override
  public void close() {
    line.ifPresent(SerialLine::close);
    line = Optional.empty();
  }
}
