package io.hall24.kiosk.journal;

/** Something that must not be lost. Each room owns its own sealed family of events. */
public interface Event {}
