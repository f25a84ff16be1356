package io.hall24.device.lds;

import io.hall24.device.ChipAuthenticity;
import io.hall24.device.ChipPhoto;
import io.hall24.device.DocumentItem;
import io.hall24.device.DocumentReading;
import io.hall24.device.ErasableMemory;
import io.hall24.device.IdentityDocument;
import io.hall24.device.time.HallClock;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Makes an identity document of the files of a chip. */
public final class DocumentInterpreter {
  private static final int DATA_GROUP_1 = 0x61;
  private static final int ZONE = 0x5F1F;

  private final PassiveAuthentication authentication;
  private final HallClock clock;

  public DocumentInterpreter(TrustedIssuers trust, HallClock clock) {
    this.authentication = new PassiveAuthentication(trust);
    this.clock = clock;
  }

  /**
   * Interprets the files and authenticates them.
   *
   * @param protocol how they were read
   * @param proof whether the chip has proven to be no copy
   * @param memory takes the chip photo
   * @return {@link DocumentReading.Read} or {@link DocumentReading.Unreadable}
   */
  public DocumentReading interpret(
      DocumentFiles files, String protocol, ChipProof proof, ErasableMemory memory) {
    Instant now = clock.wallTime();
    try {
      var zone = zone(files.dataGroup(1), LocalDate.ofInstant(now, ZoneOffset.UTC));
      var picture = FacePicture.find(files.dataGroup(2));
      var items = items(files);
      var authenticity =
          judged(authentication.judge(files.dataGroups(), files.securityObject(), now), proof);
      return new DocumentReading.Read(
          new IdentityDocument(
              IdentityDocument.Type.PASSPORT,
              zone.issuer(),
              zone.documentNumber(),
              zone.name(),
              zone.nationality(),
              zone.birth(),
              Optional.of(zone.expiry()),
              Optional.of(photo(files.dataGroup(2), picture, memory)),
              authenticity,
              protocol + proof.suffix(),
              items));
    } catch (MalformedFileException malformed) {
      return new DocumentReading.Unreadable(String.valueOf(malformed.getMessage()));
    }
  }

  /** What the chip proved of itself counts only where its issuer vouches for the key. */
  private static ChipAuthenticity judged(ChipAuthenticity data, ChipProof proof) {
    return switch (proof) {
      case NOT_OFFERED -> data;
      case CHIP_AUTHENTICATION, ACTIVE_AUTHENTICATION ->
          data == ChipAuthenticity.PASSIVELY_AUTHENTICATED
              ? ChipAuthenticity.CHIP_AUTHENTICATED
              : data;
      case WITHHELD ->
          data == ChipAuthenticity.PASSIVELY_AUTHENTICATED
              ? ChipAuthenticity.CHIP_NOT_AUTHENTICATED
              : data;
      case FAILED -> ChipAuthenticity.FORGED;
    };
  }

  private static Map<DocumentItem, String> items(DocumentFiles files) {
    return files
        .find(11)
        .flatMap(NationalName::find)
        .map(name -> Map.of(DocumentItem.CHINESE_NAME, name))
        .orElse(Map.of());
  }

  private static MachineReadableZone zone(byte[] dataGroup1, LocalDate today)
      throws MalformedFileException {
    Tlv zone = Tlv.file(dataGroup1, DATA_GROUP_1).child(dataGroup1, ZONE);
    String text =
        new String(dataGroup1, zone.start(), zone.end() - zone.start(), StandardCharsets.US_ASCII);
    return MachineReadableZone.parse(text, today);
  }

  private static ChipPhoto photo(byte[] dataGroup2, FacePicture picture, ErasableMemory memory) {
    int size = picture.end() - picture.start();
    MemorySegment segment = memory.allocate(size);
    MemorySegment.copy(dataGroup2, picture.start(), segment, ValueLayout.JAVA_BYTE, 0, size);
    return new ChipPhoto(picture.mimeType(), segment);
  }
}
