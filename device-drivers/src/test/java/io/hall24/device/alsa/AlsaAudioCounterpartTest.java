package io.hall24.device.alsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.AudioOutput;
import io.hall24.device.AudioOutput.Headset;
import io.hall24.device.AudioOutput.Outlet;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.Sound;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of alsa-utils; ALSA's own PCM "file" writes down what a card would play. */
@Tag("fault")
class AlsaAudioCounterpartTest {
  private static final HallClock CLOCK = HallClock.system();
  @TempDir Path folder;

  private static Patience patience() {
    return Patience.of(Duration.ofSeconds(10), CLOCK);
  }

  private static AudioOutput audio(String pcm) {
    var driver = new AlsaAudioDriver();
    var settings = driver.settings().resolve(Map.of("loudspeaker", pcm, "headset", "null"));
    return (AudioOutput) driver.create(new DeviceId("audio-output"), settings, CLOCK);
  }

  private static Sound tone() {
    short[] samples = new short[4_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (10_000 * Math.sin(i / 5.0));
    }
    return new Sound(8_000, samples);
  }

  @Test
  void whatIsPlayedComesOutAtTheVolumeThatWasSet() throws Exception {
    Path heard = folder.resolve("heard.raw");
    try (AudioOutput audio = audio("file:" + heard + ",raw")) {
      assertInstanceOf(Attempt.Done.class, audio.open(patience()));
      assertInstanceOf(Attempt.Done.class, audio.volume(50, patience()));
      assertEquals(
          Attempt.done(new AudioOutput.Played(4_000)),
          audio.play(tone(), Outlet.LOUDSPEAKER, patience()));
    }
    ShortBuffer out =
        ByteBuffer.wrap(Files.readAllBytes(heard)).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
    short[] played = tone().samples();
    for (int i = 0; i < played.length; i++) {
      assertEquals(played[i] / 4.0, out.get(i), 1, "sample " + i);
    }
  }

  @Test
  void aCardThatIsNotThereIsNamed() {
    try (AudioOutput audio = audio("nosuch")) {
      var failed = assertInstanceOf(Attempt.Failed.class, audio.open(patience()));
      var missing = assertInstanceOf(DeviceFailure.NoDevice.class, failed.failure());
      assertTrue(missing.detail().contains("nosuch"), missing.detail());
    }
  }

  @Test
  void nothingIsSecretWhereNoJackIsKnown() {
    try (AudioOutput audio = audio("null")) {
      assertEquals(Attempt.done(Headset.UNKNOWN), audio.headset(patience()));
      var failed =
          assertInstanceOf(Attempt.Failed.class, audio.play(tone(), Outlet.HEADSET, patience()));
      assertInstanceOf(DeviceFailure.UserError.class, failed.failure());
    }
  }

  @Test
  void theJacksLineIsRead() {
    String told =
        """
        numid=17,iface=CARD,name='Headphone Jack'
          ; type=BOOLEAN,access=r-------,values=1
          : values=%s
        """;
    assertEquals(Headset.PLUGGED, AlsaJack.read(told.formatted("on")));
    assertEquals(Headset.UNPLUGGED, AlsaJack.read(told.formatted("off")));
    assertEquals(Headset.UNKNOWN, AlsaJack.read("amixer: Control default open error"));
    assertEquals(Headset.UNKNOWN, new AlsaJack("nosuch", "Headphone Jack").headset());
  }
}
