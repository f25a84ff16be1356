package io.hall24.kiosk.licence;

import java.util.List;

/** The faces that a form may name; each is drawn from its own file and falls back to others. */
public enum FontFace {
  SERIF("NotoSerifSC_400Regular.ttf"),
  SERIF_BOLD("NotoSerifSC_600SemiBold.ttf"),
  SANS("NotoSansSC_400Regular.ttf"),
  SANS_BOLD("NotoSansSC_700Bold.ttf");

  /** Has all of CJK extensions B to F, which hold rare characters of names such as 𠮷. */
  private static final String RARE = "HanaMinB.ttf";

  private final String file;

  FontFace(String file) {
    this.file = file;
  }

  /** Files that are asked for a character, in this order. */
  List<String> files() {
    return switch (this) {
      case SERIF, SANS -> List.of(file, RARE);
      case SERIF_BOLD -> List.of(file, SERIF.file, RARE);
      case SANS_BOLD -> List.of(file, SANS.file, RARE);
    };
  }

  boolean bold() {
    return this == SERIF_BOLD || this == SANS_BOLD;
  }

  /** Whether a file is the face's own and not a fall-back. */
  boolean isOwn(String name) {
    return file.equals(name);
  }
}
