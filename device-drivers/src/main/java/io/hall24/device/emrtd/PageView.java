package io.hall24.device.emrtd;

import io.hall24.device.AccessKey;
import io.hall24.device.Attempt;
import io.hall24.device.Camera;
import io.hall24.device.Frame;
import io.hall24.device.page.DataPage;
import io.hall24.device.page.GreyPicture;
import io.hall24.device.page.OcrB;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * A camera that sees the data page of the document on the reader. Without it, or when it sees no
 * zone, a person types the key: nothing of it keeps a document from being read.
 */
final class PageView implements AutoCloseable {
  private static final Duration OPENING = Duration.ofSeconds(3);
  private static final Duration LOOKING = Duration.ofMillis(1_500);
  // A camera shows at first what it saw before, and not yet exposed.
  private static final int SETTLING_FRAMES = 3;
  private static final int LOOKS = 3;

  private final Camera camera;
  private final Path font;
  private final HallClock clock;
  private Optional<DataPage> page = Optional.empty();
  private String state = "not opened";

  PageView(Camera camera, Path font, HallClock clock) {
    this.camera = camera;
    this.font = font;
    this.clock = clock;
  }

  /** Makes it ready, or notes why it is not. */
  void open() {
    if (page.isPresent()) {
      return;
    }
    try {
      OcrB ocrB = OcrB.load(font);
      switch (camera.open(Patience.of(OPENING, clock))) {
        case Attempt.Done<String> _ -> {
          page = Optional.of(new DataPage(ocrB));
          state = "ready";
        }
        case Attempt.Failed<String>(var failure) -> state = failure.detail();
      }
    } catch (IOException noFont) {
      state = String.valueOf(noFont.getMessage());
    }
  }

  /** Whether it is worth while to ask it for keys. */
  boolean isReady() {
    return page.isPresent();
  }

  /** For a technician. */
  String state() {
    return "page camera " + state;
  }

  /** What may open the document, likeliest first; empty when a person has to type it. */
  List<AccessKey> keys() {
    open();
    Patience patience = Patience.of(LOOKING, clock);
    for (int i = 0; page.isPresent() && i < SETTLING_FRAMES + LOOKS; i++) {
      switch (camera.nextFrame(patience)) {
        case Attempt.Done<Frame>(var frame) -> {
          List<AccessKey> keys = i < SETTLING_FRAMES ? List.of() : keys(frame);
          if (!keys.isEmpty()) {
            return keys;
          }
        }
        case Attempt.Failed<Frame>(var failure) -> {
          state = failure.detail();
          close();
        }
      }
    }
    return List.of();
  }

  private List<AccessKey> keys(Frame frame) {
    try (GreyPicture picture = GreyPicture.of(frame)) {
      LocalDate today = LocalDate.ofInstant(clock.wallTime(), ZoneOffset.UTC);
      return page.map(reader -> reader.keys(picture, today)).orElse(List.of());
    }
  }

  @Override
  public void close() {
    page = Optional.empty();
    camera.close();
  }
}
