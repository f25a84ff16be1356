package io.hall24.kiosk;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A class stands in a room of the plan. */
final class KnownRoom extends ArchCondition<JavaClass> {
  private final Function<JavaClass, Optional<String>> room;
  private final Set<String> rooms;

  KnownRoom(Function<JavaClass, Optional<String>> room, Set<String> rooms) {
    super("stand in a room of the plan");
    this.room = room;
    this.rooms = rooms;
  }

  @Override
  public void check(JavaClass javaClass, ConditionEvents events) {
    Optional<String> own = room.apply(javaClass);
    boolean known = own.filter(rooms::contains).isPresent();
    events.add(new SimpleConditionEvent(javaClass, known, javaClass.getName() + " in " + own));
  }
}
