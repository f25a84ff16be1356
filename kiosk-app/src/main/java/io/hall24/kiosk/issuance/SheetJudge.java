package io.hall24.kiosk.issuance;

import io.hall24.device.Attempt;
import io.hall24.device.OutputEye;
import io.hall24.device.SheetPicture;
import io.hall24.device.supervision.SupervisedDevice;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Compares the sheet in the output with what should lie there. */
final class SheetJudge {
  private static final int LOOKS = 3;
  private final Optional<SupervisedDevice<OutputEye>> eye;
  private final SheetEye reader;
  private final DeskRules rules;

  SheetJudge(Optional<SupervisedDevice<OutputEye>> eye, SheetEye reader, DeskRules rules) {
    this.eye = eye;
    this.reader = reader;
    this.rules = rules;
  }

  /**
   * What the eye saw.
   *
   * @param evidence what speaks for the sheet
   * @param seen the number that was read
   * @param wrong why the sheet is no licence; empty also when nothing could be seen
   */
  record Sighting(Set<Evidence> evidence, Optional<SheetNumber> seen, Optional<SpoilReason> wrong) {
    static Sighting nothing() {
      return new Sighting(Set.of(), Optional.empty(), Optional.empty());
    }
  }

  /** Looks up to three times, because one picture may be blurred; the last one counts. */
  Sighting look(PrintJob job) throws InterruptedException {
    if (eye.isEmpty()) {
      return Sighting.nothing();
    }
    Sighting sighting = Sighting.nothing();
    for (int i = 0; i < LOOKS; i++) {
      sighting = lookOnce(eye.get(), job);
      if (!sighting.evidence().isEmpty() && sighting.wrong().isEmpty()) {
        return sighting;
      }
    }
    return sighting;
  }

  private Sighting lookOnce(SupervisedDevice<OutputEye> lens, PrintJob job)
      throws InterruptedException {
    return switch (lens.call(rules.times().deviceCall(), OutputEye::look)) {
      case Attempt.Done<SheetPicture>(var picture) -> judge(reader.read(picture), job);
      case Attempt.Failed<SheetPicture> _ -> Sighting.nothing();
    };
  }

  private Sighting judge(SheetEye.Reading reading, PrintJob job) {
    Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
    if (reading.inkShare() >= rules.leastInk()) {
      evidence.add(Evidence.INK_SEEN);
    }
    if (reading.qr().equals(Optional.of(job.qr()))) {
      evidence.add(Evidence.QR_READ_BACK);
    }
    if (reading.code().isPresent() && reading.code().equals(job.code())) {
      evidence.add(Evidence.CODE_READ_BACK);
    }
    Optional<SheetNumber> seen = reading.sheetNumber().flatMap(SheetNumber::read);
    if (seen.equals(Optional.of(job.sheet()))) {
      evidence.add(Evidence.NUMBER_READ_BACK);
    }
    boolean otherCode =
        reading.code().isPresent()
            && job.code().isPresent()
            && !evidence.contains(Evidence.CODE_READ_BACK);
    return new Sighting(evidence, seen, wrong(evidence, otherCode));
  }

  private static Optional<SpoilReason> wrong(Set<Evidence> evidence, boolean otherCode) {
    if (!evidence.contains(Evidence.INK_SEEN)) {
      return Optional.of(SpoilReason.BLANK);
    }
    if (!evidence.contains(Evidence.QR_READ_BACK)) {
      return Optional.of(SpoilReason.QR_DIFFERS);
    }
    if (otherCode) {
      return Optional.of(SpoilReason.CODE_DIFFERS);
    }
    return evidence.contains(Evidence.NUMBER_READ_BACK)
        ? Optional.empty()
        : Optional.of(SpoilReason.NUMBER_DIFFERS);
  }
}
