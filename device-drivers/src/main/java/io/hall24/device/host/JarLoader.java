package io.hall24.device.host;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarInputStream;
import java.util.zip.ZipEntry;

/**
 * Loads classes from the bytes of a jar that were verified, not from a file that may meanwhile be
 * another one.
 */
final class JarLoader extends ClassLoader {
  private static final String SERVICES = "META-INF/services/";
  private final Map<String, byte[]> entries;

  private JarLoader(Map<String, byte[]> entries, ClassLoader parent) {
    super("driver-host", parent);
    this.entries = entries;
  }

  static JarLoader of(byte[] jar) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (var in = new JarInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.isDirectory()) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return new JarLoader(entries, JarLoader.class.getClassLoader());
  }

  /**
   * Names of the classes that the jar registers for a service, as ServiceLoader would read them.
   */
  List<String> providers(Class<?> service) {
    return Optional.ofNullable(entries.get(SERVICES + service.getName()))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
        .map(text ->
            text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList())
        .orElse(List.of());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = entries.get(name.replace('.', '/') + ".class");
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }

  @Override
  @SuppressWarnings("NullAway") // the JDK's own contract: null where there is none
  public InputStream getResourceAsStream(String name) {
    byte[] bytes = entries.get(name);
    return bytes == null ? super.getResourceAsStream(name) : new ByteArrayInputStream(bytes);
  }
}
