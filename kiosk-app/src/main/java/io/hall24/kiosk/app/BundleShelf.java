package io.hall24.kiosk.app;

import io.hall24.device.time.HallClock;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.catalogue.CatalogueFile;
import io.hall24.kiosk.catalogue.CatalogueLoading;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.StatementVerifier;
import io.hall24.kiosk.gateway.Bundle;
import io.hall24.kiosk.gateway.Bundles;
import io.hall24.kiosk.licence.FormBundle;
import io.hall24.kiosk.licence.FormsLoading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the registry's bundles are kept, below {@code bundles/} of a terminal's directory. What
 * comes is looked at first, and kept only if it can be used; the next start uses it.
 */
final class BundleShelf {
  private static final Logger LOG = LoggerFactory.getLogger(BundleShelf.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String CATALOGUE = "catalogue.tsv";
  private final Path shelf;
  private final Optional<StatementVerifier> authority;

  /**
   * @param data the terminal's directory
   * @param authority who signs forms; without it forms are not asked for
   */
  BundleShelf(Path data, Optional<StatementVerifier> authority) {
    this.shelf = data.resolve("bundles");
    this.authority = authority;
  }

  /** The catalogue that the registry gave. */
  Optional<Path> catalogue() {
    return Optional.of(directory(Bundle.Name.CATALOGUE).resolve(CATALOGUE)).filter(Files::exists);
  }

  /** The directory of the forms that the registry gave. */
  Optional<Path> forms() {
    return Optional.of(directory(Bundle.Name.FORMS)).filter(Files::isDirectory);
  }

  private Path directory(Bundle.Name name) {
    return shelf.resolve(name.word());
  }

  /** Asks for everything; true when the registry answered. */
  boolean refresh(Bundles registry, HallClock clock) throws InterruptedException {
    boolean answered = true;
    for (Bundle.Name name : Bundle.Name.values()) {
      if (name == Bundle.Name.CATALOGUE || authority.isPresent()) {
        answered &= refresh(name, registry, clock);
      }
    }
    return answered;
  }

  private boolean refresh(Bundle.Name name, Bundles registry, HallClock clock)
      throws InterruptedException {
    return switch (registry.fetch(name, held(name), Patience.of(PATIENCE, clock))) {
      case Bundles.Found.Fetched(Bundle bundle) -> {
        keep(bundle);
        yield true;
      }
      case Bundles.Found.Unchanged(), Bundles.Found.Refused(var _) -> true;
      case Bundles.Found.Unavailable(String detail) -> {
        LOG.info("bundle {}: {}", name.word(), detail);
        yield false;
      }
    };
  }

  private Optional<String> held(Bundle.Name name) {
    Path directory = directory(name);
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      Map<String, Bytes> contents = new TreeMap<>();
      for (Path file : files.toList()) {
        contents.put(String.valueOf(file.getFileName()), Bytes.of(Files.readAllBytes(file)));
      }
      return Optional.of(new Bundle(name, contents).etag());
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  /** Written beside its place and looked at there; a cut on the way leaves the old one, or none. */
  private void keep(Bundle bundle) {
    Path fresh = shelf.resolve(bundle.name().word() + ".new");
    try {
      empty(fresh);
      Files.createDirectories(fresh);
      for (Map.Entry<String, Bytes> file : bundle.files().entrySet()) {
        Files.write(fresh.resolve(file.getKey()), file.getValue().toArray());
      }
      Optional<String> mistakes = mistakes(bundle.name(), fresh);
      if (mistakes.isPresent()) {
        LOG.error("bundle {} is not kept: {}", bundle.name().word(), mistakes.get());
        empty(fresh);
        return;
      }
      empty(directory(bundle.name()));
      Files.move(fresh, directory(bundle.name()), StandardCopyOption.ATOMIC_MOVE);
      LOG.info("bundle {} is new: {}", bundle.name().word(), bundle.etag());
    } catch (IOException refused) {
      LOG.error("bundle {} cannot be kept", bundle.name().word(), refused);
    }
  }

  private Optional<String> mistakes(Bundle.Name name, Path directory) throws IOException {
    return switch (name) {
      case CATALOGUE -> {
        Path file = directory.resolve(CATALOGUE);
        yield Files.exists(file)
                && CatalogueFile.read(CATALOGUE, Files.readString(file))
                    instanceof CatalogueLoading.Faulty(var mistakes)
            ? Optional.of(mistakes.toString())
            : Optional.of("no " + CATALOGUE).filter(_ -> !Files.exists(file));
      }
      case FORMS ->
          authority
              .map(signer -> FormBundle.load(directory, signer))
              .flatMap(loading ->
                  loading instanceof FormsLoading.Faulty(var mistakes)
                      ? Optional.of(mistakes.toString())
                      : Optional.empty());
    };
  }

  private static void empty(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      try (Stream<Path> files = Files.list(directory)) {
        files.forEach(BundleShelf::delete);
      }
      Files.delete(directory);
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
