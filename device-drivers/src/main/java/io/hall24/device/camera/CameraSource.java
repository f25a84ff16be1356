package io.hall24.device.camera;

import io.hall24.device.DeviceFailure;
import io.hall24.device.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.FrameGrabber;

/**
 * Where the pictures come from.
 *
 * @param address device path, file, pattern such as {@code f%03d.jpg}, or URL
 * @param format FFmpeg's name of the input format; empty lets FFmpeg guess
 * @param width pixels asked of a video device
 * @param height pixels asked of a video device
 * @param fps pictures a second asked of a video device, and the pace of an image sequence
 * @param loop whether a recording begins again at its end
 * @param limits what is asked of its pictures
 */
record CameraSource(
    String address,
    Optional<String> format,
    int width,
    int height,
    int fps,
    boolean loop,
    PictureWatch.Limits limits) {
  private static final Pattern URL = Pattern.compile("(?!file:)[a-z][a-z0-9+.-]*://.*");
  private static final Pattern OPENING_ERROR = Pattern.compile("error -(\\d+)");

  static CameraSource of(Settings settings) {
    String address = settings.text("source");
    Optional<String> format = settings.find("format").or(() -> usualFormat(address));
    return new CameraSource(
        address,
        format,
        settings.number("width"),
        settings.number("height"),
        settings.number("fps"),
        settings.flag("loop"),
        limits(settings, live(address, format)));
  }

  // A recording may show the same picture twice, be slow, and was exposed long ago.
  private static PictureWatch.Limits limits(Settings settings, boolean live) {
    return new PictureWatch.Limits(
        settings.millis("stale-ms"),
        live ? settings.millis("frozen-ms") : Duration.ZERO,
        live ? settings.millis("settle-ms") : Duration.ZERO,
        live ? settings.number("slowest-fps") : 0);
  }

  private static Optional<String> usualFormat(String address) {
    if (address.startsWith("/dev/video") || address.startsWith("/dev/v4l/")) {
      return Optional.of("v4l2");
    }
    return address.contains("%") && !URL.matcher(address).matches()
        ? Optional.of("image2")
        : Optional.empty();
  }

  private boolean isNetwork() {
    return isNetwork(address);
  }

  private static boolean isNetwork(String address) {
    return URL.matcher(address.toLowerCase(Locale.ROOT)).matches();
  }

  private boolean isVideoDevice() {
    return isVideoDevice(format);
  }

  private static boolean isVideoDevice(Optional<String> format) {
    return format.filter("v4l2"::equals).isPresent();
  }

  private boolean isSequence() {
    return format.filter("image2"::equals).isPresent();
  }

  /** Whether pictures come as they happen; a recording is paced instead. */
  boolean live() {
    return live(address, format);
  }

  private static boolean live(String address, Optional<String> format) {
    return isNetwork(address) || isVideoDevice(format);
  }

  /** What is missing on this machine, before FFmpeg is asked. */
  Optional<DeviceFailure> absence() {
    if (isNetwork() || format.filter("lavfi"::equals).isPresent()) {
      return Optional.empty();
    }
    Path path = Path.of(address.replaceFirst("^file:(//)?", ""));
    Path needed = isSequence() ? path.toAbsolutePath().getParent() : path;
    return needed == null || Files.exists(needed)
        ? Optional.empty()
        : Optional.of(new DeviceFailure.NoDevice(needed + " does not exist"));
  }

  /** A grabber that is not started. */
  FFmpegFrameGrabber grabber() {
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(address);
    format.ifPresent(grabber::setFormat);
    if (isVideoDevice()) {
      // Compressed, because USB 2 carries 640x480 raw pictures at 30 a second only just.
      grabber.setOption("pixel_format", "mjpeg");
      grabber.setOption("video_size", width + "x" + height);
    }
    if (isVideoDevice() || isSequence()) {
      grabber.setFrameRate(fps);
    }
    if (isNetwork()) {
      String micros = Long.toString(limits.staleAfter().toNanos() / 1000);
      grabber.setOption("rw_timeout", micros);
      grabber.setOption("timeout", micros);
    }
    return grabber;
  }

  /** What FFmpeg's refusal to open the source means; numbers are Linux's {@code errno}. */
  DeviceFailure refusal(FrameGrabber.Exception refused) {
    String detail = address + ": " + refused.getMessage();
    var error = OPENING_ERROR.matcher(detail);
    int errno = error.find() ? Integer.parseInt(error.group(1)) : 0;
    return switch (errno) {
      case 2, 6, 19 -> new DeviceFailure.NoDevice(detail);
      case 16 -> new DeviceFailure.Busy(detail);
      default ->
          isNetwork() ? new DeviceFailure.Offline(detail) : new DeviceFailure.HardwareError(detail);
    };
  }
}
