package io.hall24.device.sam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.ChipAuthenticity;
import io.hall24.device.DocumentItem;
import io.hall24.device.DocumentReading;
import io.hall24.device.IdentityDocument;
import io.hall24.device.simulated.sam.SimulatedCard;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a card's text means. The places of the fields are those of the sources that the layout files
 * name; the contents are invented and written by our own encoder.
 */
final class CardInterpreterTest {
  private final RecordLayouts layouts = RecordLayouts.shipped();

  @Test
  void residentCardIsUnderstood() {
    IdentityDocument document = read(Cards.residentText().bytes());

    assertEquals(IdentityDocument.Type.RESIDENT_ID_CARD, document.type());
    assertEquals("CHN", document.issuer());
    assertEquals("CHN", document.nationality());
    assertEquals(Cards.NAME, document.name());
    assertEquals(Cards.NUMBER, document.number());
    assertEquals(LocalDate.of(1993, 3, 14), document.birth());
    assertEquals(Optional.of(LocalDate.of(2040, 1, 1)), document.expiry());
    assertEquals(ChipAuthenticity.AUTHENTICATED_BY_READER, document.authenticity());
    assertEquals(
        Map.of(
            DocumentItem.SEX, "FEMALE",
            DocumentItem.ETHNICITY, "彝",
            DocumentItem.ADDRESS, Cards.ADDRESS,
            DocumentItem.AUTHORITY, Cards.AUTHORITY,
            DocumentItem.VALID_FROM, "2020-01-01",
            DocumentItem.NEW_ADDRESS, Cards.NEW_ADDRESS,
            DocumentItem.READER_MODULE, "module"),
        document.items());
  }

  @Test
  void residencePermitIsUnderstood() {
    IdentityDocument document =
        read(
            new SimulatedCard.Text(SimulatedCard.TEXT)
                .put(0, 30, "陳示例")
                .put(30, 2, "1")
                .put(36, 16, "19800229")
                .put(52, 70, Cards.ADDRESS)
                .put(122, 36, Cards.number("81000019800229001"))
                .put(158, 30, Cards.AUTHORITY)
                .put(188, 16, "20240301")
                .put(204, 16, "20290301")
                .put(220, 18, "H00000000")
                .put(238, 4, "02")
                .put(248, 2, "J")
                .bytes());

    assertEquals(IdentityDocument.Type.RESIDENCE_PERMIT, document.type());
    assertEquals("陳示例", document.name());
    assertEquals("H00000000", document.items().get(DocumentItem.TRAVEL_PERMIT));
    assertEquals("02", document.items().get(DocumentItem.ISSUE_COUNT));
    assertEquals("MALE", document.items().get(DocumentItem.SEX));
  }

  @Test
  void foreignersCardOf2017IsUnderstood() {
    IdentityDocument document = read(foreigner().put(248, 2, "I").bytes());

    assertEquals(IdentityDocument.Type.FOREIGN_PERMANENT_RESIDENT_CARD, document.type());
    assertEquals("EXAMPLE, NOBODY", document.name());
    assertEquals("UTO999990123105", document.number());
    assertEquals("UTO", document.nationality());
    assertEquals("CHN", document.issuer());
    assertEquals(LocalDate.of(1990, 1, 23), document.birth());
    assertEquals("示例", document.items().get(DocumentItem.CHINESE_NAME));
    assertEquals("01", document.items().get(DocumentItem.VERSION));
  }

  private static SimulatedCard.Text foreigner() {
    return new SimulatedCard.Text(SimulatedCard.TEXT)
        .put(0, 120, "EXAMPLE, NOBODY")
        .put(120, 2, "9")
        .put(122, 30, "UTO999990123105")
        .put(152, 6, "UTO")
        .put(158, 30, "示例")
        .put(188, 16, "20190401")
        .put(204, 16, "20290331")
        .put(220, 16, "19900123")
        .put(236, 4, "01")
        .put(240, 8, "1500");
  }

  @Test
  void cardThatIsValidForEverNeverExpires() {
    assertEquals(
        Optional.empty(), read(Cards.residentText().put(204, 16, "长期      ").bytes()).expiry());
  }

