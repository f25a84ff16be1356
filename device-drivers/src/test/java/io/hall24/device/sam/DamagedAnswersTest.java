package io.hall24.device.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.DocumentReading;
import io.hall24.device.simulated.sam.Disturbance;
import io.hall24.device.simulated.sam.Disturbance.Cut;
import io.hall24.device.simulated.sam.Disturbance.Flip;
import io.hall24.device.simulated.sam.Disturbance.Repeat;
import io.hall24.device.simulated.sam.SimulatedCard;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens to one byte, an answer is either refused or understood as it was sent. Two bytes
 * in which the same bit is turned pass the protocol's checksum, which is an exclusive or; they are
 * out of what is claimed here.
 */
final class DamagedAnswersTest {
  private static final CardInterpreter INTERPRETER = new CardInterpreter(RecordLayouts.shipped());
  private static final byte[] TEXT = Cards.holder().text();
  private static final byte[] ANSWER = answer(TEXT, Cards.photo());
  private static final byte[] NUMBER =
      HexFormat.of().parseHex("AAAAAA96690014000090" + "0500180015E334011800000011110000" + "67");
  private static final DocumentReading WHOLE = read(ANSWER).orElseThrow();

  @Test
  void undamagedAnswersAreUnderstood() {
    assertTrue(WHOLE instanceof DocumentReading.Read);
    assertTrue(accepted(SamCommand.NUMBER, withChecksum(NUMBER)).isPresent());
  }

  @Test
  void anyByteTurnedCutOrRepeatedNeverMakesAnotherDocument() {
    Random random = new Random(31);
    IntStream.range(0, ANSWER.length)
        .boxed()
        .flatMap(at ->
            Stream.of(
                new Flip(at, 1 << random.nextInt(8)),
                new Flip(at, 1 + random.nextInt(255)),
                new Cut(at, 1),
                new Cut(at, 1 + random.nextInt(40)),
                new Repeat(at, 1),
                new Repeat(at, 1 + random.nextInt(40))))
        .forEach(damage ->
            read(damage.apply(ANSWER))
                .ifPresent(reading -> assertEquals(WHOLE, reading, damage::toString)));
  }

  /** A byte that equals the checksum makes, repeated, a packet whose checksum agrees. */
  @Test
  void repeatedByteThatPassesTheChecksumIsFoundByWhatIsLeftOver() {
    byte checksum = ANSWER[ANSWER.length - 1];
    List<Integer> treacherous =
        IntStream.range(12, ANSWER.length - 1)
            .filter(at -> ANSWER[at] == checksum)
            .boxed()
            .toList();
    assertTrue(treacherous.size() > 2, "the seed gives some");
    for (int at : treacherous) {
      byte[] damaged = new Repeat(at, 1).apply(ANSWER);
      PacketScanner scanner = new PacketScanner();
      scanner.add(damaged, damaged.length);
      SamAnswer passes = scanner.next().orElseThrow();
      assertTrue(SamCommand.READ.fits(passes));
      assertNotEquals(
          ByteBuffer.wrap(ANSWER, 10, ANSWER.length - 11), passes.data(), "and is another one");
      assertTrue(!scanner.isEmpty(), "left over at " + at);
    }
  }

  @Test
  void anyByteOfTheModulesNumberTurnedCutOrRepeatedNeverMakesAnotherNumber() {
    byte[] whole = withChecksum(NUMBER);
    String number = SamNumber.of(accepted(SamCommand.NUMBER, whole).orElseThrow().data());
    for (int at = 0; at < whole.length; at++) {
      for (int bits = 1; bits < 256; bits++) {
        unchanged(number, new Flip(at, bits), whole);
      }
      for (int count = 1; count < 6; count++) {
        unchanged(number, new Cut(at, count), whole);
        unchanged(number, new Repeat(at, count), whole);
      }
    }
  }

  private static void unchanged(String number, Disturbance damage, byte[] whole) {
    accepted(SamCommand.NUMBER, damage.apply(whole))
        .ifPresent(answer -> assertEquals(number, SamNumber.of(answer.data()), damage::toString));
  }

  @Test
  void nothingThatCouldComeOverALineBreaksTheParsers() {
    Random random = new Random(77);
    for (int round = 0; round < 4_000; round++) {
      byte[] noise = new byte[random.nextInt(600)];
      random.nextBytes(noise);
      for (int i = 0; i < noise.length && random.nextBoolean(); i += 40) {
        System.arraycopy(ANSWER, 0, noise, i, Math.min(random.nextInt(12), noise.length - i));
      }
      PacketScanner scanner = new PacketScanner();
      scanner.add(noise, noise.length);
      while (scanner.next().isPresent()) {
        // Only that it ends.
      }
      byte[] text = Arrays.copyOf(noise, SimulatedCard.TEXT);
      var reading = interpret(ByteBuffer.wrap(text));
      assertTrue(!(reading instanceof DocumentReading.Read), "noise is nobody");
    }
  }

  @Test
  void anyByteOfARecordChangedAfterTheChecksumIsRefusedOrChangesOnlyItsOwnField() {
    Random random = new Random(5);
    for (int at = 0; at < TEXT.length; at++) {
      byte[] text = TEXT.clone();
      text[at] ^= (byte) (1 + random.nextInt(255));
      if (interpret(ByteBuffer.wrap(text)) instanceof DocumentReading.Read(var document)
          && at >= 122
          && at < 158) {
        assertEquals(Cards.NUMBER, document.number(), "the number checks itself, byte " + at);
      }
    }
  }

  private static Optional<DocumentReading> read(byte[] bytes) {
    return accepted(SamCommand.READ, bytes)
        .flatMap(answer -> {
          try {
            CardRecord record = CardRecord.of(answer.data());
            byte[] photo = new byte[record.photo().remaining()];
            record.photo().get(photo);
            assertTrue(Arrays.equals(Cards.photo(), photo), "the photo");
            return Optional.of(interpret(record.text()));
          } catch (MalformedRecordException refused) {
            return Optional.empty();
          }
        });
  }

  /** As the conversation judges: it fits the question, and nothing is left over. */
  private static Optional<SamAnswer> accepted(SamCommand command, byte[] bytes) {
    PacketScanner scanner = new PacketScanner();
    scanner.add(bytes, bytes.length);
    Optional<SamAnswer> answer = scanner.next().filter(command::fits);
    return scanner.isEmpty() ? answer : Optional.empty();
  }

  private static DocumentReading interpret(ByteBuffer text) {
    return INTERPRETER.interpret(new CardText(text), Optional.empty(), "module", Optional::empty);
  }

  private static byte[] answer(byte[] text, byte[] photo) {
    byte[] answer = new byte[1295];
    byte[] head = HexFormat.of().parseHex("AAAAAA9669050800009001000400");
    System.arraycopy(head, 0, answer, 0, head.length);
    System.arraycopy(text, 0, answer, head.length, text.length);
    System.arraycopy(photo, 0, answer, head.length + text.length, photo.length);
    return withChecksum(answer);
  }

  private static byte[] withChecksum(byte[] frame) {
    byte[] whole = frame.clone();
    byte sum = 0;
    for (int i = 5; i < whole.length - 1; i++) {
      sum ^= whole[i];
    }
    whole[whole.length - 1] = sum;
    return whole;
  }
}
