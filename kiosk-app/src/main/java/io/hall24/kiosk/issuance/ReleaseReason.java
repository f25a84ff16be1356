package io.hall24.kiosk.issuance;

/** Why an issuance was given up before anything was printed. */
public enum ReleaseReason {
  /** The visit asked for it. */
  GIVEN_UP,
  /** The terminal was started again. */
  RESTARTED,
  /** The licence service is closed, see {@link Obstacle}. */
  SERVICE_CLOSED,
  /** Printer, output or stock were not ready. */
  NOT_READY,
  /** This copy already cost as many sheets as it may. */
  TOO_MANY_SPOILED,
  /** The registry did not answer in time. */
  NO_ANSWER,
  /** The registry knows another history of this journal. */
  FORK,
  /** The grant is not for what was asked, or its face is not the one it signs for. */
  GRANT_DIFFERS,
  /** The grant ran out before printing began. */
  EXPIRED,
  /** The registry took back a grant for an announced visit. */
  WITHDRAWN,
  /** The face does not go onto the form: a missing glyph, an overflow. */
  NOT_RENDERED,
  /** The printer took no job. */
  NO_JOB
}
