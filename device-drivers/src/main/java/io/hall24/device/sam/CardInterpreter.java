package io.hall24.device.sam;

import io.hall24.device.ChipAuthenticity;
import io.hall24.device.ChipPhoto;
import io.hall24.device.DocumentItem;
import io.hall24.device.DocumentReading;
import io.hall24.device.IdentityDocument;
import io.hall24.device.sam.RecordLayout.Place;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Makes an identity document of a card's record. */
final class CardInterpreter {
  private static final String PROTOCOL = "SAM";
  private static final int BIRTH_FROM = 6;
  private static final int BIRTH_TO = 14;
  private static final Map<Slot, DocumentItem> PLAIN_ITEMS =
      Map.of(
          Slot.CHINESE_NAME, DocumentItem.CHINESE_NAME,
          Slot.ADDRESS, DocumentItem.ADDRESS,
          Slot.AUTHORITY, DocumentItem.AUTHORITY,
          Slot.TRAVEL_PERMIT, DocumentItem.TRAVEL_PERMIT,
          Slot.ISSUE_COUNT, DocumentItem.ISSUE_COUNT,
          Slot.VERSION, DocumentItem.VERSION);

  private final RecordLayouts layouts;
  private final Ethnicities ethnicities;

  CardInterpreter(RecordLayouts layouts) {
    this.layouts = layouts;
    this.ethnicities = Ethnicities.shipped();
  }

  /** Gives the photo only when the text was understood. */
  interface PhotoSource {
    Optional<ChipPhoto> photo();
  }

  /**
   * Understands a card's text.
   *
   * @param newAddress what was written into the chip later
   * @param readerModule the module that authenticated the card
   * @param photo is asked only when the text was understood
   */
  DocumentReading interpret(
      CardText text, Optional<String> newAddress, String readerModule, PhotoSource photo) {
    try {
      Optional<String> letter = text.letter();
      Optional<RecordLayout> layout = layouts.of(letter);
      if (layout.isEmpty()) {
        return new DocumentReading.UnknownType("card type " + letter.orElse("without a letter"));
      }
      return new DocumentReading.Read(
          document(layout.get(), text, newAddress, readerModule, photo));
    } catch (MalformedRecordException malformed) {
      return new DocumentReading.Unreadable(String.valueOf(malformed.getMessage()));
    }
  }

  private IdentityDocument document(
      RecordLayout layout,
      CardText text,
      Optional<String> newAddress,
      String readerModule,
      PhotoSource photo)
      throws MalformedRecordException {
    var fields = new Fields(layout, text);
    LocalDate birth = text.date(fields.place(Slot.BIRTH), "birth");
    String number = number(layout, fields, birth);
    Map<DocumentItem, String> items = items(fields);
    newAddress.ifPresent(address -> items.put(DocumentItem.NEW_ADDRESS, address));
    items.put(DocumentItem.READER_MODULE, readerModule);
    Optional<LocalDate> expiry = expiry(fields, items);
    String nationality = nationality(layout, fields);
    return new IdentityDocument(
        layout.type(),
        layout.issuer(),
        number,
        fields.filled(Slot.NAME),
        nationality,
        birth,
        expiry,
        photo.photo(),
        ChipAuthenticity.AUTHENTICATED_BY_READER,
        PROTOCOL,
        items);
  }

  private static String number(RecordLayout layout, Fields fields, LocalDate birth)
      throws MalformedRecordException {
    String number = fields.filled(Slot.NUMBER);
    if (!layout.numberForm().matcher(number).matches()) {
      throw new MalformedRecordException("number has not the form of its kind of card");
    }
    if (layout.numberChecked()
        && (!CheckCharacter.agrees(number)
            || !number.substring(BIRTH_FROM, BIRTH_TO).equals(CardText.digits(birth)))) {
      throw new MalformedRecordException("number does not agree with itself or with birth");
    }
    return number;
  }

  private static String nationality(RecordLayout layout, Fields fields)
      throws MalformedRecordException {
    if (layout.nationality().isPresent()) {
      return layout.nationality().get();
    }
    String nationality = fields.filled(Slot.NATIONALITY);
    if (!nationality.matches("[A-Z]{3}")) {
      throw new MalformedRecordException("nationality is not three letters");
    }
    return nationality;
  }

  private static Optional<LocalDate> expiry(Fields fields, Map<DocumentItem, String> items)
      throws MalformedRecordException {
    Optional<LocalDate> expiry =
        fields.text.lastDay(fields.place(Slot.VALID_TO), Slot.VALID_TO.word());
    Optional<Place> from = fields.find(Slot.VALID_FROM);
    if (from.isPresent()) {
      LocalDate first = fields.text.date(from.get(), Slot.VALID_FROM.word());
      if (expiry.isPresent() && expiry.get().isBefore(first)) {
        throw new MalformedRecordException("validity ends before it begins");
      }
      items.put(DocumentItem.VALID_FROM, first.toString());
    }
    return expiry;
  }

  private Map<DocumentItem, String> items(Fields fields) throws MalformedRecordException {
    Map<DocumentItem, String> items = new EnumMap<>(DocumentItem.class);
    for (var plain : PLAIN_ITEMS.entrySet()) {
      Optional<Place> place = fields.find(plain.getKey());
      if (place.isPresent()) {
        String text = fields.text.text(place.get(), plain.getKey().word());
        if (!text.isEmpty()) {
          items.put(plain.getValue(), text);
        }
      }
    }
    if (fields.find(Slot.SEX).isPresent()) {
      items.put(DocumentItem.SEX, sex(fields.filled(Slot.SEX)));
    }
    if (fields.find(Slot.ETHNICITY).isPresent()) {
      items.put(DocumentItem.ETHNICITY, ethnicities.name(fields.filled(Slot.ETHNICITY)));
    }
    return items;
  }

  /** GB/T 2261.1. */
  private static String sex(String code) throws MalformedRecordException {
    return switch (code) {
      case "0" -> "UNKNOWN";
      case "1" -> "MALE";
      case "2" -> "FEMALE";
      case "9" -> "NOT_STATED";
      default -> throw new MalformedRecordException("sex has a code that does not exist");
    };
  }

  /** The fields of one card. */
  private record Fields(RecordLayout layout, CardText text) {
    Optional<Place> find(Slot slot) {
      return Optional.ofNullable(layout.places().get(slot));
    }

    Place place(Slot slot) throws MalformedRecordException {
      return find(slot)
          .orElseThrow(() -> new MalformedRecordException("the layout has no " + slot.word()));
    }

    /** A field that must not be empty. */
    String filled(Slot slot) throws MalformedRecordException {
      String content = text.text(place(slot), slot.word());
      if (content.isBlank()) {
        throw new MalformedRecordException(slot.word() + " is empty");
      }
      return content;
    }
  }
}
