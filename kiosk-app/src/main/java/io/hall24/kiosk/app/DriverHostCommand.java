package io.hall24.kiosk.app;

import io.hall24.device.ErasableMemory;
import io.hall24.device.host.VerifiedFile;
import io.hall24.device.sam.HostedPhotoDecoder;
import io.hall24.device.time.HallClock;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hall24 driver-host}: tries a vendor's jar as the terminal runs it. */
@Command(
    name = "driver-host",
    description =
        "Tells what a profile must name a vendor's jar by, and runs its photo decoder in a process"
            + " of its own, as the terminal does. Exit code 0: it is ready, or has decoded; 1: it"
            + " has not; 2: wrong files.",
    mixinStandardHelpOptions = true)
final class DriverHostCommand implements Callable<Integer> {
  @Parameters(paramLabel = "JAR", description = "the vendor's jar")
  private Path jar = Path.of("");

  @Option(
      names = "--decoder",
      required = true,
      paramLabel = "NAME",
      description = "the decoder's name, as the setting photo-decoder gives it")
  private String decoder = "";

  @Option(
      names = "--library",
      paramLabel = "FILE",
      description = "the native library that it loads")
  private Optional<Path> library = Optional.empty();

  @Option(
      names = "--decode",
      paramLabel = "CODED",
      description = "a file with the 1024 bytes of a card's photo; the picture goes to --out")
  private Optional<Path> coded = Optional.empty();

  @Option(names = "--out", paramLabel = "FILE", description = "takes the picture")
  private Optional<Path> out = Optional.empty();

  @Mixin private final Facts facts = new Facts();

  DriverHostCommand() {}

  @Override
  public Integer call() throws WrongInput, IOException {
    if (coded.isPresent() != out.isPresent()) {
      throw new WrongInput("--decode and --out belong together");
    }
    VerifiedFile verified = named(jar, "decoder-jar", "decoder-sha256");
    Optional<VerifiedFile> nativePart =
        library.isPresent()
            ? Optional.of(named(library.get(), "decoder-library", "decoder-library-sha256"))
            : Optional.empty();
    try (var host = new HostedPhotoDecoder(decoder, verified, nativePart, HallClock.system())) {
      host.open();
      boolean well =
          coded.isPresent() ? decode(host, coded.get(), out.orElseThrow()) : host.ready();
      facts.tell(host.state(), Facts.object().put("state", host.state()).put("ready", well));
      return (well ? ExitCode.SUCCESS : ExitCode.NEGATIVE).number();
    }
  }

  private VerifiedFile named(Path file, String setting, String digest) throws WrongInput {
    try {
      String sha256 = VerifiedFile.digest(Files.readAllBytes(file));
      facts.tell(
          setting + ": " + file.toAbsolutePath() + "\n" + digest + ": " + sha256,
          Facts.object().put(setting, file.toAbsolutePath().toString()).put(digest, sha256));
      return new VerifiedFile(file.toAbsolutePath(), sha256);
    } catch (IOException unreadable) {
      throw new WrongInput(file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static boolean decode(HostedPhotoDecoder host, Path coded, Path out) throws IOException {
    try (var memory = new ErasableMemory()) {
      MemorySegment bytes = memory.absorb(Files.readAllBytes(coded));
      var photo = host.decode(bytes, memory);
      if (photo.isPresent()) {
        Files.write(out, photo.get().bytes().toArray(ValueLayout.JAVA_BYTE));
      }
      return photo.isPresent();
    }
  }
}
