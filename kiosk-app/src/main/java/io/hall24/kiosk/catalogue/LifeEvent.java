package io.hall24.kiosk.catalogue;

/** Something that happens to a person or a firm and needs several services. */
public enum LifeEvent implements Topic {
  OPENING_A_BUSINESS,
  CLOSING_A_BUSINESS,
  HAVING_A_CHILD,
  STARTING_SCHOOL,
  TAKING_A_JOB,
  MARRYING,
  BUYING_A_HOME,
  FALLING_ILL,
  RETIRING,
  LOSING_SOMEONE
}
