package io.hall24.kiosk.journal;

import static io.hall24.kiosk.journal.JournalWorkshop.durable;

import io.hall24.kiosk.crypto.Jws;
import io.hall24.kiosk.crypto.KeyVault;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * The program whose disk loses its power: keeps a journal over several starts and says of
 * everything that it relies on when it is done, each in one call to the kernel.
 */
final class PowerCutWriter {
  private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

  private PowerCutWriter() {}

  /** Arguments: directory, starts, appends a start, {@code careful} or {@code careless}. */
  public static void main(String[] arguments) throws Exception {
    JournalWorkshop workshop = new JournalWorkshop(Path.of(arguments[0]));
    int appends = Integer.parseInt(arguments[2]);
    for (int start = 0; start < Integer.parseInt(arguments[1]); start++) {
      KeyVault vault = workshop.vault();
      try (Journal journal = workshop.open(vault, new NoteProjection(1))) {
        if (arguments[3].equals("careless")) {
          neverSync(journal);
        }
        for (int i = 0; i < appends; i++) {
          write(journal, i);
        }
      }
    }
  }

  private static void write(Journal journal, int turn) throws IOException {
    Recorded<Note> recorded = durable(journal.append(noteOf(journal.head().sequence() + 1)));
    say("append " + recorded.sequence());
    if (turn % 5 == 2) {
      var signed = new Checkpoint(recorded.sequence(), recorded.hash(), new Jws("c.p." + turn));
      durable(journal.recordCheckpoint(signed));
      say("checkpoint " + recorded.sequence());
    }
    if (turn % 7 == 3) {
      durable(journal.recordRejection(new Rejection(recorded.sequence(), "NO", new Jws("r.j.t"))));
      say("rejection " + recorded.sequence());
    }
    if (turn % 9 == 4) {
      long period =
          journal.keyPeriods().stream()
              .filter(key -> key.retention() == RetentionClass.VISIT)
              .mapToLong(KeyPeriod::period)
              .max()
              .orElseThrow();
      journal.shred(RetentionClass.VISIT, period);
      say("shred " + period);
    }
  }

  /** What stands at a place of the chain. */
  static Note noteOf(long sequence) {
    String text = "note " + sequence + " " + "x".repeat((int) (sequence * 37 % 400));
    return switch ((int) (sequence % 3)) {
      case 0 -> new Note.Wish(text);
      case 1 -> new Note.Operation(text);
      default -> new Note.Sheet(text);
    };
  }

  private static void say(String line) throws IOException {
    OUT.write((Promises.MARK + line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The planted fault. No seam of the journal offers it, so it is taken by force. */
  private static void neverSync(Journal journal) throws ReflectiveOperationException {
    OwnedThread thread = (OwnedThread) field("writing").get(journal);
    Sql sql = (Sql) field("writingSql").get(journal);
    thread.call(() -> sql.update("PRAGMA synchronous = OFF"));
  }

  private static Field field(String name) throws ReflectiveOperationException {
    Field field = Journal.class.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }
}
