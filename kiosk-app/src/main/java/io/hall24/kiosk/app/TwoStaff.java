package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of commands that take two persons; asks both for their PIN. */
final class TwoStaff {
  @Option(
      names = "--first",
      paramLabel = "NAME",
      required = true,
      description = "who does it: a staff name or number")
  private String first = "";

  @Option(
      names = "--second",
      paramLabel = "NAME",
      required = true,
      description = "who watches: another staff name or number")
  private String second = "";

  @Mixin private final PinSource pins = new PinSource();

  TwoStaff() {}

  /** Adds both and their PINs to a question, for {@link StaffDesk#withTwo}. */
  void addTo(ObjectNode words) throws WrongInput {
    words.putObject("first").put("who", first).put("pin", pins.of(first));
    words.putObject("second").put("who", second).put("pin", pins.of(second));
  }
}
