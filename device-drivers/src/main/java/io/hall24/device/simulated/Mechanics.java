package io.hall24.device.simulated;

import io.hall24.device.Medium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The paper path of a virtual printer and its output, as directories in which sheets of paper are
 * moved: {@code tray-a3/}, {@code tray-a4/} (one PDF a sheet, named by its number), {@code exit/}
 * (what lies behind the flap, one directory a sheet), {@code jammed/}, {@code taken/} (in a
 * person's hand), {@code retained/} (the locked bin); {@code flap-open} is a file while the flap is
 * open. Shared by the printer's counterpart, the presenter, the eye and scripted people.
 *
 * @param directory where all of that lies
 */
public record Mechanics(Path directory) {
  /** What can be broken on purpose, for as long as it is planted. */
  public enum Fault {
    /** Sheets come out unprinted. */
    BLANK,
    /** Double feed: the next sheet but one is printed. */
    WRONG_NUMBER,
    /** Sheets get stuck. */
    JAM,
    /** A pulled sheet stops halfway, and goes on once this is repaired. */
    HELD,
    /** The flap does not open. */
    FLAP_STUCK,
    /** The eye sees black. */
    EYE_DARK;

    private String file() {
      return "fault-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Where the sheets of a size wait. */
  public Path tray(Medium medium) {
    return directory.resolve("tray-" + medium.name().toLowerCase(Locale.ROOT));
  }

  /** Puts a sheet of stock into its tray; sheets are pulled in the order of their numbers. */
  public void load(Medium medium, String number, byte[] pdf) throws IOException {
    Path tray = Files.createDirectories(tray(medium));
    Path incoming = tray.resolve(number + ".incoming");
    Files.write(incoming, pdf);
    Files.move(incoming, tray.resolve(number + ".pdf"), StandardCopyOption.ATOMIC_MOVE);
  }

  /** How many sheets of a size wait. */
  public int loaded(Medium medium) throws IOException {
    Path tray = tray(medium);
    if (!Files.isDirectory(tray)) {
      return 0;
    }
    try (Stream<Path> sheets = Files.list(tray)) {
      return (int) sheets.filter(sheet -> sheet.toString().endsWith(".pdf")).count();
    }
  }

  /** Whether sheets of a size wait; a tray that cannot be looked into holds none. */
  boolean holds(Medium medium) {
    try {
      return loaded(medium) > 0;
    } catch (IOException pulledOut) {
      return false;
    }
  }

  public void plant(Fault fault) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(fault.file()), "");
  }

  public void repair(Fault fault) throws IOException {
    Files.deleteIfExists(directory.resolve(fault.file()));
  }

  public boolean planted(Fault fault) {
    return Files.exists(directory.resolve(fault.file()));
  }

  /** The sheets behind the flap, the newest, which lies on top, first. */
  public List<Path> output() throws IOException {
    return sheets("exit").sorted(Comparator.comparing(Mechanics::since).reversed()).toList();
  }

  /** The sheets that a person took. */
  public List<Path> taken() throws IOException {
    return sheets("taken").toList();
  }

  /** The sheets in the locked bin. */
  public List<Path> retained() throws IOException {
    return sheets("retained").toList();
  }

  /** The sheets that are stuck inside. */
  public List<Path> jammed() throws IOException {
    return sheets("jammed").toList();
  }

  /** The number pre-printed on the sheet that lies in a directory of the output. */
  public static String sheetNumber(Path sheet) throws IOException {
    return Files.readString(sheet.resolve("sheet-number")).strip();
  }

  public boolean flapOpen() {
    return Files.exists(flap());
  }

  /** Opens the flap. */
  void openFlap() throws IOException {
    Files.writeString(flap(), "");
  }

  /** Closes the flap. */
  void closeFlap() throws IOException {
    Files.deleteIfExists(flap());
  }

  /** A person takes everything behind the open flap; empty when the flap is closed. */
  public List<Path> take() throws IOException {
    return flapOpen() ? move(output(), "taken") : List.of();
  }

  /** Everything behind the flap falls into the locked bin. */
  void retain() throws IOException {
    move(output(), "retained");
  }

  private Path flap() {
    return directory.resolve("flap-open");
  }

  private List<Path> move(List<Path> sheets, String to) throws IOException {
    Path target = Files.createDirectories(directory.resolve(to));
    for (Path sheet : sheets) {
      Files.move(sheet, target.resolve(sheet.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
    return sheets.stream().map(sheet -> target.resolve(sheet.getFileName())).toList();
  }

  private Stream<Path> sheets(String place) throws IOException {
    Path where = directory.resolve(place);
    if (!Files.isDirectory(where)) {
      return Stream.of();
    }
    try (Stream<Path> sheets = Files.list(where)) {
      return sheets.filter(Files::isDirectory).toList().stream();
    }
  }

  private static FileTime since(Path sheet) {
    try {
      return Files.getLastModifiedTime(sheet.resolve("sheet-number"));
    } catch (IOException takenMeanwhile) {
      return FileTime.fromMillis(0);
    }
  }

  /** The newest sheet behind the flap. */
  Optional<Path> top() throws IOException {
    return output().stream().findFirst();
  }
}
