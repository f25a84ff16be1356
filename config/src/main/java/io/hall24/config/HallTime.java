package io.hall24.config;

import java.time.ZoneId;

/** The time zone of every hall: dates on documents, receipts and day ends are reckoned in it. */
public final class HallTime {
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private HallTime() {}
}
