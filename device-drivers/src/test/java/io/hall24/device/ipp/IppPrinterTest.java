package io.hall24.device.ipp;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceFailure;
import io.hall24.device.DeviceId;
import io.hall24.device.JobReport;
import io.hall24.device.Medium;
import io.hall24.device.PagePrinter;
import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class IppPrinterTest {
  private static final HallClock CLOCK = HallClock.system();
  private static final byte[] PDF = "%PDF-1.4".getBytes(US_ASCII);

  @Test
  void aDocumentForAClosedPortWasSurelyNotSent() throws IOException {
    PagePrinter printer = MisbehavingPrinter.client(closedPort());
    assertInstanceOf(
        DeviceFailure.Offline.class, failure(printer.sendDocument(1, PDF, patience(5000))));
    assertInstanceOf(
        DeviceFailure.Offline.class,
        failure(printer.createJob("issuance-1", Medium.A3, patience(5000))));
  }

  @Test
  void withoutPatienceNothingIsSent() throws IOException {
    var asked = new AtomicInteger();
    try (var server = new MisbehavingPrinter(connection -> asked.incrementAndGet())) {
      assertInstanceOf(
          DeviceFailure.TimedOut.class, failure(server.client().sendDocument(1, PDF, patience(0))));
    }
    assertEquals(0, asked.get());
  }

  @Test
  void aConnectionThatNeverStandsSurelySendsNothing() throws IOException {
    var waiting = new ArrayList<Socket>();
    try (var deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fillBacklog(deaf, waiting);
      PagePrinter printer = MisbehavingPrinter.client(deaf.getLocalPort());
      assertInstanceOf(
          DeviceFailure.TimedOut.class, failure(printer.sendDocument(1, PDF, patience(1500))));
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  /** Connects until the kernel takes no further connection. */
  private static void fillBacklog(ServerSocket deaf, List<Socket> waiting) throws IOException {
    boolean full = false;
    while (!full) {
      assertTrue(waiting.size() < 100, "the backlog is never full");
      var socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(deaf.getLocalSocketAddress(), 300);
      } catch (SocketTimeoutException backlogFull) {
        full = true;
      }
    }
  }

  @Test
  void aConnectionDroppedBeforeTheDocumentIsReadLosesTheAnswer() throws IOException {
    try (var server = new MisbehavingPrinter(connection -> {})) {
      assertLost(server);
    }
  }

  @Test
  void aConnectionDroppedAfterTheDocumentIsReadLosesTheAnswer() throws IOException {
    try (var server = new MisbehavingPrinter(MisbehavingPrinter::readRequest)) {
      assertLost(server);
    }
  }

  @Test
  void anAnswerThatBreaksOffIsLost() throws IOException {
    try (var server =
        new MisbehavingPrinter(connection -> {
          byte[] request = MisbehavingPrinter.readRequest(connection);
          byte[] whole = RecordedAnswer.ACCEPTED.to(MisbehavingPrinter.requestId(request));
          connection
              .getOutputStream()
              .write(MisbehavingPrinter.head("200 OK", "application/ipp", whole.length));
          connection.getOutputStream().write(whole, 0, whole.length / 2);
        })) {
      assertLost(server);
    }
  }

  @Test
  void anHttpErrorSaysNothingAboutTheDocument() throws IOException {
    try (var server = answering("500 Internal Server Error", "text/plain", PDF)) {
      assertLost(server);
      assertInstanceOf(
          DeviceFailure.HardwareError.class, failure(server.client().report(patience(5000))));
    }
  }

  @Test
  void aWebPageIsNoAnswer() throws IOException {
    try (var server = answering("200 OK", "text/html", "<html>".getBytes(US_ASCII))) {
      assertLost(server);
      assertInstanceOf(
          DeviceFailure.HardwareError.class, failure(server.client().open(patience(5000))));
    }
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    try (var server = answering("302 Found\r\nLocation: http://127.0.0.1:1/", "text/plain", PDF)) {
      assertInstanceOf(
          DeviceFailure.HardwareError.class, failure(server.client().open(patience(5000))));
    }
  }

  @Test
  void anEndlessAnswerIsCutOff() throws IOException {
    try (var server =
        new MisbehavingPrinter(connection -> {
          MisbehavingPrinter.readRequest(connection);
          var out = connection.getOutputStream();
          out.write(MisbehavingPrinter.head("200 OK", "application/ipp", Integer.MAX_VALUE));
          byte[] block = new byte[1 << 16];
          while (!connection.isClosed()) {
            out.write(block);
          }
        })) {
      assertInstanceOf(
          DeviceFailure.Offline.class, failure(server.client().report(patience(20_000))));
    }
  }

  @Test
  void silenceEndsWithThePatienceAndLosesTheAnswer() throws IOException {
    var held = new CountDownLatch(1);
    try (var server =
        new MisbehavingPrinter(connection -> {
          MisbehavingPrinter.readRequest(connection);
          held.await();
        })) {
      long before = CLOCK.nanoTime();
      assertInstanceOf(
          DeviceFailure.AnswerLost.class,
          failure(server.client().sendDocument(1, PDF, patience(2000))));
      assertTrue(CLOCK.nanoTime() - before < Duration.ofSeconds(4).toNanos());
    } finally {
      held.countDown();
    }
  }

  @Test
  void anAnswerThatDripsEndsWithThePatience() throws IOException {
    try (var server =
        new MisbehavingPrinter(connection -> {
          MisbehavingPrinter.readRequest(connection);
          var out = connection.getOutputStream();
          out.write(MisbehavingPrinter.head("200 OK", "application/ipp", 100_000));
          while (!Thread.currentThread().isInterrupted()) {
            out.write(2);
            out.flush();
            CLOCK.sleep(Duration.ofMillis(50));
          }
        })) {
      long before = CLOCK.nanoTime();
      assertInstanceOf(
          DeviceFailure.TimedOut.class, failure(server.client().report(patience(400))));
      assertTrue(CLOCK.nanoTime() - before < Duration.ofSeconds(2).toNanos());
    }
  }

  @Test
  void aWithdrawnPatienceEndsTheCall() throws Exception {
    var heard = new CountDownLatch(1);
    var held = new CountDownLatch(1);
    try (var server =
        new MisbehavingPrinter(connection -> {
          MisbehavingPrinter.readRequest(connection);
          heard.countDown();
          held.await();
        })) {
      Patience patience = patience(20_000);
      Thread.ofPlatform()
          .start(() -> {
            try {
              heard.await();
            } catch (InterruptedException withdrawn) {
              Thread.currentThread().interrupt();
            }
            patience.cancel();
          });
      assertInstanceOf(DeviceFailure.Cancelled.class, failure(server.client().report(patience)));
    } finally {
      held.countDown();
    }
  }

  @Test
  void anInterruptEndsTheCallAndStays() throws IOException {
    var held = new CountDownLatch(1);
    Thread asker = Thread.currentThread();
    try (var server =
        new MisbehavingPrinter(connection -> {
          MisbehavingPrinter.readRequest(connection);
          asker.interrupt();
          held.await();
        })) {
      assertInstanceOf(
          DeviceFailure.AnswerLost.class,
          failure(server.client().createJob("issuance-1", Medium.A3, patience(20_000))));
      assertTrue(Thread.interrupted());
    } finally {
      held.countDown();
    }
  }

  @Test
  void refusalsKeepTheirMeaning() throws IOException {
    assertInstanceOf(DeviceFailure.Busy.class, refusal(0x0507));
    assertInstanceOf(DeviceFailure.Offline.class, refusal(0x0506));
    assertInstanceOf(DeviceFailure.HardwareError.class, refusal(0x040a));
    assertInstanceOf(DeviceFailure.HardwareError.class, refusal(0x0404));
  }

  @Test
  void anErrorInTheMiddleOfTheWorkLeavesTheDocumentOpen() throws IOException {
    assertInstanceOf(DeviceFailure.AnswerLost.class, refusal(0x0500));
    assertInstanceOf(DeviceFailure.AnswerLost.class, refusal(0x0504));
  }

  @Test
  void aPrinterThatIgnoresThePaperGetsItsJobBack() throws IOException {
    var operations = new ConcurrentLinkedQueue<Integer>();
    try (var server =
        new MisbehavingPrinter(connection -> {
          byte[] request = MisbehavingPrinter.readRequest(connection);
          operations.add(request[3] & 0xff);
          byte[] created = RecordedAnswer.CREATED.to(MisbehavingPrinter.requestId(request));
          MisbehavingPrinter.answer(connection, "200 OK", "application/ipp", withoutMedia(created));
        })) {
      assertInstanceOf(
          DeviceFailure.HardwareError.class,
          failure(server.client().createJob("issuance-1", Medium.A3, patience(5000))));
    }
    assertEquals(List.of(0x05, 0x08, 0x09), List.copyOf(operations));
  }

  @Test
  void anAcceptedDocumentIsReportedWithItsJob() throws IOException {
    try (var server =
        new MisbehavingPrinter(connection -> {
          byte[] request = MisbehavingPrinter.readRequest(connection);
          MisbehavingPrinter.answer(
              connection,
              "200 OK",
              "application/ipp",
              RecordedAnswer.ACCEPTED.to(MisbehavingPrinter.requestId(request)));
        })) {
      var accepted =
          assertInstanceOf(
              Attempt.Done.class, server.client().sendDocument(1, PDF, patience(5000)));
      assertEquals(
          JobReport.State.PROCESSING, assertInstanceOf(JobReport.class, accepted.value()).state());
    }
  }

  @Test
  void aStoppedPrinterNeedsAPerson() throws IOException {
    assertInstanceOf(Attempt.Done.class, probe(3));
    assertInstanceOf(DeviceFailure.UserError.class, failure(probe(5)));
  }

  private static Attempt<String> probe(int printerState) throws IOException {
    try (var server =
        new MisbehavingPrinter(connection -> {
          byte[] request = MisbehavingPrinter.readRequest(connection);
          byte[] answer = RecordedAnswer.PRINTER.to(MisbehavingPrinter.requestId(request));
          ByteBuffer.wrap(answer).putInt(valueOf("printer-state", answer), printerState);
          MisbehavingPrinter.answer(connection, "200 OK", "application/ipp", answer);
        })) {
      return server.client().probe(patience(5000));
    }
  }

  /** Where the four-byte value of an attribute begins. */
  private static int valueOf(String attribute, byte[] answer) {
    String marker = attribute + "\0\4";
    int at = new String(answer, ISO_8859_1).indexOf(marker);
    assertTrue(at >= 0, attribute);
    return at + marker.length();
  }

  @Test
  void aUriThatIsNotIppIsAMistakeOfConfiguration() {
    var driver = new IppPrinterDriver();
    for (String uri : List.of("http://printer/ipp", "ipp:printer", "socket://printer")) {
      var settings = driver.settings().resolve(Map.of("uri", uri));
      try (var printer = driver.create(new DeviceId("printer"), settings, CLOCK)) {
        assertInstanceOf(DeviceFailure.NoDevice.class, failure(printer.open(patience(1000))));
      }
    }
  }

  private static void assertLost(MisbehavingPrinter server) {
    PagePrinter printer = server.client();
    assertInstanceOf(
        DeviceFailure.AnswerLost.class, failure(printer.sendDocument(1, PDF, patience(5000))));
    assertInstanceOf(
        DeviceFailure.AnswerLost.class,
        failure(printer.createJob("issuance-1", Medium.A3, patience(5000))));
  }

  private static DeviceFailure refusal(int status) throws IOException {
    try (var server =
        new MisbehavingPrinter(connection -> {
          byte[] request = MisbehavingPrinter.readRequest(connection);
          byte[] answer = RecordedAnswer.ACCEPTED.to(MisbehavingPrinter.requestId(request));
          ByteBuffer.wrap(answer).putShort(2, (short) status);
          MisbehavingPrinter.answer(connection, "200 OK", "application/ipp", answer);
        })) {
      return failure(server.client().sendDocument(1, PDF, patience(5000)));
    }
  }

  /** The answer with status ignored-or-substituted-attributes and media among the unsupported. */
  private static byte[] withoutMedia(byte[] created) {
    byte[] media = {0x05, 0x10, 0, 5, 'm', 'e', 'd', 'i', 'a', 0, 0, 0x03};
    byte[] answer = Arrays.copyOf(created, created.length - 1 + media.length);
    System.arraycopy(media, 0, answer, created.length - 1, media.length);
    ByteBuffer.wrap(answer).putShort(2, (short) 0x0001);
    return answer;
  }

  private static MisbehavingPrinter answering(String status, String type, byte[] body)
      throws IOException {
    return new MisbehavingPrinter(connection -> {
      MisbehavingPrinter.readRequest(connection);
      MisbehavingPrinter.answer(connection, status, type, body);
    });
  }

  private static int closedPort() throws IOException {
    try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return listener.getLocalPort();
    }
  }

  private static Patience patience(long millis) {
    return Patience.of(Duration.ofMillis(millis), CLOCK);
  }

  private static DeviceFailure failure(Attempt<?> attempt) {
    return assertInstanceOf(Attempt.Failed.class, attempt).failure();
  }
}
