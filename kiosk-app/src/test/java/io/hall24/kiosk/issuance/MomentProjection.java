package io.hall24.kiosk.issuance;

import io.hall24.kiosk.journal.Projection;
import io.hall24.kiosk.journal.ProjectionStore;
import io.hall24.kiosk.journal.Recorded;
import java.util.List;

/** Makes a moment of every event, when all other projections know it and nothing is committed. */
record MomentProjection(Moments moments) implements Projection {
  @Override
  public String name() {
    return "moment";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public List<String> tables() {
    return List.of();
  }

  @Override
  public void create(ProjectionStore store) {}

  @Override
  public void apply(Recorded<?> recorded, ProjectionStore store) {
    moments.reached("commit of " + recorded.event().getClass().getSimpleName());
  }
}
