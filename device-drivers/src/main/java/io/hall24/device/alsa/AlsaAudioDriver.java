package io.hall24.device.alsa;

import io.hall24.device.Device;
import io.hall24.device.DeviceDriver;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Settings;
import io.hall24.device.SettingsSpec;
import io.hall24.device.SettingsSpec.Setting;
import io.hall24.device.time.HallClock;

/** Driver {@code alsa-audio}. */
public final class AlsaAudioDriver implements DeviceDriver {
  private static final String HEADSET = "headset";
  private static final String LOUDSPEAKER = "loudspeaker";
  private static final String CARD = "card";
  private static final String JACK = "jack";

  /** Made by the service loader. */
  public AlsaAudioDriver() {}

  @Override
  public String name() {
    return "alsa-audio";
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.AUDIO_OUTPUT;
  }

  @Override
  public SettingsSpec settings() {
    return SettingsSpec.of(
        Setting.withDefault(
            HEADSET, SettingsSpec.Type.TEXT, "default", "PCM of the headset, as aplay -L names it"),
        Setting.withDefault(
            LOUDSPEAKER, SettingsSpec.Type.TEXT, "default", "PCM of the loudspeaker"),
        Setting.withDefault(
            CARD, SettingsSpec.Type.TEXT, "0", "card whose jack is watched, as aplay -l names it"),
        Setting.optional(
            JACK,
            SettingsSpec.Type.TEXT,
            "control of that jack, e.g. Headphone Jack; without it no headset is ever known to be"
                + " there, and nothing personal is said"));
  }

  @Override
  public Device create(DeviceId id, Settings settings, HallClock clock) {
    return new AlsaAudio(
        id,
        settings.text(HEADSET),
        settings.text(LOUDSPEAKER),
        settings.find(JACK).map(jack -> new AlsaJack(settings.text(CARD), jack)));
  }
}
