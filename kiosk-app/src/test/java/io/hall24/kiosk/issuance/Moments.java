package io.hall24.kiosk.issuance;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;

/** Told of every moment at which a power cut could come. */
@FunctionalInterface
interface Moments {
  void reached(String moment);

  /** Nobody listens. */
  static Moments ignored() {
    return moment -> {};
  }

  /** The same thing, whose every call is a moment when it begins and another when it ends. */
  default <T> T around(Class<T> type, T target, String name) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              reached("before " + name + "." + method.getName());
              try {
                return method.invoke(target, arguments);
              } catch (InvocationTargetException thrown) {
                throw Objects.requireNonNull(thrown.getCause());
              } finally {
                reached("after " + name + "." + method.getName());
              }
            }));
  }
}
