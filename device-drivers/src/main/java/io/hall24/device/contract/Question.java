package io.hall24.device.contract;

import io.hall24.device.Attempt;
import io.hall24.device.AudioOutput;
import io.hall24.device.Camera;
import io.hall24.device.CodeScanner;
import io.hall24.device.DepositSlot;
import io.hall24.device.Device;
import io.hall24.device.DoorContact;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.Keypad;
import io.hall24.device.OutputEye;
import io.hall24.device.OutputPresenter;
import io.hall24.device.PagePrinter;
import io.hall24.device.PowerSource;
import io.hall24.device.ReceiptPrinter;
import io.hall24.device.Slip;
import io.hall24.device.StaffCardReader;
import io.hall24.device.StatusLights;
import io.hall24.device.time.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Something to ask a device.
 *
 * @param waits whether it goes on until a person does something, so that withdrawing is all that
 *     ends it
 * @param asking asks it
 */
public record Question(boolean waits, Asking asking) {
  /** Asks a device. */
  @FunctionalInterface
  public interface Asking {
    Attempt<?> ask(Device device, Patience patience);
  }

  /** What the contract asks a device of a kind. */
  static Question usual(Device device) {
    return switch (device.kind()) {
      case IDENTITY_DOCUMENT_READER ->
          waiting((it, p) -> ((IdentityDocumentReader) it).awaitDocument(p));
      case CAMERA -> brief((it, p) -> ((Camera) it).nextFrame(p));
      case PAGE_PRINTER -> brief((it, p) -> ((PagePrinter) it).report(p));
      case OUTPUT_PRESENTER -> brief((it, p) -> ((OutputPresenter) it).report(p));
      case OUTPUT_EYE -> waiting((it, p) -> ((OutputEye) it).look(p));
      case DEPOSIT_SLOT -> waiting((it, p) -> ((DepositSlot) it).awaitDeposit(p));
      case RECEIPT_PRINTER -> brief((it, p) -> ((ReceiptPrinter) it).print(slip(), p));
      case CODE_SCANNER -> waiting((it, p) -> ((CodeScanner) it).awaitCode(p));
      case STAFF_CARD_READER -> waiting((it, p) -> ((StaffCardReader) it).awaitCard(p));
      case KEYPAD -> waiting((it, p) -> ((Keypad) it).awaitKey(p));
      case STATUS_LIGHTS -> brief((it, p) -> ((StatusLights) it).show(Map.of(), p));
      case AUDIO_OUTPUT ->
          waiting((it, p) -> {
            var audio = (AudioOutput) it;
            return then(audio.headset(brief(p)), now -> audio.awaitHeadsetOtherThan(now, p));
          });
      case POWER_SOURCE -> brief((it, p) -> ((PowerSource) it).report(p));
      case DOOR_CONTACT ->
          waiting((it, p) -> {
            var door = (DoorContact) it;
            return then(door.report(brief(p)), now -> door.awaitOtherThan(now, p));
          });
    };
  }

  private static Slip slip() {
    return new Slip(
        List.of(
            new Slip.Line.Text("Hall24 合同测试", Slip.Look.BOLD, true),
            new Slip.Line.Pair("No.", "1"),
            new Slip.Line.Code("https://example.invalid/")));
  }

  private static Question waiting(Asking asking) {
    return new Question(true, asking);
  }

  private static Question brief(Asking asking) {
    return new Question(false, asking);
  }

  private static Patience brief(Patience whole) {
    return Patience.part(whole, Duration.ofSeconds(2));
  }

  private static <T> Attempt<?> then(Attempt<T> first, Function<T, Attempt<?>> next) {
    return switch (first) {
      case Attempt.Done<T>(var value) -> next.apply(value);
      case Attempt.Failed<T> failed -> failed;
    };
  }
}
