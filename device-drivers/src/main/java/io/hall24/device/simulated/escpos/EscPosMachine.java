package io.hall24.device.simulated.escpos;

import io.hall24.device.simulated.line.Machine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;

/**
 * A receipt printer: obeys commands in the order in which they come, answers real-time questions at
 * once, and stops in the middle when its paper ends, its cover is opened or its cutter gets stuck.
 * Written from the command reference of ESC/POS, apart from the driver. Safe for use by several
 * threads.
 */
public final class EscPosMachine implements Machine {
  private static final int ESC = 0x1B;
  private static final int FS = 0x1C;
  private static final int GS = 0x1D;
  private static final int DLE = 0x10;
  private static final int EOT = 0x04;
  private static final Charset CHINESE = Charset.forName("GB18030");

  /** Clears what was received and not worked off: {@code DLE DC4 8 1 3 20 1 6 2 8}. */
  private static final byte[] CLEAR = {DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8};

  private static final byte[] CLEARED = {0x37, 0x25, 0};

  /** Commands of ESC without a value: line spacing, modes, feeding backwards. */
  private static final String WITHOUT_VALUE = "2LS<\f";

  private static final HexFormat HEX = HexFormat.of();

  private final List<Printed> roll = new ArrayList<>();
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
  private byte[] input = new byte[0];
  private final ByteArrayOutputStream letters = new ByteArrayOutputStream();
  private Style style = Style.PLAIN;

  /** That of the line's first letter. */
  private Style first = Style.PLAIN;

  private String code = "";
  private Paper paper = Paper.ENOUGH;
  private boolean coverOpen;
  private boolean cutterStuck;
  private boolean broken;
  private boolean answersInPictures;
  private OptionalInt picturesLeft = OptionalInt.empty();

  /** How much is left of the roll. */
  public enum Paper {
    ENOUGH(0),
    NEAR_END(0x0C),
    OUT(0x6C);

    private final int bits;

    Paper(int bits) {
      this.bits = bits;
    }
  }

  private record Style(boolean isBold, boolean isLarge, boolean isCentred) {
    static final Style PLAIN = new Style(false, false, false);

    Style bold(boolean on) {
      return new Style(on, isLarge, isCentred);
    }

    Style large(boolean on) {
      return new Style(isBold, on, isCentred);
    }

    Style centred(boolean on) {
      return new Style(isBold, isLarge, on);
    }
  }

  public synchronized void load(Paper loaded) {
    paper = loaded;
    picturesLeft = OptionalInt.empty();
  }

  /** The roll ends after so many more pictures. */
  public synchronized void endAfter(int pictures) {
    picturesLeft = OptionalInt.of(pictures);
  }

  public synchronized void openCover(boolean open) {
    coverOpen = open;
  }

  public synchronized void stickCutter(boolean stuck) {
    cutterStuck = stuck;
  }

  public synchronized void breakDown(boolean isBroken) {
    broken = isBroken;
  }

  /** Whether it takes bytes of a picture for real-time questions, as some printers do. */
  public synchronized void answerInPictures(boolean answering) {
    answersInPictures = answering;
  }

  /** Bytes of a command whose end has not come yet. */
  public synchronized int begun() {
    return input.length;
  }

  /** What is on the roll. */
  public synchronized List<Printed> roll() {
    return List.copyOf(roll);
  }

  @Override
  public synchronized byte[] hear(byte[] bytes) {
    answers.reset();
    int before = input.length;
    input = Arrays.copyOf(input, before + bytes.length);
    System.arraycopy(bytes, 0, input, before, bytes.length);
    clearWhereAsked();
    if (answersInPictures) {
      answerWhereverAsked(Math.min(before, input.length));
    }
    int used = 1;
    while (used > 0) {
      used = stopped() ? askedInRealTime() : obey();
      input = Arrays.copyOfRange(input, used, input.length);
    }
    return answers.toByteArray();
  }

  @Override
  public synchronized void powerLost() {
    input = new byte[0];
    reset();
  }

  private boolean stopped() {
    return paper == Paper.OUT || coverOpen || cutterStuck || broken;
  }

  /** Obeyed as soon as it comes, in the middle of a picture too. */
  private void clearWhereAsked() {
    for (int i = input.length - CLEAR.length; i >= 0; i--) {
      if (Arrays.mismatch(input, i, i + CLEAR.length, CLEAR, 0, CLEAR.length) < 0) {
        input = Arrays.copyOfRange(input, i + CLEAR.length, input.length);
        reset();
        answers.writeBytes(CLEARED);
        return;
      }
    }
  }

  private void answerWhereverAsked(int from) {
    for (int i = Math.max(0, from - 2); i + 2 < input.length; i++) {
      if (input[i] == DLE && input[i + 1] == EOT && i > 0) {
        tell(input[i + 2]);
      }
    }
  }

