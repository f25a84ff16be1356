package io.hall24.kiosk.demo.wear;

import io.hall24.device.Attempt;
import io.hall24.device.DeviceId;
import io.hall24.device.IdentityDocumentReader;
import io.hall24.device.emrtd.EmrtdDriver;
import io.hall24.device.status.StatusBoard;
import io.hall24.device.supervision.SupervisedDevice;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.InventedPerson;
import io.hall24.kiosk.demo.counterpart.SmartCardDaemon;
import io.hall24.kiosk.demo.counterpart.VirtualPassport;
import io.hall24.kiosk.demo.document.Condition;
import io.hall24.kiosk.demo.document.DocumentPress;
import io.hall24.kiosk.demo.document.InventedState;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;

/** A supervised reader over pcscd with a virtual passport on it; both can be killed. */
public final class CardTable implements AutoCloseable {
  private static final Duration USE = Duration.ofMillis(1_500);
  private static final Duration GLANCE = Duration.ofMillis(50);
  private static final int LATEST = 900;

  private final Path world;
  private final HallClock clock;
  private final StatusBoard board;
  private final Path document;
  private final SupervisedDevice<IdentityDocumentReader> reader;
  private SmartCardDaemon daemon;
  private VirtualPassport passport;

  private CardTable(Path world, HallClock clock, long seed)
      throws IOException, InterruptedException {
    this.world = world;
    this.clock = clock;
    this.board = new StatusBoard(clock);
    this.document = world.resolve("document");
    LocalDate today = LocalDate.ofInstant(clock.wallTime(), ZoneOffset.UTC);
    InventedState state = InventedState.founded(today);
    state.trustIn(world.resolve("trust"));
    new DocumentPress(state, today)
        .press(InventedPerson.LIN_HAIJIE, portrait(), Condition.GENUINE, document);
    daemon = SmartCardDaemon.start(world.resolve("pcscd.log"), clock);
    passport = laid();
    var driver = new EmrtdDriver();
    var settings =
        driver
            .settings()
            .resolve(
                Map.of(
                    "terminal",
                    ".*Virtual PCD 00 00.*",
                    "trust",
                    world.resolve("trust").toString()));
    reader =
        new SupervisedDevice<>(
            (IdentityDocumentReader) driver.create(new DeviceId("reader"), settings, clock),
            board,
            clock,
            new Random(seed));
  }

  /** Daemon, document and reader, awake. */
  public static CardTable set(Path world, HallClock clock, long seed)
      throws IOException, InterruptedException {
    var table = new CardTable(world, clock, seed);
    var _ = table.reader.wake();
    return table;
  }

  private Path portrait() throws IOException {
    Path file = world.resolve("portrait.png");
    ImageIO.write(
        new BufferedImage(LATEST, LATEST, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
    return file;
  }

  private VirtualPassport laid() throws IOException, InterruptedException {
    return VirtualPassport.lay(
        document, world.resolve("passport.log"), clock, List.of("--stay", "--wait", "120"));
  }

  private boolean reads() throws InterruptedException {
    return reader.call(USE, (device, patience) -> device.awaitDocument(patience))
        instanceof Attempt.Done;
  }

  /** The smart card daemon, under the feet of reader and document. */
  public Victim daemon() {
    return new Part("pcscd") {
      @Override
      public void kill() throws IOException {
        daemon.kill();
      }

      @Override
      public void bringBack() throws IOException, InterruptedException {
        daemon = SmartCardDaemon.start(world.resolve("pcscd.log"), clock);
      }

      @Override
      public boolean isSeenGone() {
        return !board.of(reader.id()).orElseThrow().state().usable();
      }
    };
  }

  /** The document itself, which to the reader is being lifted. */
  public Victim document() {
    return new Part("virtual card") {
      @Override
      public void kill() {
        passport.kill();
      }

      @Override
      public void bringBack() throws IOException, InterruptedException {
        passport = laid();
      }

      @Override
      public boolean isSeenGone() throws InterruptedException {
        return reader.call(GLANCE, (device, patience) -> device.awaitRemoval(patience))
                instanceof Attempt.Done
            && board.of(reader.id()).orElseThrow().state().usable();
      }
    };
  }

  /** What both have in common; the table is cleared as a whole. */
  private abstract class Part implements Victim {
    private final String name;

    Part(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public boolean works() throws InterruptedException {
      return reads();
    }

    @Override
    public void close() {}
  }

  @Override
  public void close() {
    reader.close();
    passport.kill();
    daemon.close();
  }
}
