package io.hall24.kiosk.app;

import io.hall24.config.Profile.VendorJar;
import io.hall24.device.DeviceDriver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;

/**
 * Loads a vendor's driver from a jar whose content is the one that was configured. The jar is read
 * once: what is loaded is what was hashed, whatever happens to the file.
 */
final class VendorJars {
  private VendorJars() {}

  /** What came of loading. */
  sealed interface Loading {
    record Loaded(List<DeviceDriver> drivers) implements Loading {}

    /** Nothing of it is loaded. */
    record Refused(String why) implements Loading {}
  }

  static Loading load(VendorJar jar) {
    try {
      byte[] content = Files.readAllBytes(jar.file());
      String found = sha256(content);
      if (!found.equals(jar.sha256())) {
        return new Loading.Refused(jar.file() + " has SHA-256 " + found + ", not the configured");
      }
      List<DeviceDriver> drivers =
          ServiceLoader.load(DeviceDriver.class, new JarLoader(entries(content))).stream()
              .filter(provider -> provider.type().getClassLoader() instanceof JarLoader)
              .map(ServiceLoader.Provider::get)
              .toList();
      return drivers.isEmpty()
          ? new Loading.Refused(jar.file() + " names no driver in META-INF/services")
          : new Loading.Loaded(drivers);
    } catch (IOException unreadable) {
      return new Loading.Refused("cannot be read: " + unreadable);
    } catch (ServiceConfigurationError | LinkageError broken) {
      return new Loading.Refused(jar.file() + " does not load: " + broken);
    }
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static Map<String, byte[]> entries(byte[] content) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (var jar = new JarInputStream(new ByteArrayInputStream(content))) {
      for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
        if (!entry.isDirectory()) {
          entries.put(entry.getName(), jar.readAllBytes());
        }
      }
    }
    return entries;
  }

  /** Classes and resources of one jar in memory; everything else comes from the terminal. */
  private static final class JarLoader extends ClassLoader {
    private final Map<String, byte[]> entries;

    JarLoader(Map<String, byte[]> entries) {
      super("vendor", VendorJars.class.getClassLoader());
      this.entries = entries;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      byte[] code = entries.get(name.replace('.', '/') + ".class");
      if (code == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, code, 0, code.length);
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
      return Collections.enumeration(resource(name).stream().toList());
    }

    @Override
    @SuppressWarnings("NullAway") // The class library answers null for what is not there.
    protected URL findResource(String name) {
      return resource(name).orElse(null);
    }

    private Optional<URL> resource(String name) {
      byte[] content = entries.get(name);
      if (content == null) {
        return Optional.empty();
      }
      try {
        return Optional.of(URL.of(URI.create("vendor:/" + name), new InMemory(content)));
      } catch (MalformedURLException impossible) {
        throw new IllegalStateException(name, impossible);
      }
    }
  }

  /** Opens one entry. */
  private static final class InMemory extends URLStreamHandler {
    private final byte[] content;

    InMemory(byte[] content) {
      this.content = content;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
