package io.hall24.device.staffcard;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.pcsc.CardPlace;
import io.hall24.device.time.HallClock;
import java.util.HexFormat;

/** Driver {@code staff-card-pcsc}: Java Cards of staff on any PC/SC terminal. */
public final class StaffCardDriver implements DeviceDriver {
  /** The applet that is looked for unless another is set; a proprietary AID (ISO/IEC 7816-5). */
  public static final String APPLET = "f048616c6c323401";

  static final String AID = "applet";

  @Override
  public String name() {
    return "staff-card-pcsc";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.STAFF_CARD_READER;
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        CardPlace.TERMINAL,
        Setting.withDefault(AID, SettingsSpec.Type.HEX, APPLET, "AID of the card's applet"));
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    return new PcscStaffCardReader(
        id, CardPlace.of(settings, clock), HexFormat.of().parseHex(settings.text(AID)));
  }
}
