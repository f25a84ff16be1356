package io.hall24.kiosk.ui.fx;

import static org.junit.jupiter.api.Assertions.fail;

import io.hall24.device.AudioOutput.Headset;
import io.hall24.device.AudioOutput.Outlet;
import io.hall24.device.Keypad;
import io.hall24.device.Sound;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.ui.voice.Phrase;
import io.hall24.kiosk.ui.voice.Speaker;
import io.hall24.kiosk.ui.voice.Synthesis;
import io.hall24.kiosk.ui.voice.VoiceGuide;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A person who has ears and a keypad, and no eyes: knows nothing of the panel but what was said.
 * The voice and the loudspeaker at once, so that it is known which words came out where.
 */
public final class Listener implements Synthesis, Speaker {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration MOMENT = Duration.ofMillis(5);
  private static final int RATE = 8_000;
  private static final int SELECTABLE = 60;

  private final List<Heard> heard = new CopyOnWriteArrayList<>();
  private final AtomicReference<Headset> headset = new AtomicReference<>(Headset.UNPLUGGED);
  private volatile Phrase inTheAir;
  private volatile Duration length = Duration.ofMillis(1);
  private volatile int volume;
  private Optional<VoiceGuide> guide = Optional.empty();
  private int listenedTo;

  /** What came out, and where. */
  public record Heard(String text, boolean personal, Outlet outlet, boolean toItsEnd, int volume) {}

  public Listener(Phrase nothing) {
    this.inTheAir = nothing;
  }

  public void isLedBy(VoiceGuide leading) {
    guide = Optional.of(leading);
  }

  @Override
  public boolean available() {
    return true;
  }

  @Override
  public Voiced say(Phrase phrase) {
    inTheAir = phrase;
    int samples = (int) (RATE * length.toMillis() / 1000);
    return new Voiced.Sounding(new Sound(RATE, new short[Math.max(1, samples)]));
  }

  @Override
  public Headset headset() {
    return headset.get();
  }

  @Override
  public void volume(int percent) {
    volume = percent;
  }

  @Override
  public boolean play(Sound sound, Outlet outlet, Patience patience) throws InterruptedException {
    Patience lasting = Patience.of(sound.length(), HallClock.system());
    while (!patience.isOver() && lasting.pause(MOMENT)) {
      // It sounds.
    }
    boolean whole = !patience.isOver();
    heard.add(new Heard(inTheAir.text(), inTheAir.personal(), outlet, whole, volume));
    return whole;
  }

  /** From now on people talk so slowly that they can be interrupted. */
  public void letTheVoiceTake(Duration each) {
    length = each;
  }

  public void plugIn() {
    headset.set(Headset.PLUGGED);
  }

  public void pullOut() {
    headset.set(Headset.UNPLUGGED);
  }

  public void press(Keypad.Key key) {
    guide.orElseThrow().press(key);
  }

  public List<Heard> heard() {
    return List.copyOf(heard);
  }

  /** Listens on until words are said that they have not heard before. */
  public Heard hears(String words) throws InterruptedException {
    Patience patience = Patience.of(LONG, HallClock.system());
    do {
      for (int at = listenedTo; at < heard.size(); at++) {
        if (heard.get(at).text().contains(words)) {
          listenedTo = at + 1;
          return heard.get(at);
        }
      }
    } while (patience.pause(MOMENT));
    return fail("never said: " + words + "; since then " + heard.subList(listenedTo, heard.size()));
  }

  /** On a page that has just come, hears it out, and chooses from it. */
  public void hearsOutAndChooses(String name) throws InterruptedException {
    if (hears("按确认键选择").text().startsWith(name)) {
      press(Keypad.Key.SELECT);
    } else {
      chooses(name);
    }
  }

  /** Goes on until something is chosen whose name begins like that, and presses it. */
  public void chooses(String name) throws InterruptedException {
    for (int tries = 0; tries < SELECTABLE; tries++) {
      listenedTo = heard.size();
      press(Keypad.Key.DOWN);
      if (hears("按确认键选择").text().startsWith(name)) {
        press(Keypad.Key.SELECT);
        return;
      }
    }
    fail("nothing to press is called " + name + ": " + heard);
  }
}
