package io.hall24.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.DeviceId;
import io.hall24.device.status.DeviceState;
import io.hall24.device.status.DeviceStatus;
import io.hall24.kiosk.text.Texts;
import io.hall24.kiosk.ui.StaffState.DeviceLine;
import io.hall24.kiosk.ui.StaffState.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StaffWordsTest {
  private static final Instant NOW = Instant.parse("2026-11-22T13:47:09Z");
  private static final Texts ENGLISH = Texts.of(Locale.ENGLISH);

  private static DeviceLine line(String id, DeviceState state, boolean resting, Duration since) {
    return StaffWords.device(
        new DeviceStatus(new DeviceId(id), state, "says so", NOW.minus(since)), resting, NOW);
  }

  @ParameterizedTest
  @EnumSource
  void everyStateHasWordsAndAnAdviceInBothLanguages(DeviceState state) {
    for (var language : Texts.LANGUAGES) {
      for (String id : new String[] {"printer", "network", "vendor-thing"}) {
        DeviceLine line = line(id, state, false, Duration.ofMinutes(3));
        Texts texts = Texts.of(language);
        for (Words words : new Words[] {line.name(), line.state(), line.since(), line.advice()}) {
          assertFalse(words.in(texts).isBlank());
        }
      }
    }
    assertEquals(
        state.usable(),
        line("printer", state, false, Duration.ZERO).level() == Level.GOOD,
        "what a service may use is good");
  }

  @Test
  void aDeviceThatIsMeantToBeClosedIsNoTrouble() {
    DeviceLine camera = line("camera", DeviceState.OFFLINE, true, Duration.ofMinutes(6));
    assertEquals(Level.QUIET, camera.level());
    assertTrue(camera.state().in(ENGLISH).contains("at rest"));
    assertEquals(Level.BAD, line("camera", DeviceState.OFFLINE, false, Duration.ZERO).level());
  }

  @Test
  void tellsSinceWhenInHallTimeAndForHowLong() {
    assertEquals(
        "since 21:44:06, for 3 min 3 s",
        line("printer", DeviceState.OFFLINE, false, Duration.ofSeconds(183)).since().in(ENGLISH));
    assertEquals(
        "since 11-20 21:47, for 2 d 0 h",
        line("printer", DeviceState.OFFLINE, false, Duration.ofDays(2)).since().in(ENGLISH));
    assertEquals(
        "since 21:47:10, for 0 s",
        line("printer", DeviceState.OFFLINE, false, Duration.ofSeconds(-1)).since().in(ENGLISH),
        "a clock that went back");
  }

  @Test
  void theLineToTheRegistryHasAnAdviceOfItsOwn() {
    assertTrue(
        line("network", DeviceState.OFFLINE, false, Duration.ZERO)
            .advice()
            .in(ENGLISH)
            .contains("cable"));
  }

  @Test
  void saysInBothLanguagesWhyATrayIsClosed() {
    for (String reason : new String[] {"after an Unknown", "counted 4 of 5", "NUMBER_DIFFERS"}) {
      for (var language : Texts.LANGUAGES) {
        String said = StaffWords.why(reason).in(Texts.of(language));
        assertFalse(said.contains(reason) && language.equals(Locale.SIMPLIFIED_CHINESE), said);
        assertFalse(said.isBlank());
      }
    }
    assertEquals(
        "清点 4 张，账面 5 张", StaffWords.why("counted 4 of 5").in(Texts.of(Locale.SIMPLIFIED_CHINESE)));
  }

  @Test
  void printersSayWhatStopsThemAndStaffReadWhatToDo() {
    var jammed =
        new DeviceStatus(
            new DeviceId("printer"), DeviceState.USER_ERROR, "cover-open, media-jam-error", NOW);
    assertEquals(
        "打开打印机取出卡纸；之后须两人清点纸盒",
        StaffWords.device(jammed, false, NOW).advice().in(Texts.of(Locale.SIMPLIFIED_CHINESE)));
  }
}
