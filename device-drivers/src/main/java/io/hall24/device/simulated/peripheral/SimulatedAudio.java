package io.hall24.device.simulated.peripheral;

import io.hall24.device.Attempt;
import io.hall24.device.AudioOutput;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Sound;
import io.hall24.device.time.Patience;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Plays to nobody, for as long as the sound lasts. {@code set headset PLUGGED} plugs the headset
 * in; {@code get heard} tells how many samples came out of which outlet last.
 */
final class SimulatedAudio extends StagedDevice implements AudioOutput {
  private static final String HEADSET = "headset";
  private static final String HEARD = "heard";
  private static final String VOLUME = "volume";

  SimulatedAudio(DeviceId id, Path socket) {
    super(
        id,
        socket,
        new Stage(Map.of(HEADSET, Headset.UNPLUGGED.name(), HEARD, "nothing", VOLUME, "50")));
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.AUDIO_OUTPUT;
  }

  @Override
  String describe() {
    return "headset " + stage().get(HEADSET) + ", volume " + stage().get(VOLUME);
  }

  private Headset plugged() {
    return Headset.PLUGGED.name().equals(stage().get(HEADSET))
        ? Headset.PLUGGED
        : Headset.UNPLUGGED;
  }

  @Override
  public Attempt<Headset> headset(Patience patience) {
    return answering(patience, () -> Attempt.done(plugged()));
  }

  @Override
  public Attempt<Headset> awaitHeadsetOtherThan(Headset known, Patience patience) {
    return awaiting(
        patience,
        "the headset stayed as it was",
        () -> Optional.of(plugged()).filter(now -> now != known));
  }

  @Override
  public Attempt<Integer> volume(int percent, Patience patience) {
    return answering(
        patience,
        () -> {
          stage().set(VOLUME, percent);
          return Attempt.done(percent);
        });
  }

  @Override
  public Attempt<Played> play(Sound sound, Outlet outlet, Patience patience) {
    var playing = Patience.part(patience, sound.length());
    return answering(
        patience,
        () -> {
          boolean pulled = playing.until(GLANCE, () -> mayNotBeHeard(outlet));
          if (pulled) {
            return Attempt.failed(new DeviceFailure.UserError("no headset is plugged in"));
          }
          if (patience.isOver()) {
            return Attempt.failed(DeviceFailure.givenUp(patience, "the sound was cut short"));
          }
          stage().set(HEARD, sound.samples().length + " samples, " + outlet);
          return Attempt.done(new Played(sound.samples().length));
        });
  }

  private boolean mayNotBeHeard(Outlet outlet) {
    return outlet == Outlet.HEADSET && plugged() != Headset.PLUGGED;
  }
}
