package io.hall24.device;

import java.util.function.Function;

/**
 * The outcome of asking a device for something.
 *
 * @param <T> what it gives when it can
 */
public sealed interface Attempt<T> {
  /** The device did it. */
  record Done<T>(T value) implements Attempt<T> {}

  /** The device did not do it, and why. */
  record Failed<T>(DeviceFailure failure) implements Attempt<T> {}

  static <T> Attempt<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Attempt<T> failed(DeviceFailure failure) {
    return new Failed<>(failure);
  }

  /** The same outcome with another value. */
  default <U> Attempt<U> map(Function<? super T, ? extends U> change) {
    return switch (this) {
      case Done<T>(var value) -> done(change.apply(value));
      case Failed<T>(var failure) -> failed(failure);
    };
  }
}
