package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.config.Profile.Role;
import io.hall24.device.Camera;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.OutputEye;
import io.hall24.device.OutputPresenter;
import io.hall24.device.PagePrinter;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.journey.Cameras;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The terminal's devices, each on its own thread.
 *
 * @param reader reads identity documents
 * @param idCardReader reads identity cards, where another device does
 * @param camera sees the person
 * @param lowCamera sees people who sit or are small
 * @param printer prints licences
 * @param presenter hands the sheet out
 * @param eye sees the sheet before it is handed out
 * @param plainPrinter prints test pages on plain paper
 * @param peripherals what a terminal may do without
 */
record Devices(
    SupervisedDevice<IdentityDocumentReader> reader,
    Optional<SupervisedDevice<IdentityDocumentReader>> idCardReader,
    SupervisedDevice<Camera> camera,
    Optional<SupervisedDevice<Camera>> lowCamera,
    SupervisedDevice<PagePrinter> printer,
    SupervisedDevice<OutputPresenter> presenter,
    SupervisedDevice<OutputEye> eye,
    Optional<SupervisedDevice<PagePrinter>> plainPrinter,
    Peripherals peripherals)
    implements AutoCloseable {

  /** Makes the devices of a checked profile; all are at rest. */
  static Devices of(Profile profile, Drivers drivers, StatusBoard board, HallClock clock) {
    var maker = new DeviceMaker(profile, drivers, board, clock);
    return new Devices(
        maker.make(Role.DOCUMENT_READER, IdentityDocumentReader.class),
        maker.find(Role.ID_CARD_READER, IdentityDocumentReader.class),
        maker.make(Role.CAMERA, Camera.class),
        maker.find(Role.LOW_CAMERA, Camera.class),
        maker.make(Role.PRINTER, PagePrinter.class),
        maker.make(Role.OUTPUT_PRESENTER, OutputPresenter.class),
        maker.make(Role.OUTPUT_EYE, OutputEye.class),
        maker.find(Role.PLAIN_PRINTER, PagePrinter.class),
        Peripherals.of(maker));
  }

  /** Everything on which a document can be laid. */
  List<SupervisedDevice<IdentityDocumentReader>> readers() {
    List<SupervisedDevice<IdentityDocumentReader>> readers = new ArrayList<>();
    idCardReader.ifPresent(readers::add);
    readers.add(reader);
    return readers;
  }

  /** Those that see people. */
  Cameras cameras() {
    return new Cameras(camera, lowCamera);
  }

  List<SupervisedDevice<?>> all() {
    List<SupervisedDevice<?>> all =
        new ArrayList<>(List.of(reader, camera, printer, presenter, eye));
    idCardReader.ifPresent(all::add);
    lowCamera.ifPresent(all::add);
    plainPrinter.ifPresent(all::add);
    all.addAll(peripherals.all());
    return all;
  }

  /** Wakes everything that a sheet passes, on a thread that ends when all have answered. */
  Thread wakeOutput() {
    plainPrinter.ifPresent(Devices::wakeBeside);
    peripherals.all().forEach(Devices::wakeBeside);
    return Thread.ofVirtual()
        .name("wake-output")
        .start(() -> {
          try {
            for (SupervisedDevice<?> device : List.of(printer, presenter, eye)) {
              var _ = device.wake();
            }
          } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
          }
        });
  }

  /** Nobody waits for the printer of test pages, nor for what a terminal may do without. */
  private static void wakeBeside(SupervisedDevice<?> device) {
    Thread.ofVirtual()
        .name("wake-" + device.id())
        .start(() -> {
          try {
            var _ = device.wake();
          } catch (InterruptedException ends) {
            Thread.currentThread().interrupt();
          }
        });
  }

  @Override
  public void close() {
    all().forEach(SupervisedDevice::close);
  }
}
