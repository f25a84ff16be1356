package io.hall24.kiosk.catalogue;

/** People for whom a hall keeps an entry of their own. */
public enum Audience implements Topic {
  ELDERS,
  WOMEN,
  MINORS,
  HONG_KONG_MACAO_TAIWAN,
  FARMERS,
  PEOPLE_WITH_DISABILITIES
}
