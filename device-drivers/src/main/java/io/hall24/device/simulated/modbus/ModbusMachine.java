package io.hall24.device.simulated.modbus;

import io.hall24.device.simulated.line.Machine;
import java.util.Arrays;
import java.util.BitSet;
import java.util.function.BiConsumer;

/**
 * A board with 32 outputs, 32 inputs and 8 counters, which answers functions 2, 4 and 5. Written
 * from the specification of Modbus, apart from the driver. Safe for use by several threads.
 */
public final class ModbusMachine implements Machine {
  private static final int SIZE = 32;
  private static final int COUNTERS = 8;
  private static final int REQUEST = 8;
  private static final int WRONG_FUNCTION = 1;
  private static final int WRONG_ADDRESS = 2;

  private final int unit;
  private final BitSet outputs = new BitSet(SIZE);
  private final BitSet inputs = new BitSet(SIZE);
  private final int[] counters = new int[COUNTERS];
  private BiConsumer<Integer, Boolean> wire = (output, on) -> {};
  private byte[] heard = new byte[0];

  /**
   * A board.
   *
   * @param unit its address
   */
  public ModbusMachine(int unit) {
    this.unit = unit;
  }

  /** What happens when an output is switched; it may set inputs and counters. */
  public synchronized void wire(BiConsumer<Integer, Boolean> mechanics) {
    wire = mechanics;
  }

  public synchronized void input(int number, boolean on) {
    inputs.set(number, on);
  }

  public synchronized void count(int number) {
    counters[number] = counters[number] + 1 & 0xFFFF;
  }

  public synchronized boolean output(int number) {
    return outputs.get(number);
  }

  @Override
  public synchronized byte[] hear(byte[] bytes) {
    if (bytes.length == 0) {
      return bytes;
    }
    byte[] all = Arrays.copyOf(heard, heard.length + bytes.length);
    System.arraycopy(bytes, 0, all, heard.length, bytes.length);
    heard = all;
    while (heard.length >= REQUEST && !intact(heard)) {
      heard = Arrays.copyOfRange(heard, 1, heard.length);
    }
    if (heard.length < REQUEST) {
      return new byte[0];
    }
    byte[] request = Arrays.copyOf(heard, REQUEST);
    heard = new byte[0];
    return (request[0] & 0xFF) == unit ? answer(request) : new byte[0];
  }

  @Override
  public synchronized void powerLost() {
    heard = new byte[0];
  }

  private byte[] answer(byte[] request) {
    int function = request[1] & 0xFF;
    int first = word(request, 2);
    int value = word(request, 4);
    return switch (function) {
      case 2 -> first + value <= SIZE ? inputs(first, value) : refusal(function, WRONG_ADDRESS);
      case 4 ->
          first + value <= COUNTERS ? registers(first, value) : refusal(function, WRONG_ADDRESS);
      case 5 -> {
        if (first >= SIZE) {
          yield refusal(function, WRONG_ADDRESS);
        }
        boolean on = value == 0xFF00;
        outputs.set(first, on);
        wire.accept(first, on);
        yield request;
      }
      default -> refusal(function, WRONG_FUNCTION);
    };
  }

  private byte[] inputs(int first, int count) {
    byte[] answer = new byte[3 + (count + 7) / 8 + 2];
    answer[1] = 2;
    answer[2] = (byte) ((count + 7) / 8);
    for (int i = 0; i < count; i++) {
      if (inputs.get(first + i)) {
        answer[3 + i / 8] |= (byte) (1 << i % 8);
      }
    }
    return sealed(answer);
  }

  private byte[] registers(int first, int count) {
    byte[] answer = new byte[3 + 2 * count + 2];
    answer[1] = 4;
    answer[2] = (byte) (2 * count);
    for (int i = 0; i < count; i++) {
      answer[3 + 2 * i] = (byte) (counters[first + i] >> 8);
      answer[4 + 2 * i] = (byte) counters[first + i];
    }
    return sealed(answer);
  }

  private byte[] refusal(int function, int code) {
    return sealed(new byte[] {0, (byte) (function | 0x80), (byte) code, 0, 0});
  }

  private byte[] sealed(byte[] answer) {
    answer[0] = (byte) unit;
    int crc = crc(answer, answer.length - 2);
    answer[answer.length - 2] = (byte) crc;
    answer[answer.length - 1] = (byte) (crc >> 8);
    return answer;
  }

  private static boolean intact(byte[] frame) {
    int crc = crc(frame, REQUEST - 2);
    return word(frame, REQUEST - 2) == ((crc & 0xFF) << 8 | crc >> 8);
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  /** Bit by bit, as the specification's own text describes it. */
  private static int crc(byte[] bytes, int count) {
    int register = 0xFFFF;
    for (int i = 0; i < count; i++) {
      register ^= bytes[i] & 0xFF;
      for (int shift = 0; shift < 8; shift++) {
        boolean carry = (register & 1) == 1;
        register >>>= 1;
        register = carry ? register ^ 0xA001 : register;
      }
    }
    return register;
  }
}
