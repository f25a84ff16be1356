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
 */
record Devices(
    SupervisedDevice<IdentityDocumentReader> reader,
    Optional<SupervisedDevice<IdentityDocumentReader>> idCardReader,
    SupervisedDevice<Camera> camera,
    SupervisedDevice<PagePrinter> printer,
    SupervisedDevice<OutputPresenter> presenter,
    SupervisedDevice<OutputEye> eye)
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
        supervised(profile, Role.OUTPUT_EYE, OutputEye.class, drivers, board, clock));
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
    return all;
  }

  /** Wakes everything that a sheet passes, on a thread that ends when all have answered. */
  Thread wakeOutput() {
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

  @Override
  public void close() {
    all().forEach(SupervisedDevice::close);
  }
}