  /** A stopped printer leaves commands lie, and answers questions that stand behind them. */
  private int askedInRealTime() {
    for (int i = 0; i + 2 < input.length; i++) {
      if (input[i] == DLE && input[i + 1] == EOT) {
        tell(input[i + 2]);
        byte[] rest = Arrays.copyOfRange(input, i + 3, input.length);
        input = Arrays.copyOf(input, i + rest.length);
        System.arraycopy(rest, 0, input, i, rest.length);
        return 0;
      }
    }
    return 0;
  }

  private void tell(int question) {
    int fixed = 0x12;
    int told =
        switch (question) {
          case 1 -> fixed | (stopped() ? 1 << 3 : 0);
          case 2 ->
              fixed
                  | (coverOpen ? 1 << 2 : 0)
                  | (paper == Paper.OUT ? 1 << 5 : 0)
                  | (cutterStuck || broken ? 1 << 6 : 0);
          case 3 -> fixed | (cutterStuck ? 1 << 3 : 0) | (broken ? 1 << 5 : 0);
          case 4 -> fixed | paper.bits;
          default -> -1;
        };
    if (told >= 0) {
      answers.write(told);
    }
  }

  /** Obeys one command, if it is complete; the value says how many bytes it took. */
  private int obey() {
    if (input.length == 0) {
      return 0;
    }
    return switch (input[0]) {
      case ESC -> escape();
      case FS -> chinese();
      case GS -> group();
      case DLE -> realTime();
      case '\n' -> {
        endLine();
        yield 1;
      }
      default -> {
        if (letters.size() == 0) {
          first = style;
        }
        letters.write(input[0]);
        yield 1;
      }
    };
  }

  private int realTime() {
    if (input.length < 3) {
      return 0;
    }
    if (input[1] == EOT) {
      tell(input[2]);
    }
    return 3;
  }

  private int escape() {
    if (input.length < 2) {
      return 0;
    }
    if (input[1] == '@') {
      reset();
      return 2;
    }
    if (WITHOUT_VALUE.indexOf(input[1]) >= 0) {
      return 2;
    }
    if (input.length < 3) {
      return 0;
    }
    switch (input[1]) {
      case 'a' -> style = style.centred(input[2] == 1 || input[2] == '1');
      case 'E' -> style = style.bold((input[2] & 1) != 0);
      default -> {}
    }
    return 3;
  }

  private int chinese() {
    if (input.length < 2) {
      return 0;
    }
    boolean withValue = input[1] == 'W' || input[1] == '!' || input[1] == '-' || input[1] == 'C';
    return !withValue ? 2 : input.length < 3 ? 0 : 3;
  }

  private int group() {
    if (input.length < 3) {
      return 0;
    }
    return switch (input[1]) {
      case 'v' -> picture();
      case '(' -> function();
      case 'V' -> cut();
      case 'I' -> {
        name(input[2]);
        yield 3;
      }
      case 'r' -> {
        answers.write(paper == Paper.NEAR_END ? 0x03 : 0);
        yield 3;
      }
      case '!' -> {
        style = style.large(input[2] != 0);
        yield 3;
      }
      default -> 3;
    };
  }

  private int cut() {
    boolean withFeed = input[2] == 'A' || input[2] == 'B';
    if (withFeed && input.length < 4) {
      return 0;
    }
    roll.add(new Printed.Cut());
    return withFeed ? 4 : 3;
  }

  private void name(int what) {
    String name = what == 'A' ? "2.05 ESC/POS" : what == 'C' ? "SIM-T80" : "";
    answers.writeBytes(("_" + name + "\0").getBytes(StandardCharsets.US_ASCII));
  }

  private int picture() {
    if (input.length < 8) {
      return 0;
    }
    int stride = (input[4] & 0xFF) | (input[5] & 0xFF) << 8;
    int height = (input[6] & 0xFF) | (input[7] & 0xFF) << 8;
    int end = 8 + stride * height;
    if (input.length < end) {
      return 0;
    }
    roll.add(new Printed.Dots(stride, HEX.formatHex(input, 8, end)));
    if (picturesLeft.isPresent()) {
      int left = picturesLeft.getAsInt() - 1;
      picturesLeft = OptionalInt.of(left);
      paper = left <= 0 ? Paper.OUT : paper;
    }
    return end;
  }

  private int function() {
    if (input.length < 5) {
      return 0;
    }
    int end = 5 + ((input[3] & 0xFF) | (input[4] & 0xFF) << 8);
    if (input.length < end) {
      return 0;
    }
    if (input[2] == 'k' && end >= 7 && input[6] == 'P') {
      code = new String(input, 8, end - 8, StandardCharsets.UTF_8);
    } else if (input[2] == 'k' && end >= 7 && input[6] == 'Q') {
      roll.add(new Printed.Code(code));
    }
    return end;
  }

  private void endLine() {
    roll.add(
        new Printed.Letters(
            new String(letters.toByteArray(), CHINESE),
            first.isBold,
            first.isLarge,
            first.isCentred));
    letters.reset();
  }

  private void reset() {
    letters.reset();
    style = Style.PLAIN;
    code = "";
  }
}
