package io.hall24.kiosk.ui.voice;

import io.hall24.device.AudioOutput.Headset;
import io.hall24.device.AudioOutput.Outlet;
import io.hall24.device.Keypad;
import io.hall24.device.Sound;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.ui.KeyedPanel;
import io.hall24.kiosk.ui.Narrator;
import io.hall24.kiosk.ui.Picture;
import io.hall24.kiosk.ui.ScreenState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leads a person who does not see the screen. It begins when a headset is plugged in or a key is
 * pressed, tells every screen as it comes, stops at once when something else is asked for, and
 * falls silent when the headset is pulled or the person has gone. What is personal is said through
 * the headset only.
 *
 * <p>Keys: up and down choose, select presses, left says everything again, right stops the voice,
 * back chooses the way out, help opens and closes help, and two are for the volume.
 */
public final class VoiceGuide implements Narrator, AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(300);
  private static final Duration GONE = Duration.ofMinutes(2);
  private static final Duration AND_MORE = Duration.ofSeconds(2);
  private static final int USUAL = 60;
  private static final int STEP = 10;
  private static final int LOUDEST = 100;
  private static final Logger LOG = LoggerFactory.getLogger(VoiceGuide.class);

  private final KeyedPanel panel;
  private final Synthesis voice;
  private final Speaker speaker;
  private final String terminal;
  private final HallClock clock;
  private final LinkedBlockingQueue<Said> waiting = new LinkedBlockingQueue<>();
  private final Thread speaking;
  private final Thread watching;
  private Optional<Shown> shown = Optional.empty();
  private Optional<Phrase> chosen = Optional.empty();
  private Optional<Patience> playing = Optional.empty();
  private boolean active;
  private boolean warned;
  private long turn;
  private long lastKey;
  private long toldPrivate = -1;
  private volatile Headset headset = Headset.UNKNOWN;
  private volatile int volume = USUAL;
  private volatile int volumeSet = -1;

  /** What stands on the panel. */
  private record Shown(ScreenState state, Locale language, Overlay overlay, List<Phrase> phrases) {
    boolean isHome() {
      return state.page().picture() instanceof Picture.Service;
    }
  }

  /** Something to be said, as long as nothing newer is. */
  private record Said(Phrase phrase, long turn) {}

  private VoiceGuide(
      KeyedPanel panel, Synthesis voice, Speaker speaker, String terminal, HallClock clock) {
    this.panel = panel;
    this.voice = voice;
    this.speaker = speaker;
    this.terminal = terminal;
    this.clock = clock;
    this.speaking = Thread.ofPlatform().daemon().name("voice").unstarted(this::speak);
    this.watching = Thread.ofVirtual().name("headset").unstarted(this::watch);
  }

  /**
   * Begins to listen to a panel and to look for a headset.
   *
   * @param terminal its number, for whoever calls for help
   */
  public static VoiceGuide start(
      KeyedPanel panel, Synthesis voice, Speaker speaker, String terminal, HallClock clock) {
    var guide = new VoiceGuide(panel, voice, speaker, terminal, clock);
    panel.listen(guide);
    guide.speaking.start();
    guide.watching.start();
    return guide;
  }

  /** A key of the keypad was pressed. */
  public void press(Keypad.Key key) {
    boolean wasActive;
    synchronized (this) {
      wasActive = active;
      lastKey = clock.nanoTime();
      if (!active) {
        begin();
      }
    }
    // The first key only wakes the voice: nobody presses blindly what they have not been told of.
    if (wasActive) {
      obey(key);
    }
  }

  private void obey(Keypad.Key key) {
    switch (key) {
      case LEFT -> repeat();
      case RIGHT -> hush();
      case LOUDER -> louder(STEP);
      case SOFTER -> louder(-STEP);
      case UP, DOWN, SELECT, BACK, HELP -> panel.press(key);
    }
  }

  @Override
  public void typed(Keypad.Key key) {
    press(key);
  }

  private synchronized void begin() {
    active = true;
    lastKey = clock.nanoTime();
    say(Narration.phrase(language(), "voice.welcome"));
    say(Narration.phrase(language(), "voice.keys"));
    shown.ifPresent(now -> now.phrases().forEach(this::say));
    chosen.ifPresent(this::say);
  }

  private synchronized void end() {
    active = false;
    hush();
    volume = USUAL;
    panel.caption(Optional.empty());
  }

  private Locale language() {
    return shown.map(Shown::language).orElse(Locale.SIMPLIFIED_CHINESE);
  }

  @Override
  public synchronized void shows(ScreenState state, Locale language, Overlay overlay) {
    var now = new Shown(state, language, overlay, Narration.of(state, language, overlay, terminal));
    Optional<Shown> before = shown;
    shown = Optional.of(now);
    if (now.isHome() && before.filter(old -> !old.isHome()).isPresent()) {
      chosen = Optional.empty();
      volume = USUAL;
      if (active && headset != Headset.PLUGGED) {
        end();
      }
    }
    if (active) {
      tell(now, before);
      warn(state, language);
    }
  }

  /** On a page that only moved on, what is new; everything on another. */
  private void tell(Shown now, Optional<Shown> before) {
    boolean same =
        before
            .filter(old ->
                old.language().equals(now.language())
                    && old.overlay() == now.overlay()
                    && old.state().page().name().equals(now.state().page().name()))
            .isPresent();
    List<Phrase> fresh = new ArrayList<>(now.phrases());
    if (same) {
      fresh.removeAll(before.orElseThrow().phrases());
    } else {
      chosen = Optional.empty();
    }
    if (!fresh.isEmpty()) {
      // What greeted them before anything stood there is still to be heard.
      if (before.isPresent()) {
        hush();
      }
      fresh.forEach(this::say);
    }
  }

  /** Time runs out: said once, before anything else. */
  private void warn(ScreenState state, Locale language) {
    boolean warns = state.timeLeft().filter(ScreenState.TimeLeft::warns).isPresent();
    if (warns && !warned) {
      hush();
      say(Narration.phrase(language, "voice.warning", state.timeLeft().orElseThrow().seconds()));
    }
    warned = warns;
  }

  @Override
  public synchronized void chosen(String name, boolean personal, boolean moved) {
    Phrase told = Narration.control(language(), name, personal);
    chosen = Optional.of(told);
    if (active) {
      if (moved) {
        hush();
      }
      say(told);
    }
  }

  private synchronized void repeat() {
    hush();
    shown.ifPresent(now -> now.phrases().forEach(this::say));
    chosen.ifPresent(this::say);
  }

  private synchronized void louder(int by) {
    volume = Math.clamp(volume + by, STEP, LOUDEST);
    hush();
    say(Narration.phrase(language(), "voice.volume", volume));
  }

  /** On a pad, how many digits there are, never which. */
  @Override
  public synchronized void pressed() {
    shown
        .filter(_ -> active)
        .map(now -> now.state().page().picture())
        .filter(Picture.Keypad.class::isInstance)
        .map(picture -> ((Picture.Keypad) picture).entry())
        .ifPresent(entry -> say(Narration.phrase(language(), "voice.typed", entry.count())));
  }

  /** Stops the voice at once, and forgets what it was about to say. */
  private synchronized void hush() {
    turn++;
    waiting.clear();
    playing.ifPresent(Patience::cancel);
  }

  private synchronized void say(Phrase phrase) {
    waiting.add(new Said(phrase, turn));
  }

  private void speak() {
    try {
      while (true) {
        Said next = waiting.take();
        try {
          say(next);
        } catch (RuntimeException failed) {
          LOG.warn("not said: {}", failed.toString());
        }
        if (waiting.isEmpty()) {
          panel.caption(Optional.empty());
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void say(Said said) throws InterruptedException {
    boolean headsetOn = headset == Headset.PLUGGED;
    Phrase phrase =
        said.phrase().personal() && !headsetOn
            ? Narration.phrase(said.phrase().language(), "voice.private")
            : said.phrase();
    if (repeatsThatItIsPrivate(phrase, said) || !isCurrent(said)) {
      return;
    }
    switch (voice.say(phrase)) {
      case Synthesis.Voiced.Sounding(Sound sound) ->
          play(said, phrase, sound, headsetOn ? Outlet.HEADSET : Outlet.LOUDSPEAKER);
      case Synthesis.Voiced.Mute(String why) -> {
        LOG.warn("no voice: {}", why);
        panel.caption(Optional.of(phrase.text()));
      }
    }
  }

  /** That something is for the headset only is said once a screen. */
  private boolean repeatsThatItIsPrivate(Phrase phrase, Said said) {
    if (!said.phrase().personal() || phrase.equals(said.phrase())) {
      return false;
    }
    boolean again = toldPrivate == said.turn();
    toldPrivate = said.turn();
    return again;
  }

  private synchronized boolean isCurrent(Said said) {
    return said.turn() == turn;
  }

  private void play(Said said, Phrase phrase, Sound sound, Outlet outlet)
      throws InterruptedException {
    Patience patience = Patience.of(sound.length().plus(AND_MORE), clock);
    synchronized (this) {
      if (said.turn() != turn) {
        return;
      }
      playing = Optional.of(patience);
    }
    if (volumeSet != volume) {
      volumeSet = volume;
      speaker.volume(volumeSet);
    }
    panel.caption(Optional.of(phrase.text()));
    var _ = speaker.play(sound, outlet, patience);
    synchronized (this) {
      playing = Optional.empty();
    }
  }

  private void watch() {
    try {
      while (true) {
        notice(speaker.headset());
        clock.sleep(LOOK);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void notice(Headset now) {
    Headset before = headset;
    headset = now;
    if (now == Headset.PLUGGED && before != Headset.PLUGGED) {
      if (active) {
        repeat();
      } else {
        begin();
      }
    } else if (now != Headset.PLUGGED && before == Headset.PLUGGED) {
      end();
    } else if (active && now != Headset.PLUGGED && isLeftAlone()) {
      end();
    }
  }

  private boolean isLeftAlone() {
    return shown.filter(Shown::isHome).isPresent() && clock.nanoTime() - lastKey > GONE.toNanos();
  }

  @Override
  public void close() {
    watching.interrupt();
    hush();
    speaking.interrupt();
  }
}
