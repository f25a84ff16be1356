package io.hall24.kiosk.app;

import io.hall24.config.Profile.Role;
import io.hall24.device.AudioOutput;
import io.hall24.device.CodeScanner;
import io.hall24.device.DepositSlot;
import io.hall24.device.DoorContact;
import io.hall24.device.Keypad;
import io.hall24.device.PowerSource;
import io.hall24.device.ReceiptPrinter;
import io.hall24.device.StaffCardReader;
import io.hall24.device.StatusLights;
import io.hall24.device.supervision.SupervisedDevice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The devices that a terminal may do without; each is there when the profile names it.
 *
 * @param receiptPrinter prints slips
 * @param codeScanner reads codes
 * @param staffCardReader reads the cards of staff
 * @param keypad keys for people who do not see the screen
 * @param lights on the housing
 * @param audio speaks
 * @param power the battery behind the mains
 * @param door watches the housing
 * @param depositSlot takes what people give back
 */
record Peripherals(
    Optional<SupervisedDevice<ReceiptPrinter>> receiptPrinter,
    Optional<SupervisedDevice<CodeScanner>> codeScanner,
    Optional<SupervisedDevice<StaffCardReader>> staffCardReader,
    Optional<SupervisedDevice<Keypad>> keypad,
    Optional<SupervisedDevice<StatusLights>> lights,
    Optional<SupervisedDevice<AudioOutput>> audio,
    Optional<SupervisedDevice<PowerSource>> power,
    Optional<SupervisedDevice<DoorContact>> door,
    Optional<SupervisedDevice<DepositSlot>> depositSlot) {

  static Peripherals of(DeviceMaker maker) {
    return new Peripherals(
        maker.find(Role.RECEIPT_PRINTER, ReceiptPrinter.class),
        maker.find(Role.CODE_SCANNER, CodeScanner.class),
        maker.find(Role.STAFF_CARD_READER, StaffCardReader.class),
        maker.find(Role.KEYPAD, Keypad.class),
        maker.find(Role.STATUS_LIGHTS, StatusLights.class),
        maker.find(Role.AUDIO_OUTPUT, AudioOutput.class),
        maker.find(Role.POWER_SOURCE, PowerSource.class),
        maker.find(Role.DOOR_CONTACT, DoorContact.class),
        maker.find(Role.DEPOSIT_SLOT, DepositSlot.class));
  }

  /** Those that are there. */
  List<SupervisedDevice<?>> all() {
    return Stream.<Optional<? extends SupervisedDevice<?>>>of(
            receiptPrinter,
            codeScanner,
            staffCardReader,
            keypad,
            lights,
            audio,
            power,
            door,
            depositSlot)
        .<SupervisedDevice<?>>flatMap(Optional::stream)
        .toList();
  }
}
