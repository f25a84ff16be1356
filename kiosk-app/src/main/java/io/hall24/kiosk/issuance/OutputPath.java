package io.hall24.kiosk.issuance;

import io.hall24.device.OutputEye;
import io.hall24.device.OutputPresenter;
import io.hall24.device.PagePrinter;
import io.hall24.device.supervision.SupervisedDevice;
import java.util.Optional;

/**
 * The way of a sheet: printer, eye, presenter.
 *
 * @param printer direct IPP printer with the trays of stock
 * @param eye the camera over the output, where the profile has one
 * @param presenter flap, sensors and bin
 */
public record OutputPath(
    SupervisedDevice<PagePrinter> printer,
    Optional<SupervisedDevice<OutputEye>> eye,
    SupervisedDevice<OutputPresenter> presenter) {}
