package io.hall24.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.hall24.device.Frame;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.journey.Dialogue;
import io.hall24.kiosk.journey.Moment;
import io.hall24.kiosk.journey.Purpose;
import io.hall24.kiosk.journey.Question;
import io.hall24.kiosk.journey.Rating;
import io.hall24.kiosk.journey.VisitOutcome;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RatingTest {
  private final Panel panel = new Panel();
  private final Served served = new Served();
  private final Kiosk kiosk =
      new Kiosk(panel, served, Samples.HALL, Samples.WAITING, HallClock.system());
  private final Thread people = Thread.ofVirtual().unstarted(this::receive);

  private void receive() {
    try {
      kiosk.run();
    } catch (InterruptedException over) {
      Thread.currentThread().interrupt();
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    kiosk.stop();
    people.interrupt();
    people.join();
  }

  @Test
  void theResultComesFirstThenTheQuestionAndOneTapAnswersIt() throws InterruptedException {
    panel.touches =
        page ->
            page.picture() instanceof Picture.Tiles(var levels)
                ? levels.getLast().press()
                : page.actions().getFirst().press();
    people.start();
    assertEquals(Optional.of(Rating.VERY_DISSATISFIED), served.answers.take());
    assertEquals(List.of("home", "ended-nothing-to-collect", "rate"), panel.names());
  }

  @Test
  void oneTapSkipsIt() throws InterruptedException {
    panel.touches = page -> page.actions().getFirst().press();
    people.start();
    assertEquals(Optional.empty(), served.answers.take());
  }

  private interface Finger {
    Runnable on(Page page);
  }

  /** Touches every page once, as soon as it is shown. */
  private static final class Panel implements Screen {
    private final List<String> seen = new ArrayList<>();
    private volatile Finger touches = page -> () -> {};

    @Override
    public synchronized void show(ScreenState state) {
      Page page = state.page();
      if (seen.isEmpty() || !seen.getLast().equals(page.name())) {
        seen.add(page.name());
        if (page.picture() instanceof Picture.Service(var _, var start, var _)) {
          start.run();
        } else if (!page.actions().isEmpty()) {
          touches.on(page).run();
        }
      }
    }

    synchronized List<String> names() {
      return List.copyOf(seen.subList(0, 3));
    }

    @Override
    public void mirror(Frame frame) {}

    @Override
    public Locale language() {
      return Locale.SIMPLIFIED_CHINESE;
    }

    @Override
    public void wipe() {}
  }

  private static final class Served implements Host {
    private final BlockingQueue<Optional<Rating>> answers = new LinkedBlockingQueue<>();

    @Override
    public Conditions conditions() {
      return new Conditions(LocalTime.NOON, Conditions.Network.ONLINE, Optional.empty());
    }

    @Override
    public void serve(Purpose purpose, Dialogue dialogue) {
      dialogue.show(new Moment.Ended(new VisitOutcome.NothingToCollect()));
    }

    @Override
    public void rate(Dialogue dialogue) {
      try {
        answers.add(dialogue.ask(new Question.Rate()));
      } catch (InterruptedException left) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void leave(VisitOutcome.Why why) {}
  }
}
