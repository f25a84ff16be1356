package io.hall24.kiosk.ui;

import java.util.List;
import java.util.Optional;

/** What the surface for staff shows. */
public sealed interface StaffState {
  /**
   * Somebody says who they are.
   *
   * @param entry what they type
   * @param remark why they are not in yet
   * @param checking whether the PIN is being checked
   * @param touches what the keys do
   */
  record Knocking(StaffEntry entry, Optional<Words> remark, boolean checking, Keys touches)
      implements StaffState {}

  /**
   * What may be touched on the keypad.
   *
   * @param enter shows number and PIN
   * @param cancel goes back to the first screen
   * @param touched somebody is there
   */
  record Keys(Runnable enter, Runnable cancel, Runnable touched) {}

  /**
   * A technician is in.
   *
   * @param who their name
   * @param terminal its id
   * @param time of day in the hall
   * @param idle how long until the screen leaves by itself
   * @param devices worst first
   * @param groups everything else
   * @param camera its test
   * @param printer its test
   * @param touches what the buttons do
   */
  record Working(
      String who,
      String terminal,
      Words time,
      Words idle,
      List<DeviceLine> devices,
      List<Group> groups,
      Test camera,
      Test printer,
      Buttons touches)
      implements StaffState {
    public Working {
      devices = List.copyOf(devices);
      groups = List.copyOf(groups);
    }
  }

  /**
   * What may be touched by a technician.
   *
   * @param testCamera begins or ends it
   * @param testPrinter begins it
   * @param leave gives the panel back
   * @param touched somebody is there
   */
  record Buttons(Runnable testCamera, Runnable testPrinter, Runnable leave, Runnable touched) {}

  /** How things stand, by colour and by a sign beside it. */
  enum Level {
    GOOD,
    /** Nothing is wrong, and nothing works here now. */
    QUIET,
    /** Will need somebody. */
    ATTENTION,
    /** Needs somebody now. */
    BAD
  }

  /**
   * One device.
   *
   * @param id as the profile calls it
   * @param name what it is
   * @param state in words
   * @param since from when on, and how long that is
   * @param detail what the device says, verbatim
   * @param advice what to do next
   */
  record DeviceLine(
      String id, Level level, Words name, Words state, Words since, String detail, Words advice) {}

  /** Facts that belong together. */
  record Group(Words title, List<Fact> facts) {
    public Group {
      facts = List.copyOf(facts);
    }
  }

  /** One fact. */
  record Fact(Words label, Words value, Level level) {}

  /**
   * A test of a device.
   *
   * @param running whether it goes on now
   * @param possible whether it can be begun, or ended
   * @param remark what came of it so far
   */
  record Test(boolean running, boolean possible, Level level, Words remark) {}
}
