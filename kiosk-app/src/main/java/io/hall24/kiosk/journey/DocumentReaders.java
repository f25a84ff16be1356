package io.hall24.kiosk.journey;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.PresentedDocument;
import io.hall24.device.supervision.SupervisedDevice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * The readers on which a person may lay a document: one for passports, one for identity cards. The
 * person need not know which is which; whoever finds a document first is asked to read it. One that
 * does not work leaves the service to the others.
 */
public final class DocumentReaders {
  private final List<SupervisedDevice<IdentityDocumentReader>> readers;

  /**
   * The readers of a terminal.
   *
   * @param readers at least one
   */
  public DocumentReaders(List<SupervisedDevice<IdentityDocumentReader>> readers) {
    if (readers.isEmpty()) {
      throw new IllegalArgumentException("a terminal has a document reader");
    }
    this.readers = List.copyOf(readers);
  }

  /** A document and the reader on which it lies. */
  record Placed(SupervisedDevice<IdentityDocumentReader> reader, PresentedDocument document) {}

  /** Whether a document can be read now. */
  boolean anyOpen() {
    return readers.stream().anyMatch(SupervisedDevice::isOpen);
  }

  /** Whether nobody can lay a document on one in vain. */
  boolean allOpen() {
    return readers.stream().allMatch(SupervisedDevice::isOpen);
  }

  void wake() throws InterruptedException {
    for (var reader : readers) {
      var _ = reader.wake();
    }
  }

  void rest() throws InterruptedException {
    for (var reader : readers) {
      reader.rest();
    }
  }

  /** Waits until a document lies on one of them. */
  Attempt<Placed> await(Duration atMost) throws InterruptedException {
    BlockingQueue<Attempt<Placed>> answers = new LinkedBlockingQueue<>();
    List<Thread> asking =
        start(
            reader ->
                reader
                    .call(atMost, IdentityDocumentReader::awaitDocument)
                    .map(document -> new Placed(reader, document)),
            answers);
    try {
      Attempt<Placed> best = answers.take();
      for (int heard = 1; heard < asking.size() && best instanceof Attempt.Failed; heard++) {
        best = better(best, answers.take());
      }
      return best;
    } finally {
      asking.forEach(Thread::interrupt);
    }
  }

  /** As long as one waits in vain, a document may still come to it. */
  private static Attempt<Placed> better(Attempt<Placed> one, Attempt<Placed> other) {
    return switch (other) {
      case Attempt.Done<Placed> done -> done;
      case Attempt.Failed<Placed>(DeviceFailure.TimedOut _) -> other;
      case Attempt.Failed<Placed> _ -> one;
    };
  }

  /** Whether a document lies on one of them, and stays there for so long. */
  boolean anyDocumentLiesThere(Duration atMost) throws InterruptedException {
    BlockingQueue<Attempt<Long>> answers = new LinkedBlockingQueue<>();
    List<Thread> asking =
        start(reader -> reader.call(atMost, IdentityDocumentReader::awaitRemoval), answers);
    try {
      boolean lies = false;
      for (int heard = 0; heard < asking.size(); heard++) {
        lies |= answers.take() instanceof Attempt.Failed<Long>(DeviceFailure.TimedOut _);
      }
      return lies;
    } finally {
      asking.forEach(Thread::interrupt);
    }
  }

  private interface Inquiry<T> {
    Attempt<T> of(SupervisedDevice<IdentityDocumentReader> reader) throws InterruptedException;
  }

  private <T> List<Thread> start(Inquiry<T> inquiry, BlockingQueue<Attempt<T>> answers) {
    List<Thread> asking = new ArrayList<>();
    Function<SupervisedDevice<IdentityDocumentReader>, Runnable> work =
        reader ->
            () -> {
              try {
                answers.add(inquiry.of(reader));
              } catch (InterruptedException overtaken) {
                answers.add(Attempt.failed(new DeviceFailure.Cancelled("another was first")));
              }
            };
    for (var reader : readers) {
      asking.add(Thread.ofVirtual().name("ask-" + reader.id()).start(work.apply(reader)));
    }
    return asking;
  }
}
