package io.hall24.device.sam;

import io.hall24.device.DocumentReading;
import io.hall24.device.simulated.sam.SimulatedCard;
import io.hall24.kiosk.fuzz.FuzzTarget;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Answers of a security module, whole or in pieces, and the records in them. */
public final class SamFuzz implements FuzzTarget {
  private static final int PIECE = 97;
  private static final CardInterpreter INTERPRETER = new CardInterpreter(RecordLayouts.shipped());

  /** A target. */
  public SamFuzz() {}

  @Override
  public void feed(byte[] input) {
    PacketScanner scanner = new PacketScanner();
    for (int from = 0; from < input.length; from += PIECE) {
      byte[] piece = Arrays.copyOfRange(input, from, Math.min(input.length, from + PIECE));
      scanner.add(piece, piece.length);
      for (var answer = scanner.next(); answer.isPresent(); answer = scanner.next()) {
        answer(answer.get());
      }
    }
    // The checksum keeps most inputs from the record behind it: they are taken for one as well.
    record(ByteBuffer.wrap(input));
    if (input.length >= CardRecord.TEXT) {
      interpret(ByteBuffer.wrap(input, 0, CardRecord.TEXT).slice());
    }
  }

  private static void answer(SamAnswer answer) {
    for (SamCommand command : SamCommand.values()) {
      if (command.fits(answer) && command.succeeded(answer)) {
        switch (command) {
          case READ -> record(answer.data());
          case NUMBER -> require(!SamNumber.of(answer.data()).isEmpty());
          default -> {}
        }
      }
    }
  }

  private static void record(ByteBuffer data) {
    try {
      interpret(CardRecord.of(data).text());
    } catch (MalformedRecordException refused) {
      require(refused.getMessage() != null);
    }
  }

  private static void interpret(ByteBuffer text) {
    var reading =
        INTERPRETER.interpret(new CardText(text), Optional.empty(), "module", Optional::empty);
    if (reading instanceof DocumentReading.Read(var document)) {
      require(!document.name().isBlank() && !document.number().isBlank());
    }
  }

  private static void require(boolean holds) {
    if (!holds) {
      throw new IllegalStateException("neither read nor refused");
    }
  }

  @Override
  public List<byte[]> seeds() {
    byte[] text =
        new SimulatedCard.Resident(
                "无名氏",
                2,
                "01",
                LocalDate.of(1995, 8, 16),
                "云岭省",
                "999999199508160240",
                "示例分局",
                LocalDate.of(2020, 1, 1),
                Optional.empty())
            .text();
    return List.of(
        HexFormat.of().parseHex("AAAAAA96690004000090" + "94"),
        HexFormat.of().parseHex("AAAAAA9669000800009F00000000" + "97"),
        HexFormat.of().parseHex("AAAAAA966900140000900500180015E3340118000000111100" + "0010"),
        text,
        record(text));
  }

  private static byte[] record(byte[] text) {
    ByteBuffer record = ByteBuffer.allocate(4 + text.length + CardRecord.PHOTO);
    record.putShort((short) text.length).putShort((short) CardRecord.PHOTO).put(text);
    return record.array();
  }
}