  @Test
  void rareNamesAreGivenAsTheCardHoldsThem() {
    String privateUse = "李\uE843\uE86D";

    assertEquals(
        privateUse,
        read(new SimulatedCard.Resident(
                    privateUse,
                    1,
                    "01",
                    LocalDate.of(1993, 3, 14),
                    "",
                    Cards.NUMBER,
                    "",
                    LocalDate.EPOCH,
                    Optional.empty())
                .text())
            .name());
    assertEquals(
        "𠅤𬀩", read(Cards.residentText().put(0, 30, "𠅤𬀩" + " ".repeat(11)).bytes()).name());
  }

  @Test
  void groupWithoutANameIsGivenByItsCode() {
    assertEquals(
        "96",
        read(Cards.residentText().put(32, 4, "96").bytes()).items().get(DocumentItem.ETHNICITY));
  }

  @Test
  void unknownKindOfCardIsRefusedByName() {
    assertEquals(
        new DocumentReading.UnknownType("card type Y"),
        interpret(layouts, Cards.residentText().put(248, 2, "Y").bytes()));
  }

  @Test
  void kindOfCardIsAddedByAFile(@TempDir Path directory) throws IOException {
    String file;
    try (var in =
        RecordLayouts.class.getResourceAsStream("foreign-permanent-resident-2017.layout")) {
      file = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    Files.writeString(
        directory.resolve("invented.layout"), file.replaceAll("(?m)^letter +I", "letter Y"));

    var reading = interpret(layouts.with(directory), foreigner().put(248, 2, "Y").bytes());

    assertInstanceOf(DocumentReading.Read.class, reading);
  }

  @ParameterizedTest
  @CsvSource({
    "'field reserved    220 36', 'field reserved 222 34', does not follow",
    "'field reserved    220 36', 'field reserved 220 34', end at 254",
    "'field name        0   30', 'field nome 0 30', unknown meaning",
    "'number       GB-11643', 'number [', number form",
    "'issuer       CHN', 'issuer China', three letters",
    "'type         RESIDENT_ID_CARD', 'type LIBRARY_CARD', LIBRARY_CARD"
  })
  void layoutFileWithAMistakeIsNamed(
      String line, String wrong, String complaint, @TempDir Path directory) throws IOException {
    String file;
    try (var in = RecordLayouts.class.getResourceAsStream("resident.layout")) {
      file = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    }
    String broken = file.replaceAll("(?m)" + line.replaceAll(" +", " +") + "$", wrong);
    assertTrue(broken.contains(wrong), "the mistake is planted");
    Files.writeString(directory.resolve("mine.layout"), broken);

    String refusal =
        String.valueOf(assertThrows(IOException.class, () -> layouts.with(directory)).getMessage());

    assertTrue(refusal.contains("mine.layout"), refusal);
    assertTrue(refusal.contains(complaint), refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "36,  16, 19930230, birth",
    "36,  16, 19930315, number",
    "122, 36, 999999199303140020, number",
    "122, 36, 99999919930314, number",
    "30,  2,  5, sex",
    "188, 16, 20410101, validity",
    "204, 16, 长久, valid-to",
    "0,   30, '               ', name"
  })
  void contentThatCannotBeIsNotRead(int offset, int length, String content, String named) {
    var reading =
        interpret(
            layouts,
            Cards.residentText()
                .put(offset, length, content + " ".repeat(length / 2 - content.length()))
                .bytes());

    var unreadable = assertInstanceOf(DocumentReading.Unreadable.class, reading);
    assertTrue(unreadable.detail().contains(named), unreadable::detail);
    assertTrue(content.isBlank() || !unreadable.detail().contains(content), "no personal data");
  }

  @Test
  void halfACharacterIsNotRead() {
    byte[] text = Cards.residentText().bytes();
    text[0] = 0x40;
    text[1] = (byte) 0xD8;

    assertInstanceOf(DocumentReading.Unreadable.class, interpret(layouts, text));
  }

  private IdentityDocument read(byte[] text) {
    return assertInstanceOf(DocumentReading.Read.class, interpret(layouts, text)).document();
  }

  private static DocumentReading interpret(RecordLayouts layouts, byte[] text) {
    return new CardInterpreter(layouts)
        .interpret(
            new CardText(ByteBuffer.wrap(text)),
            Optional.of(Cards.NEW_ADDRESS),
            "module",
            Optional::empty);
  }
}
