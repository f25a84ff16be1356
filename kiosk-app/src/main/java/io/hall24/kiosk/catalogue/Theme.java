package io.hall24.kiosk.catalogue;

/** The fourteen themes by which a portal of government services is commonly ordered. */
public enum Theme implements Topic {
  BUSINESS,
  TAX,
  WORK,
  SOCIAL_SECURITY,
  HEALTH,
  EDUCATION,
  HOUSING,
  LAND,
  TRANSPORT,
  IDENTITY,
  FAMILY,
  TRAVEL,
  JUSTICE,
  CULTURE
}
