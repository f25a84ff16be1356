package io.hall24.kiosk;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.function.Function;

/** A room depends on itself and on lower floors only. */
final class NoFloorAbove extends ArchCondition<JavaClass> {
  private final Function<JavaClass, Optional<String>> room;
  private final Function<String, Optional<Integer>> floor;

  NoFloorAbove(
      Function<JavaClass, Optional<String>> room, Function<String, Optional<Integer>> floor) {
    super("use only lower floors");
    this.room = room;
    this.floor = floor;
  }

  @Override
  public void check(JavaClass javaClass, ConditionEvents events) {
    Optional<String> own = room.apply(javaClass);
    if (own.isEmpty()) {
      return;
    }
    for (Dependency dependency : javaClass.getDirectDependenciesFromSelf()) {
      Optional<String> other = room.apply(dependency.getTargetClass());
      if (other.isPresent() && !other.equals(own)) {
        boolean lower = floor.apply(other.get()).orElse(99) < floor.apply(own.get()).orElse(-1);
        events.add(new SimpleConditionEvent(javaClass, lower, dependency.getDescription()));
      }
    }
  }
}
