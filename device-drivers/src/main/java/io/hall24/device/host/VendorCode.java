package io.hall24.device.host;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

/** What a vendor's jar offers; loaded in the child only. */
public final class VendorCode {
  private VendorCode() {}

  /**
   * Instances of what the jar registers for a service.
   *
   * @throws IOException when the jar is another one, or what it registers does not load
   */
  public static <T> List<T> load(VerifiedFile jar, Class<T> service) throws IOException {
    JarLoader loader = JarLoader.of(jar.read());
    List<T> offered = new ArrayList<>();
    for (String name : loader.providers(service)) {
      try {
        offered.add(service.cast(loader.loadClass(name).getDeclaredConstructor().newInstance()));
      } catch (ClassNotFoundException
          | NoSuchMethodException
          | InstantiationException
          | IllegalAccessException
          | InvocationTargetException
          | ClassCastException
          | LinkageError broken) {
        throw new IOException(jar.path() + " offers " + name + ", which does not load", broken);
      }
    }
    return offered;
  }
}
