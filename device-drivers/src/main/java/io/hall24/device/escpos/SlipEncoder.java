package io.hall24.device.escpos;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.hall24.device.Slip;
import io.hall24.device.Slip.Line;
import io.hall24.device.Slip.Look;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Makes the commands of a slip (Epson ESC/POS; numbers are the command's own). */
final class SlipEncoder {
  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;
  private static final int CELL = 24;
  private static final int LARGE_CELL = 48;
  private static final int LEADING = 6;
  private static final int BAND = 128;
  private static final int QR_MODULE = 6;
  private static final int QR_QUIET = 4;
  private static final int FEED_BEFORE_CUT = 4;
  private static final double CAPTION = 0.38;

  /** GB 18030 without its codes of four bytes, which printers' fonts do not have. */
  private static final Charset TWO_BYTES = Charset.forName("GBK");

  private final Paper paper;
  private final LetterPress press;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /**
   * How a printer prints.
   *
   * @param dots across the roll
   * @param chinese whether it has a Chinese font of its own
   * @param codes whether it makes QR codes itself
   * @param cutter whether it has one
   */
  record Paper(int dots, boolean chinese, boolean codes, boolean cutter) {
    int cells() {
      return dots / (CELL / 2);
    }
  }

  SlipEncoder(Paper paper, LetterPress press) {
    this.paper = paper;
    this.press = press;
  }

  /** The commands of a whole slip, from initialising to cutting. */
  byte[] encode(Slip slip) {
    out.reset();
    put(ESC, '@');
    if (paper.chinese()) {
      put(FS, '&');
    }
    slip.lines().forEach(this::add);
    put(ESC, 'd', FEED_BEFORE_CUT);
    if (paper.cutter()) {
      put(GS, 'V', 1);
    }
    return out.toByteArray();
  }

  private void add(Line line) {
    switch (line) {
      case Line.Text(var text, var look, var centred) ->
          text(CellText.fold(text, width(look)), look, centred);
      case Line.Pair(var caption, var value) -> text(pair(caption, value), Look.PLAIN, false);
      case Line.Rule() -> rule();
      case Line.Code(var text) -> {
        if (paper.codes()) {
          nativeCode(text);
        } else {
          drawnCode(text);
        }
      }
    }
  }

  private int width(Look look) {
    return look == Look.LARGE ? paper.cells() / 2 : paper.cells();
  }

  private List<String> pair(String caption, String value) {
    int column = (int) (paper.cells() * CAPTION);
    List<String> left = CellText.fold(caption, column - 1);
    List<String> right = CellText.fold(value, paper.cells() - column);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
      lines.add(
          CellText.padded(i < left.size() ? left.get(i) : "", column)
              + (i < right.size() ? right.get(i) : ""));
    }
    return lines;
  }

  private void text(List<String> lines, Look look, boolean centred) {
    for (String line : lines) {
      if (paper.chinese() && TWO_BYTES.newEncoder().canEncode(line)) {
        typeset(line, look, centred);
      } else {
        drawn(line, look, centred);
      }
    }
  }

  /** By the printer's own letters. */
  private void typeset(String line, Look look, boolean centred) {
    put(ESC, 'a', centred ? 1 : 0);
    put(ESC, 'E', look == Look.BOLD ? 1 : 0);
    put(GS, '!', look == Look.LARGE ? 0x11 : 0);
    put(FS, 'W', look == Look.LARGE ? 1 : 0);
    out.writeBytes(line.getBytes(TWO_BYTES));
    put('\n');
  }

  private void drawn(String line, Look look, boolean centred) {
    int cell = look == Look.LARGE ? LARGE_CELL : CELL;
    int wide = CellText.cells(line) * cell / 2;
    int left = centred ? Math.max(0, (paper.dots() - wide) / 2) : 0;
    var picture = new DotPicture(paper.dots(), cell + LEADING);
    press.draw(line, cell, look == Look.BOLD, left, picture, 0);
    picture(picture);
  }

  private void rule() {
    var picture = new DotPicture(paper.dots(), 2 * LEADING);
    for (int x = 0; x < paper.dots(); x++) {
      picture.blacken(x, LEADING);
    }
    picture(picture);
  }

  private void drawnCode(String text) {
    BitMatrix modules = modules(text);
    int module = Math.min(QR_MODULE, paper.dots() / modules.getWidth());
    var picture = new DotPicture(paper.dots(), modules.getHeight() * module);
    int left = (paper.dots() - modules.getWidth() * module) / 2;
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < modules.getWidth() * module; x++) {
        if (modules.get(x / module, y / module)) {
          picture.blacken(left + x, y);
        }
      }
    }
    picture(picture);
  }

  private static BitMatrix modules(String text) {
    try {
      return new QRCodeWriter()
          .encode(
              text,
              BarcodeFormat.QR_CODE,
              0,
              0,
              Map.of(
                  EncodeHintType.CHARACTER_SET,
                  StandardCharsets.UTF_8.name(),
                  EncodeHintType.ERROR_CORRECTION,
                  ErrorCorrectionLevel.M,
                  EncodeHintType.MARGIN,
                  QR_QUIET));
    } catch (WriterException impossible) {
      throw new IllegalStateException("a slip holds no code that is too long", impossible);
    }
  }

  /** By the printer ({@code GS ( k}: model 2, module size, level M, store, print). */
  private void nativeCode(String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    put(ESC, 'a', 1);
    put(GS, '(', 'k', 4, 0, '1', 'A', '2', 0);
    put(GS, '(', 'k', 3, 0, '1', 'C', QR_MODULE);
    put(GS, '(', 'k', 3, 0, '1', 'E', '1');
    int length = content.length + 3;
    put(GS, '(', 'k', length & 0xFF, length >> 8, '1', 'P', '0');
    out.writeBytes(content);
    put(GS, '(', 'k', 3, 0, '1', 'Q', '0');
    put(ESC, 'a', 0);
  }

  /** In bands ({@code GS v 0}), each within the smallest of printers' buffers. */
  private void picture(DotPicture picture) {
    for (int from = 0; from < picture.height(); from += BAND) {
      int rows = Math.min(BAND, picture.height() - from);
      put(GS, 'v', '0', 0, picture.stride() & 0xFF, picture.stride() >> 8, rows, 0);
      out.writeBytes(harmless(picture.rows(from, rows)));
    }
  }

  /**
   * Some printers obey real-time commands (DLE EOT, DLE ENQ, DLE DC4) in the middle of a picture; a
   * dot that nobody sees keeps them from finding one.
   */
  private static byte[] harmless(byte[] dots) {
    for (int i = 1; i < dots.length; i++) {
      boolean command = dots[i] == 0x04 || dots[i] == 0x05 || dots[i] == 0x14;
      if (dots[i - 1] == 0x10 && command) {
        dots[i] |= 0x02;
      }
    }
    return dots;
  }

  private void put(int... bytes) {
    for (int each : bytes) {
      out.write(each);
    }
  }
}
