package io.hall24.kiosk.app;

import io.hall24.config.Profile;
import io.hall24.config.Profile.Role;
import io.hall24.device.Camera;
import io.hall24.device.Device;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.OutputEye;
import io.hall24.device.OutputPresenter;
import io.hall24.device.PagePrinter;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The terminal's devices, each on its own thread.
 *
 * @param reader reads identity documents
 * @param idCardReader reads identity cards, where another device does
 * @param camera sees the person
 * @param printer prints licences
 * @param presenter hands the sheet out
 * @param eye sees the sheet before it is handed out
 * @param plainPrinter prints test pages on plain paper
 */
record Devices(
    SupervisedDevice<IdentityDocumentReader> reader,
    Optional<SupervisedDevice<IdentityDocumentReader>> idCardReader,
    SupervisedDevice<Camera> camera,
    SupervisedDevice<PagePrinter> printer,
    SupervisedDevice<OutputPresenter> presenter,
    SupervisedDevice<OutputEye> eye,
    Optional<SupervisedDevice<PagePrinter>> plainPrinter)
    implements AutoCloseable {

  /** Makes the devices of a checked profile; all are at rest. */
  static Devices of(Profile profile, Drivers drivers, StatusBoard board, HallClock clock) {
    return new Devices(
        supervised(
            profile, Role.DOCUMENT_READER, IdentityDocumentReader.class, drivers, board, clock),
        profile.devices().containsKey(Role.ID_CARD_READER)
            ? Optional.of(
                supervised(
                    profile,
                    Role.ID_CARD_READER,
                    IdentityDocumentReader.class,
                    drivers,
                    board,
                    clock))
            : Optional.empty(),
        supervised(profile, Role.CAMERA, Camera.class, drivers, board, clock),
        supervised(profile, Role.PRINTER, PagePrinter.class, drivers, board, clock),
        supervised(profile, Role.OUTPUT_PRESENTER, OutputPresenter.class, drivers, board, clock),
        supervised(profile, Role.OUTPUT_EYE, OutputEye.class, drivers, board, clock),
        profile.devices().containsKey(Role.PLAIN_PRINTER)
            ? Optional.of(
                supervised(profile, Role.PLAIN_PRINTER, PagePrinter.class, drivers, board, clock))
            : Optional.empty());
  }

  private static <D extends Device> SupervisedDevice<D> supervised(
      Profile profile,
      Role role,
      Class<D> type,
      Drivers drivers,
      StatusBoard board,
      HallClock clock) {
    return new SupervisedDevice<>(
        drivers.create(profile, role, type, clock), board, clock, RandomGenerator.getDefault());
  }

  /** Everything on which a document can be laid. */
  List<SupervisedDevice<IdentityDocumentReader>> readers() {
    List<SupervisedDevice<IdentityDocumentReader>> readers = new ArrayList<>();
    idCardReader.ifPresent(readers::add);
    readers.add(reader);
    return readers;
  }

  List<SupervisedDevice<?>> all() {
    List<SupervisedDevice<?>> all =
        new ArrayList<>(List.of(reader, camera, printer, presenter, eye));
    idCardReader.ifPresent(all::add);
    plainPrinter.ifPresent(all::add);
    return all;
  }

  /** Wakes everything that a sheet passes, on a thread that ends when all have answered. */
  Thread wakeOutput() {
    plainPrinter.ifPresent(Devices::wakeBeside);
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

  /** Nobody waits for the printer of test pages. */
  private static void wakeBeside(SupervisedDevice<PagePrinter> printer) {
    Thread.ofVirtual()
        .name("wake-plain-printer")
        .start(() -> {
          try {
            var _ = printer.wake();
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
