package io.hall24.kiosk.ops.socket;

import java.util.function.Supplier;

/** Who answers one kind of question on the terminal's socket; called on several threads. */
@FunctionalInterface
public interface Answering {
  /**
   * A question.
   *
   * @param words what stands behind its first word; empty when nothing does
   * @param user who asks: a user of this machine, as the kernel knows the other process
   */
  record Asked(String words, String user) {}

  /** What comes of it. */
  sealed interface Reply {
    /** One line. */
    record Told(String line) implements Reply {}

    /**
     * No answer.
     *
     * @param reason one line
     */
    record Refused(String reason) implements Reply {}
  }

  /** Answers. */
  Reply to(Asked asked);

  /** The same kind of answer, whoever asks and with whatever words. */
  static Answering always(Supplier<String> line) {
    return _ -> new Reply.Told(line.get());
  }
}
