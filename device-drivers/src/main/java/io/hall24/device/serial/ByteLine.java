package io.hall24.device.serial;

import io.hall24.device.time.Patience;

/** An open line of bytes to one device. Belongs to one thread. */
public interface ByteLine extends AutoCloseable {
  /**
   * Waits for bytes and takes what is there, at most {@link SerialLine#LONGEST_READ}.
   *
   * @return how many bytes, 0 when none came
   */
  int read(byte[] into) throws LineLostException;

  /**
   * Sends all of it, or counts as lost where that takes longer than the patience.
   *
   * @throws LineLostException also when only a part was sent
   */
  void write(byte[] bytes, Patience patience) throws LineLostException;

  /** Forgets what has come so far. */
  void discardInput() throws LineLostException;

  @Override
  void close();
}
