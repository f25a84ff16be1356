package io.hall24.kiosk.fuzz;

import io.hall24.config.ProfileLoader;
import io.hall24.config.ProfileLoading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Terminal profiles. */
final class ProfileFuzz implements FuzzTarget {
  private final ProfileLoader loader = new ProfileLoader(Map.of());

  @Override
  public void feed(byte[] input) {
    var loading =
        loader.parse("fuzz", new String(input, StandardCharsets.UTF_8), Path.of("/nowhere"));
    if (loading instanceof ProfileLoading.Faulty(var mistakes) && mistakes.isEmpty()) {
      throw new IllegalStateException("faulty without a mistake");
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(shipped("demo.yaml"), shipped("demo-simulated.yaml"));
  }

  private static byte[] shipped(String name) {
    try (var in = ProfileLoader.class.getResourceAsStream("profiles/" + name)) {
      if (in == null) {
        throw new IllegalStateException("no profile " + name);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
