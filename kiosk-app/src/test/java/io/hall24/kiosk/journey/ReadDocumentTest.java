package io.hall24.kiosk.journey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.hall24.config.Profile;
import io.hall24.device.DeviceId;
import io.hall24.device.Frame;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.lds.ZoneField;
import io.hall24.device.simulated.SimulatedDocumentReaderDriver;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.StoppableClock;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.document.Condition;
import io.hall24.kiosk.demo.document.DocumentPress;
import io.hall24.kiosk.demo.document.InventedState;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A passport without a card access number, on a reader without a chip, and who types its zone. */
class ReadDocumentTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final Profile.Visit WAITING =
      new Profile.Visit(
          Duration.ofSeconds(20),
          Duration.ofSeconds(5),
          Duration.ofSeconds(20),
          Duration.ofMinutes(2));

  @TempDir Path world;
  private Path document;
  private SupervisedDevice<IdentityDocumentReader> reader;
  private final Visit visit = new Visit(CLOCK, new Random(24), () -> Locale.ENGLISH);

  @BeforeEach
  void lay() throws Exception {
    document = world.resolve("document");
    Path portrait = world.resolve("portrait.png");
    ImageIO.write(
        new BufferedImage(800, 1141, BufferedImage.TYPE_INT_RGB), "png", portrait.toFile());
    LocalDate today = LocalDate.ofInstant(CLOCK.wallTime(), ZoneOffset.UTC);
    var state = InventedState.founded(today);
    state.trustIn(world.resolve("trust"));
    new DocumentPress(state, today)
        .press(InventedPerson.LIN_HAIJIE, portrait, Condition.ZONE_ONLY, document);
    Files.writeString(document.resolve("inserted"), "");
    var driver = new SimulatedDocumentReaderDriver();
    var settings =
        driver
            .settings()
            .resolve(
                Map.of(
                    "document", document.toString(), "trust", world.resolve("trust").toString()));
    reader =
        new SupervisedDevice<>(
            (IdentityDocumentReader) driver.create(new DeviceId("reader"), settings, CLOCK),
            new StatusBoard(CLOCK),
            CLOCK,
            new Random(24));
    var _ = reader.wake();
  }

  @AfterEach
  void leave() {
    visit.close();
    reader.close();
  }

  @Test
  void itsZoneIsTypedInThreePartsAndOpensIt() throws Exception {
    var person = new Typing(Optional.empty());
    assertEquals("H24000017", read(person).number());
    assertEquals(List.of("NUMBER NOTHING", "BIRTH NOTHING", "EXPIRY NOTHING"), person.asked);
  }

  @Test
  void whatDisagreesWithItsCheckDigitIsAskedForAgainAndNothingElse() throws Exception {
    var person = new Typing(Optional.of(ZoneField.BIRTH));
    assertEquals("H24000017", read(person).number());
    assertEquals(
        List.of("NUMBER NOTHING", "BIRTH NOTHING", "BIRTH CHECK_DIGIT", "EXPIRY NOTHING"),
        person.asked);
  }

  @Test
  void whoLeavesInTheMiddleIsNotAskedFurther() {
    var person =
        new Typing(Optional.empty()) {
          @Override
          String type(ZoneField field) throws InterruptedException {
            if (field == ZoneField.BIRTH) {
              throw new InterruptedException("leaves");
            }
            return super.type(field);
          }
        };
    assertThrows(InterruptedException.class, () -> read(person));
    assertEquals(List.of("NUMBER NOTHING", "BIRTH NOTHING"), person.asked);
  }

  private io.hall24.device.IdentityDocument read(Dialogue person) throws InterruptedException {
    return new ReadDocument(new DocumentReaders(List.of(reader)), WAITING)
        .read(visit, person, Optional.empty());
  }

  /** Types what stands on the page, one part wrongly at first. */
  private class Typing implements Dialogue {
    final List<String> asked = new ArrayList<>();
    private final StoppableClock time = new StoppableClock(CLOCK);
    private Optional<ZoneField> mistaken;

    Typing(Optional<ZoneField> mistaken) {
      this.mistaken = mistaken;
    }

    String type(ZoneField field) throws InterruptedException {
      try {
        String right = DocumentPress.typed(document, field);
        if (mistaken.filter(field::equals).isPresent()) {
          mistaken = Optional.empty();
          char last = right.charAt(right.length() - 1);
          return right.substring(0, right.length() - 1) + (char) (last == '9' ? '0' : last + 1);
        }
        return right;
      } catch (java.io.IOException gone) {
        throw new java.io.UncheckedIOException(gone);
      }
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <A> A ask(Question<A> question) throws InterruptedException {
      if (question instanceof Question.EnterZone(var field, var before)) {
        asked.add(field + " " + before);
        Function<String, A> answer = typed -> (A) typed;
        return answer.apply(type(field));
      }
      throw new AssertionError("asked " + question);
    }

    @Override
    public void show(Moment moment) {}

    @Override
    public void mirror(Frame frame) {}

    @Override
    public Optional<Wish> wish() {
      return Optional.empty();
    }

    @Override
    public Locale language() {
      return Locale.ENGLISH;
    }

    @Override
    public StoppableClock time() {
      return time;
    }
  }
}
