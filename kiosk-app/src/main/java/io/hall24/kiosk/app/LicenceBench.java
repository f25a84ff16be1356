package io.hall24.kiosk.app;

import io.hall24.device.SheetPicture;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.demo.registry.Seed;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceFace;
import io.hall24.kiosk.licence.LicenceForms;
import io.hall24.kiosk.licence.LicenceRenderer;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.licence.OrderJson;
import io.hall24.kiosk.licence.PaperFonts;
import io.hall24.kiosk.licence.Pdf;
import io.hall24.kiosk.licence.Rendering;
import io.hall24.kiosk.licence.SheetReader;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A licence rendered beside the barest program that shows the same strings with the same fonts;
 * what many renders leave behind; how large the files are; and how long it takes to read one back.
 */
final class LicenceBench implements Benchmark {
  private static final int RENDERS = 10_000;
  private static final int COMPARED = 60;
  private static final int READ = 15;
  private static final int EYE_DPI = 200;
  private static final Copy ORIGINAL = new Copy.Original();

  /** Collections before heaps are compared. */
  private static final int COLLECTIONS = 4;

  @Override
  public String name() {
    return "licence";
  }

  @Override
  public String summary() {
    return "rendering licences, what many renders (--size, default " + RENDERS + ") leave behind";
  }

  @Override
  public Findings run(Setting setting) throws CannotOpen, IOException {
    Path folder = DataHome.find().resolve("fonts");
    PaperFonts fonts = PaperWork.fonts(folder);
    LicenceForms forms = LicenceForms.shipped();
    var renderer = new LicenceRenderer(forms, fonts);
    List<LicenceFace> faces = faces();
    List<Timing> timings = new ArrayList<>();
    List<Criterion> criteria = new ArrayList<>();
    setting.progress().accept("rendering beside the floor");
    try (var bare = new BareLicence(folder, forms)) {
      compare(renderer, bare, faces.getFirst(), setting.clock(), timings, criteria);
    }
    criteria.add(new Criterion("largest file, KB", largest(renderer, faces), 150));
    setting.progress().accept("reading back");
    timings.add(
        read(renderer, new SheetReader(forms, Optional.of(fonts)), faces.getFirst(), setting));
    int renders = setting.size().orElse(RENDERS);
    setting.progress().accept("rendering " + renders + " times");
    criteria.addAll(leaks(renderer, faces, renders));
    return new Findings(timings, criteria);
  }

  private static List<LicenceFace> faces() {
    List<LicenceFace> faces = new ArrayList<>();
    for (String json : Seed.ofShippedOrders().orders()) {
      if (OrderJson.order(json) instanceof OrderJson.Reading.Read<Order>(var order)) {
        faces.add(order.face());
      }
    }
    return faces;
  }

  private static Pdf rendered(LicenceRenderer renderer, LicenceFace face) {
    return switch (renderer.overprint(face, ORIGINAL)) {
      case Rendering.Rendered(var pdf) -> pdf;
      case Rendering refused -> throw new IllegalStateException(refused.toString());
    };
  }

  /** In turns, the first half of which only warms up. */
  private static void compare(
      LicenceRenderer renderer,
      BareLicence bare,
      LicenceFace face,
      HallClock clock,
      List<Timing> timings,
      List<Criterion> criteria)
      throws IOException {
    List<Long> floor = new ArrayList<>();
    List<Long> ours = new ArrayList<>();
    for (int turn = -COMPARED; turn < COMPARED; turn++) {
      long begin = clock.nanoTime();
      bare.show(face);
      long between = clock.nanoTime();
      rendered(renderer, face);
      long end = clock.nanoTime();
      if (turn >= 0) {
        floor.add(between - begin);
        ours.add(end - between);
      }
    }
    Timing lowest = Timing.of("barest PDFBox program, same strings (floor)", floor);
    Timing licence = Timing.of("licence rendered", ours);
    timings.addAll(List.of(lowest, licence));
    criteria.add(new Criterion("licence / floor (medians)", licence.ratioTo(lowest), 1.5));
  }

  private static double largest(LicenceRenderer renderer, List<LicenceFace> faces) {
    return faces.stream()
        .mapToDouble(face -> rendered(renderer, face).size() / 1024.0)
        .max()
        .orElseThrow();
  }

  private static Timing read(
      LicenceRenderer renderer, SheetReader reader, LicenceFace face, Setting setting)
      throws IOException {
    SheetPicture picture = picture(rendered(renderer, face));
    List<Long> taken = new ArrayList<>();
    for (int turn = -READ; turn < READ; turn++) {
      long begin = setting.clock().nanoTime();
      if (!reader.read(picture).qr().equals(Optional.of(face.qr()))) {
        throw new IllegalStateException("a straight print was not read");
      }
      if (turn >= 0) {
        taken.add(setting.clock().nanoTime() - begin);
      }
    }
    return Timing.of("A3 print read back at " + EYE_DPI + " dpi", taken);
  }

  private static SheetPicture picture(Pdf pdf) throws IOException {
    try (var document = Loader.loadPDF(pdf.bytes())) {
      BufferedImage image =
          new PDFRenderer(document).renderImageWithDPI(0, EYE_DPI, ImageType.GRAY);
      byte[] grey = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
      return new SheetPicture(image.getWidth(), image.getHeight(), EYE_DPI, grey.clone());
    }
  }

  private static List<Criterion> leaks(
      LicenceRenderer renderer, List<LicenceFace> faces, int renders) throws IOException {
    int settled = renders / 10;
    long heap = 0;
    long files = 0;
    for (int done = 0; done < renders; done++) {
      if (done == settled) {
        heap = heap();
        files = openFiles();
      }
      rendered(renderer, faces.get(done % faces.size()));
    }
    return List.of(
        new Criterion(
            "heap grown in " + (renders - settled) + " renders, MB",
            (heap() - heap) / 1048576.0,
            2),
        new Criterion("open files more after them", openFiles() - files, 0));
  }

  private static long heap() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static long openFiles() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return files.count();
    }
  }
}
