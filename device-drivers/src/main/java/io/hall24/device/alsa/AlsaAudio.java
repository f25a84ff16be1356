package io.hall24.device.alsa;

import io.hall24.device.Attempt;
import io.hall24.device.AudioOutput;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.DeviceKind;
import io.hall24.device.Sound;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Plays each sound with a process of its own, which is ended when nobody wants to hear it. */
final class AlsaAudio implements AudioOutput {
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final Duration WATCH = Duration.ofMillis(200);
  private static final Duration DRAINING = Duration.ofSeconds(1);
  private static final int USUAL = 60;
  private static final double PERCENT = 100;
  private static final int RATE = 48_000;
  private static final int LOOKS = 4;

  private final DeviceId id;
  private final String headsetPcm;
  private final String loudspeakerPcm;
  private final Optional<AlsaJack> jack;
  private int volume = USUAL;

  AlsaAudio(DeviceId id, String headsetPcm, String loudspeakerPcm, Optional<AlsaJack> jack) {
    this.id = id;
    this.headsetPcm = headsetPcm;
    this.loudspeakerPcm = loudspeakerPcm;
    this.jack = jack;
  }

  @Override
  public DeviceId id() {
    return id;
  }

  @Override
  public DeviceKind kind() {
    return DeviceKind.AUDIO_OUTPUT;
  }

  @Override
  public Attempt<String> open(Patience patience) {
    volume = USUAL;
    return probe(patience);
  }

  /** Opens both outlets for a moment of silence. */
  @Override
  public Attempt<String> probe(Patience patience) {
    Sound silence = new Sound(RATE, new short[RATE / 100]);
    for (String pcm : new String[] {loudspeakerPcm, headsetPcm}) {
      if (played(silence, pcm, patience, () -> false)
          instanceof Attempt.Failed<Played>(var failure)) {
        return Attempt.failed(failure);
      }
    }
    return Attempt.done("ALSA " + loudspeakerPcm + ", headset " + now());
  }

  private Headset now() {
    return jack.map(AlsaJack::headset).orElse(Headset.UNKNOWN);
  }

  @Override
  public Attempt<Headset> headset(Patience patience) {
    return Attempt.done(now());
  }

  @Override
  public Attempt<Headset> awaitHeadsetOtherThan(Headset known, Patience patience) {
    return patience.until(WATCH, () -> now() != known)
        ? Attempt.done(now())
        : Attempt.failed(DeviceFailure.givenUp(patience, "the headset stayed as it was"));
  }

  @Override
  public Attempt<Integer> volume(int percent, Patience patience) {
    volume = Math.clamp(percent, 0, (int) PERCENT);
    return Attempt.done(volume);
  }

  @Override
  public Attempt<Played> play(Sound sound, Outlet outlet, Patience patience) {
    boolean secret = outlet == Outlet.HEADSET;
    if (secret && now() != Headset.PLUGGED) {
      return Attempt.failed(new DeviceFailure.UserError("no headset is plugged in"));
    }
    return played(
        sound,
        secret ? headsetPcm : loudspeakerPcm,
        patience,
        () -> secret && now() != Headset.PLUGGED);
  }

  /** Whether a sound may not be heard any more. */
  private interface Forbidden {
    boolean now();
  }

  private Attempt<Played> played(Sound sound, String pcm, Patience patience, Forbidden forbidden) {
    try {
      Path complaints = Files.createTempFile("aplay", ".log");
      try {
        return played(sound, pcm, patience, forbidden, complaints);
      } finally {
        Files.deleteIfExists(complaints);
      }
    } catch (IOException missing) {
      return Attempt.failed(
          new DeviceFailure.NoDevice("aplay of alsa-utils: " + missing.getMessage()));
    }
  }

  private Attempt<Played> played(
      Sound sound, String pcm, Patience patience, Forbidden forbidden, Path complaints)
      throws IOException {
    Process aplay =
        new ProcessBuilder(
                "aplay",
                "-q",
                "-D",
                pcm,
                "-t",
                "raw",
                "-f",
                "S16_LE",
                "-c",
                "1",
                "-r",
                Integer.toString(sound.rate()),
                "-")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(complaints.toFile())
            .start();
    try {
      Thread feeder = Thread.ofPlatform().daemon().name("aplay").start(() -> feed(aplay, sound));
      boolean pulled = watched(aplay, patience, forbidden, sound.length());
      if (pulled) {
        return Attempt.failed(new DeviceFailure.UserError("the headset was pulled"));
      }
      if (aplay.isAlive()) {
        return Attempt.failed(DeviceFailure.givenUp(patience, "the sound was cut short"));
      }
      feeder.interrupt();
      return aplay.exitValue() == 0
          ? Attempt.done(new Played(sound.samples().length))
          : Attempt.failed(new DeviceFailure.NoDevice(pcm + ": " + lastLine(complaints)));
    } finally {
      aplay.destroyForcibly();
    }
  }

  /** Until it has ended, or must end; whether that is because the headset was pulled. */
  private static boolean watched(
      Process aplay, Patience patience, Forbidden forbidden, Duration length) {
    int[] glances = new int[1];
    boolean[] pulled = new boolean[1];
    Patience whole = Patience.part(patience, length.plus(DRAINING));
    boolean _ =
        whole.until(
            GLANCE,
            () -> {
              pulled[0] = ++glances[0] % LOOKS == 0 && forbidden.now();
              return pulled[0] || !aplay.isAlive();
            });
    return pulled[0];
  }

  private void feed(Process aplay, Sound sound) {
    double gain = volume / PERCENT * volume / PERCENT;
    ByteBuffer bytes =
        ByteBuffer.allocate(sound.samples().length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (short sample : sound.samples()) {
      bytes.putShort((short) (sample * gain));
    }
    try (OutputStream in = aplay.getOutputStream()) {
      in.write(bytes.array());
    } catch (IOException ended) {
      // Whoever waits for the process sees how it ended.
    }
  }

  private static String lastLine(Path complaints) throws IOException {
    return Files.readString(complaints, StandardCharsets.UTF_8)
        .lines()
        .reduce((_, last) -> last)
        .orElse("it ended without a word");
  }

  @Override
  public void close() {
    // Nothing is held between two sounds.
  }
}
