package io.hall24.device.camera;

import io.hall24.device.DeviceFailure;
import io.hall24.device.time.HallClock;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;

/** The work of the grabbing thread: from opening the source to its end, or the ring's. */
final class Grabbing implements Runnable {
  private final CameraSource source;
  private final FrameRing ring;
  private final HallClock clock;
  private Optional<ByteBuffer> converted = Optional.empty();

  Grabbing(CameraSource source, FrameRing ring, HallClock clock) {
    this.source = source;
    this.ring = ring;
    this.clock = clock;
  }

  @Override
  public void run() {
    // Failures are reported as such; FFmpeg would also write them to the console.
    avutil.av_log_set_level(avutil.AV_LOG_FATAL);
    try (FFmpegFrameGrabber grabber = source.grabber()) {
      // start() would hold a lock of the whole process for as long as the source hangs.
      grabber.startUnsafe();
      ring.end(grabUntilEnd(grabber));
      eraseConverted();
    } catch (FrameGrabber.Exception refused) {
      ring.end(source.refusal(refused));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      ring.end(new DeviceFailure.Cancelled("grabbing was interrupted"));
    } catch (RuntimeException | LinkageError broken) {
      ring.end(new DeviceFailure.HardwareError(source.address() + ": " + broken));
    }
  }

  private DeviceFailure grabUntilEnd(FFmpegFrameGrabber grabber)
      throws FrameGrabber.Exception, InterruptedException {
    while (true) {
      long begin = clock.nanoTime();
      int pictures = 0;
      for (Frame frame = grabber.grabImage(); frame != null; frame = grabber.grabImage()) {
        converted = Optional.of((ByteBuffer) frame.image[0]);
        if (!source.live() && !ring.awaitUntil(begin + frame.timestamp * 1000)) {
          return closed();
        }
        if (!put(frame)) {
          return closed();
        }
        pictures++;
      }
      if (source.live()) {
        return new DeviceFailure.HardwareError(source.address() + " gives no more pictures");
      }
      if (!source.loop() || pictures == 0) {
        return new DeviceFailure.Offline(
            source.address() + " is over after " + pictures + " pictures");
      }
      // FFmpeg frees the buffer here, so it must not be touched afterwards.
      eraseConverted();
      grabber.restart();
    }
  }

  private static DeviceFailure closed() {
    return new DeviceFailure.Offline("the camera is closed");
  }

  private boolean put(Frame frame) {
    MemorySegment pixels = MemorySegment.ofBuffer((ByteBuffer) frame.image[0]);
    return ring.put(frame.imageWidth, frame.imageHeight, pixels, frame.imageStride);
  }

  // What FFmpeg's own decoder keeps cannot be reached; this buffer holds the last whole picture.
  private void eraseConverted() {
    converted.ifPresent(pixels -> MemorySegment.ofBuffer(pixels).fill((byte) 0));
    converted = Optional.empty();
  }
}
