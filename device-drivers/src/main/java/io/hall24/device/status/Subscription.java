package io.hall24.device.status;

/** A reader or listener that was registered; closing unregisters it, twice does nothing. */
@FunctionalInterface
public interface Subscription extends AutoCloseable {
  @Override
  void close();
}
