package io.hall24.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * An open serial line, 8 data bits, no parity, 1 stop bit, no flow control. Belongs to one thread.
 *
 * <p>jSerialComm is asked without a listener: on a dead line it would call one back in a tight
 * loop, and {@code isOpen()} stays true. Every loss is noticed by the call that meets it.
 */
public final class SerialLine implements ByteLine {
  /** How long {@link #read} waits at most; the smallest step that a Linux terminal knows. */
  public static final Duration LONGEST_READ = Duration.ofMillis(100);

  private static final Duration SENDING = Duration.ofMillis(5);
  private static final int BITS_PER_BYTE = 10;
  private static final int PERMISSION_DENIED = 13;
  private static final int MOST_DISCARDS = 64;

  private final SerialPort port;
  private final Path name;
  private final int baud;

  private SerialLine(SerialPort port, Path name, int baud) {
    this.port = port;
    this.name = name;
    this.baud = baud;
  }

  /**
   * Opens a line; what was received before is discarded.
   *
   * @param name a name that stays, e.g. {@code /dev/serial/by-id/...}: it is resolved at each
   *     opening
   * @param baud bits per second
   */
  public static Attempt<SerialLine> open(Path name, int baud) {
    return open(name, baud, false);
  }

  /**
   * Opens a line.
   *
   * @param hold whether the device may hold the flow by its CTS wire, as printers do
   */
  public static Attempt<SerialLine> open(Path name, int baud, boolean hold) {
    if (!Files.exists(name)) {
      return Attempt.failed(
          new DeviceFailure.NoDevice(
              "no serial port " + name + ": not plugged in, or not its name"));
    }
    try {
      SerialLibrary.provide();
      SerialPort port = SerialPort.getCommPort(name.toString());
      port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
      port.setFlowControl(
          hold
              ? SerialPort.FLOW_CONTROL_CTS_ENABLED | SerialPort.FLOW_CONTROL_RTS_ENABLED
              : SerialPort.FLOW_CONTROL_DISABLED);
      port.setComPortTimeouts(
          SerialPort.TIMEOUT_READ_SEMI_BLOCKING, Math.toIntExact(LONGEST_READ.toMillis()), 0);
      return port.openPort() ? ready(new SerialLine(port, name, baud)) : refused(port, name);
    } catch (SerialPortInvalidPortException gone) {
      return Attempt.failed(new DeviceFailure.NoDevice("no serial port " + name));
    } catch (IOException | LinkageError noLibrary) {
      return Attempt.failed(
          new DeviceFailure.HardwareError(
              "the library for serial ports does not load: " + noLibrary));
    }
  }

  private static Attempt<SerialLine> ready(SerialLine line) {
    try {
      line.discardInput();
      return Attempt.done(line);
    } catch (LineLostException gone) {
      line.close();
      return Attempt.failed(new DeviceFailure.Offline(String.valueOf(gone.getMessage())));
    }
  }

  private static Attempt<SerialLine> refused(SerialPort port, Path name) {
    int error = port.getLastErrorCode();
    port.closePort();
    return Attempt.failed(
        new DeviceFailure.Offline(
            error == PERMISSION_DENIED
                ? "no permission for serial port " + name
                : "serial port "
                    + name
                    + " does not open, error "
                    + error
                    + ": another program may have it"));
  }

  @Override
  public int read(byte[] into) throws LineLostException {
    int count = port.readBytes(into, into.length);
    if (count < 0) {
      throw lost("reading");
    }
    return count;
  }

  /** Sends all of it. */
  public void write(byte[] bytes) throws LineLostException {
    if (port.writeBytes(bytes, bytes.length) != bytes.length) {
      throw lost("writing");
    }
  }

  /**
   * Sends all of it. A device that holds its flow makes the kernel's buffer full; where it does so
   * for longer than the patience, the line is closed, which is the only way to get out of the
   * library's call, and counts as lost.
   */
  @Override
  public void write(byte[] bytes, Patience patience) throws LineLostException {
    var sent = new CompletableFuture<Integer>();
    Thread.ofPlatform()
        .name("write-" + name.getFileName())
        .daemon()
        .start(() -> sent.complete(port.writeBytes(bytes, bytes.length)));
    if (!patience.until(SENDING, sent::isDone)) {
      port.closePort();
    }
    if (sent.join() != bytes.length) {
      throw lost("writing");
    }
  }

  /** How many bytes have come that nobody took. */
  public int available() throws LineLostException {
    int count = port.bytesAvailable();
    if (count < 0) {
      throw lost("listening");
    }
    return count;
  }

  /** Forgets what has come so far, or as much of it as a line that never falls silent allows. */
  @Override
  public void discardInput() throws LineLostException {
    byte[] waste = new byte[512];
    for (int i = 0; i < MOST_DISCARDS && available() > 0; i++) {
      read(waste);
    }
    Arrays.fill(waste, (byte) 0);
  }

  /** How long so many bytes are on the way. */
  public Duration timeOf(int bytes) {
    return Duration.ofNanos(1_000_000_000L * BITS_PER_BYTE * bytes / baud);
  }

  private LineLostException lost(String at) {
    return new LineLostException("serial port " + name + " lost at " + at);
  }

  @Override
  public void close() {
    port.closePort();
  }
}
