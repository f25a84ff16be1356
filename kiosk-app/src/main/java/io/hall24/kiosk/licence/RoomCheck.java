package io.hall24.kiosk.licence;

import io.hall24.config.Section;
import io.hall24.kiosk.licence.LicenceForm.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Notes rooms of a form that reach into each other, so that texts could be printed over texts. */
final class RoomCheck {
  /** Rooms that touch are no mistake, nor is what no printer can place, mm. */
  private static final double TOLERANCE = 0.2;

  private final Set<String> noted = new LinkedHashSet<>();
  private final List<Room> always = new ArrayList<>();

  /**
   * A room.
   *
   * @param name of it in the form
   * @param section where a mistake is noted
   * @param key at which
   */
  record Room(
      String name,
      Section section,
      String key,
      double left,
      double top,
      double width,
      double height) {
    static Room of(String name, Section section, String key, Field field) {
      return new Room(name, section, key, field.left(), field.top(), field.width(), field.depth());
    }

    private boolean overlaps(Room other) {
      return overlap(left, width, other.left, other.width)
          && overlap(top, height, other.top, other.height);
    }

    private static boolean overlap(double from, double size, double other, double otherSize) {
      return from + size > other + TOLERANCE && other + otherSize > from + TOLERANCE;
    }
  }

  /** A room that every sheet may fill. */
  void add(Room room) {
    check(room, always);
    always.add(room);
  }

  /** Rooms that are filled together, beside those of every sheet. */
  void together(List<Room> rooms) {
    for (int i = 0; i < rooms.size(); i++) {
      check(rooms.get(i), always);
      check(rooms.get(i), rooms.subList(0, i));
    }
  }

  private void check(Room room, List<Room> others) {
    for (Room other : others) {
      if (room.overlaps(other) && noted.add(other.name() + " " + room.name())) {
        room.section().mistake(room.key(), "reaches into the room of " + other.name());
      }
    }
  }
}
