package io.hall24.device.sam;

import io.hall24.device.ChipPhoto;
import io.hall24.device.ErasableMemory;
import io.hall24.device.host.DriverHost;
import io.hall24.device.host.VerifiedFile;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A vendor's photo decoder in a process of its own. Whatever becomes of that process, cards are
 * read; without a photo while it is away.
 */
public final class HostedPhotoDecoder implements CardPhotoDecoder, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMillis(900);
  private static final Set<String> TYPES =
      Set.of("image/jpeg", "image/jp2", "image/bmp", "image/png");

  private final String name;
  private final VerifiedFile jar;
  private final Optional<VerifiedFile> library;
  private final DriverHost host;

  /**
   * A decoder that is not started.
   *
   * @param name as the vendor's jar calls it
   * @param jar the vendor's, by its SHA-256
   * @param library the native library that it needs, if it needs one
   */
  public HostedPhotoDecoder(
      String name, VerifiedFile jar, Optional<VerifiedFile> library, HallClock clock) {
    this.name = name;
    this.jar = jar;
    this.library = library;
    List<String> arguments = new ArrayList<>(List.of(name, jar.path().toString(), jar.sha256()));
    library.ifPresent(file -> arguments.addAll(List.of(file.path().toString(), file.sha256())));
    this.host = new DriverHost(name, PhotoDecoderHost.class, arguments, clock);
  }

  /**
   * Starts it.
   *
   * @throws IOException when a file is not the one that the configuration names
   */
  public void open() throws IOException {
    var _ = jar.read();
    if (library.isPresent()) {
      Arrays.fill(library.get().read(), (byte) 0);
    }
    try {
      var _ = host.start();
    } catch (DriverHost.LostException away) {
      // It shows in the state, and the next photo tries again.
    }
  }

  /** Whether a photo that comes now finds it. */
  public boolean ready() {
    return host.isReady();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String state() {
    return "photo decoder " + host.state();
  }

  @Override
  public Optional<ChipPhoto> decode(MemorySegment coded, ErasableMemory memory) {
    byte[] question = coded.toArray(ValueLayout.JAVA_BYTE);
    try {
      return understood(host.ask(question, PATIENCE), memory);
    } catch (DriverHost.LostException away) {
      return Optional.empty();
    } finally {
      Arrays.fill(question, (byte) 0);
    }
  }

  private static Optional<ChipPhoto> understood(byte[] answer, ErasableMemory memory) {
    int end = 0;
    while (end < answer.length && answer[end] != 0) {
      end++;
    }
    String type = new String(answer, 0, end, StandardCharsets.US_ASCII);
    if (end + 1 >= answer.length || !TYPES.contains(type)) {
      Arrays.fill(answer, (byte) 0);
      return Optional.empty();
    }
    byte[] picture = Arrays.copyOfRange(answer, end + 1, answer.length);
    Arrays.fill(answer, (byte) 0);
    return Optional.of(new ChipPhoto(type, memory.absorb(picture)));
  }

  @Override
  public void close() {
    host.close();
  }
}
