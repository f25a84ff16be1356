package io.hall24.kiosk.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One thing the government does for people (政务服务事项).
 *
 * @param code the item's code in the catalogue, unique
 * @param title its official Chinese name
 * @param titleEn an English name, where the catalogue has one
 * @param themes at least one
 * @param materials what a person must bring, in Chinese, in the order of the guide
 * @param idCardOnly whether an identity document is all that is needed (仅凭身份证)
 * @param window where it is done by people: hall and window, in Chinese
 * @param guide address of the full guide; goes into the QR code
 * @param here what this terminal does itself, if it does
 */
public record ServiceItem(
    String code,
    String title,
    Optional<String> titleEn,
    Set<Theme> themes,
    Set<LifeEvent> events,
    Set<Audience> audiences,
    List<String> materials,
    boolean idCardOnly,
    String window,
    String guide,
    Optional<Here> here) {
  /** What a terminal can do by itself. */
  public enum Here {
    /** Collect a business licence that has been approved. */
    COLLECT_LICENCE,
    /** Collect the licences of others, who named one in the registry. */
    COLLECT_FOR_OTHERS
  }

  public ServiceItem {
    themes = Set.copyOf(themes);
    events = Set.copyOf(events);
    audiences = Set.copyOf(audiences);
    materials = List.copyOf(materials);
    if (title.isBlank() || themes.isEmpty()) {
      throw new IllegalArgumentException(code + ": an item has a title and a theme");
    }
  }
}
