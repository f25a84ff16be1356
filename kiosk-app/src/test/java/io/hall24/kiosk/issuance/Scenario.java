package io.hall24.kiosk.issuance;

import io.hall24.device.simulated.Mechanics;
import java.io.IOException;
import java.time.Duration;

/** How an issuance goes when nobody cuts the power. */
enum Scenario {
  COLLECTED(true),
  NOT_TAKEN(false),
  WRONG_QR(true),
  JAM(true),
  STUBBORN_JOB(true);

  private final boolean citizen;

  Scenario(boolean citizen) {
    this.citizen = citizen;
  }

  boolean hasCitizen() {
    return citizen;
  }

  Duration collecting() {
    return citizen ? Duration.ofSeconds(30) : Duration.ofMillis(150);
  }

  void plant(Town.Equipped town) throws IOException {
    switch (this) {
      case COLLECTED, NOT_TAKEN -> {}
      case WRONG_QR -> town.printer().plant(FolderPrinter.Fault.WRONG_QR);
      case JAM -> town.mechanics().plant(Mechanics.Fault.JAM);
      case STUBBORN_JOB -> town.printer().plant(FolderPrinter.Fault.STUBBORN);
    }
  }

  /** A technician has been there. */
  static void repair(Town town) throws IOException {
    repair(town.equipped());
  }

  static void repair(Town.Equipped town) throws IOException {
    town.mechanics().repair(Mechanics.Fault.JAM);
    for (FolderPrinter.Fault fault : FolderPrinter.Fault.values()) {
      town.printer().repair(fault);
    }
  }
}
