package io.hall24.kiosk.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, which Maven writes into a resource. */
public final class ProductVersion implements IVersionProvider {

  /** Made by picocli. */
  public ProductVersion() {}

  @Override
  public String[] getVersion() {
    return new String[] {"hall24 " + current(), "Java " + Runtime.version()};
  }

  /**
   * The version of this build.
   *
   * @return the Maven version, for instance {@code 0.1.0-SNAPSHOT}
   */
  public static String current() {
    return property("version");
  }

  /** No true time lies before this program was built. */
  static Instant builtAt() {
    return Instant.parse(property("built"));
  }

  private static String property(String name) {
    var properties = new Properties();
    try (InputStream in = ProductVersion.class.getResourceAsStream("version.properties")) {
      properties.load(Objects.requireNonNull(in, "version.properties is part of the build"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Objects.requireNonNull(properties.getProperty(name), name);
  }
}
