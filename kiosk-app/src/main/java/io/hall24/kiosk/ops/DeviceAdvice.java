package io.hall24.kiosk.ops;

import io.hall24.device.status.DeviceState;
import io.hall24.device.status.DeviceStatus;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.kiosk.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What staff do about a device's state, in every language. What the device says of itself is
 * English and for whoever looks deeper; this is for whoever stands before it.
 */
public final class DeviceAdvice {
  private static final Map<Locale, Texts> TEXTS =
      Texts.LANGUAGES.stream()
          .collect(Collectors.toUnmodifiableMap(language -> language, Texts::of));

  /** Who is mended alike, by the names of devices in a profile. */
  private static final Map<String, String> FAMILIES =
      Map.ofEntries(
          Map.entry("document-reader", "reader"),
          Map.entry("id-card-reader", "reader"),
          Map.entry("camera", "camera"),
          Map.entry("printer", "printer"),
          Map.entry("plain-printer", "printer"),
          Map.entry("output-presenter", "output"),
          Map.entry("output-eye", "output"),
          Map.entry("network", "network"),
          Map.entry("health-listener", "door"),
          Map.entry("command-socket", "door"),
          Map.entry("screen", "screen"),
          Map.entry("start", "start"));

  /** What printers say of themselves (RFC 8011, 5.4.12; PWG 5100.9), what stops them first. */
  private static final List<String> REASONS =
      List.of(
          "media-jam",
          "cover-open",
          "door-open",
          "interlock-open",
          "input-tray-missing",
          "media-empty",
          "media-needed",
          "output-area-full",
          "toner-empty",
          "marker-supply-empty",
          "paused",
          "media-low",
          "toner-low",
          "marker-supply-low");

  private static final Set<String> KNOWN = Texts.of(Locale.ENGLISH).keys();

  private DeviceAdvice() {}

  /** The key of the text that tells the next step. */
  public static String key(DeviceStatus status) {
    if (status.state() == DeviceState.OFFLINE && status.detail().equals(SupervisedDevice.AT_REST)) {
      return "device.advice.RESTING";
    }
    return reason(status.detail())
        .map(reason -> "device.reason." + reason)
        .or(() -> ofFamily(status))
        .orElse("device.advice." + status.state().name());
  }

  private static Optional<String> ofFamily(DeviceStatus status) {
    return Optional.ofNullable(FAMILIES.get(status.device().name()))
        .map(family -> "device.advice." + family + "." + status.state().name())
        .filter(KNOWN::contains);
  }

  /** Printers add how bad it is to a reason, as in {@code media-empty-error}. */
  private static Optional<String> reason(String detail) {
    return REASONS.stream().filter(detail::contains).findFirst();
  }

  /** The next step in one language. */
  public static String in(Locale language, DeviceStatus status) {
    return Optional.ofNullable(TEXTS.get(language))
        .orElseThrow(() -> new IllegalArgumentException("no texts in " + language))
        .text(key(status));
  }

  /** The next step in every language, by its tag (BCP 47). */
  public static Map<String, String> inEveryLanguage(DeviceStatus status) {
    Map<String, String> advice = new TreeMap<>();
    TEXTS.keySet().forEach(language -> advice.put(language.toLanguageTag(), in(language, status)));
    return advice;
  }
}
