package io.hall24.kiosk.catalogue;

/** One way into the catalogue without typing: a theme, an event in life, or whom it is for. */
public sealed interface Topic permits Theme, LifeEvent, Audience {
  /** The constant's name. */
  String name();
}
