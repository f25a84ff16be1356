package io.hall24.kiosk.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.Jws;
import io.hall24.kiosk.journal.AppendResult;
import io.hall24.kiosk.journal.ChainHead;
import io.hall24.kiosk.journal.Checkpoint;
import io.hall24.kiosk.journal.Entry;
import io.hall24.kiosk.journal.Fork;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Sends a journal to the registry: contiguous, in order, in batches, again from the last
 * acknowledged event after every interruption. The first call since the start always asks the
 * registry, so that a restored disk image is found out before anything is granted to it. Safe for
 * use by several threads; one sends at a time.
 */
public final class Uploader implements JournalUpload {
  private static final int BATCH = 200;
  private static final long BATCH_BYTES = 2_000_000;
  private final RegistryLink link;
  private final Journal journal;
  private final ReentrantLock sending = new ReentrantLock();
  private boolean greeted;

  public Uploader(RegistryLink link, Journal journal) {
    this.link = link;
    this.journal = journal;
  }

  /**
   * @throws IllegalArgumentException when the journal does not go that far
   */
  @Override
  public UploadOutcome bringUpTo(long sequence, Patience patience) throws InterruptedException {
    if (sequence > journal.head().sequence()) {
      throw new IllegalArgumentException("the journal ends before " + sequence);
    }
    if (!sending.tryLock(patience.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
      return new UploadOutcome.Unavailable("another upload is under way");
    }
    try {
      return send(sequence, patience);
    } finally {
      sending.unlock();
    }
  }

  private UploadOutcome send(long sequence, Patience patience) throws InterruptedException {
    Optional<Fork> known = journal.fork();
    if (known.isPresent()) {
      return fork(known.get());
    }
    long from = journal.acknowledged();
    while (!greeted || from < sequence) {
      List<Entry> batch = batch(from);
      switch (link.ask(call(batch), patience)) {
        case Heard.Nothing(String detail) -> {
          return new UploadOutcome.Unavailable(detail);
        }
        case Heard.Problem(String problem, String detail) -> {
          return new UploadOutcome.Unavailable(problem + ": " + detail);
        }
        case Heard.Answer(JsonNode said, Jws signed) -> {
          Optional<UploadOutcome> end = take(said, signed, from, batch.size());
          if (end.isPresent()) {
            return end.get();
          }
          from = said.path("acceptedUpTo").asLong();
          greeted = true;
        }
      }
    }
    return new UploadOutcome.Acknowledged(from);
  }

  private List<Entry> batch(long from) {
    List<Entry> batch = new ArrayList<>();
    long bytes = 0;
    for (Entry entry : journal.after(from, BATCH)) {
      bytes += entry.content().map(content -> content.payload().size()).orElse(0);
      if (!batch.isEmpty() && bytes > BATCH_BYTES) {
        break;
      }
      batch.add(entry);
    }
    return batch;
  }

  private Call call(List<Entry> batch) {
    ChainHead head = journal.head();
    ObjectNode body = RegistryLink.MAPPER.createObjectNode();
    body.putObject("head")
        .put("journalId", head.journalId())
        .put("sequence", head.sequence())
        .put("hash", head.hash());
    link.time()
        .lastSigned()
        .map(Instant::toString)
        .ifPresent(at -> body.put("lastRegistryTime", at));
    var entries = body.putArray("entries");
    batch.forEach(entry -> entries.add(WireEntry.of(entry)));
    return Call.post("/v1/journals/" + head.journalId() + "/entries", "UPLOAD", body);
  }

  /** Keeps what an answer says; empty when sending goes on. */
  private Optional<UploadOutcome> take(JsonNode said, Jws signed, long from, int sent) {
    for (JsonNode rejection : said.path("rejections")) {
      var note =
          new Rejection(
              rejection.path("sequence").asLong(), rejection.path("code").asText(), signed);
      if (journal.recordRejection(note)
          instanceof AppendResult.NotRecorded<Rejection>(var why, var detail)) {
        return unavailable("a rejection was not recorded, " + why + ": " + detail);
      }
    }
    Optional<UploadOutcome> end =
        said.has("checkpoint") ? keep(said.path("checkpoint").asText()) : Optional.empty();
    if (end.isPresent()) {
      return end;
    }
    long accepted = said.path("acceptedUpTo").asLong();
    String where = said.path("code").asText() + " at " + said.path("sequence").asLong();
    return switch (said.path("result").asText()) {
      case "ACCEPTED" ->
          accepted <= journal.acknowledged() && accepted >= from + sent
              ? Optional.empty()
              : unavailable("accepted up to " + accepted + " without signing for it");
      case "FORK" ->
          Optional.of(new UploadOutcome.Fork(said.path("sequence").asLong(), "registry: " + where));
      // The registry knows less than it once signed for: it gets it again.
      case "BROKEN" ->
          accepted < from ? Optional.empty() : unavailable("the registry refuses: " + where);
      default -> unavailable("an answer that the contract does not have");
    };
  }

  private Optional<UploadOutcome> keep(String compact) {
    Optional<JsonNode> statement = link.statement(compact, "hall24-checkpoint");
    if (statement.isEmpty()) {
      return unavailable("the checkpoint's own signature is not valid");
    }
    JsonNode said = statement.get();
    if (!said.path("terminalId").asText().equals(journal.terminalId())
        || !said.path("journalId").asText().equals(journal.head().journalId())) {
      return unavailable("the checkpoint is for another journal");
    }
    Checkpoint checkpoint =
        new Checkpoint(
            said.path("sequence").asLong(),
            Bytes.fromHex(said.path("hash").asText()),
            new Jws(compact));
    return switch (journal.recordCheckpoint(checkpoint)) {
      case AppendResult.Durable<Optional<Fork>>(Optional<Fork> fork) -> fork.map(Uploader::fork);
      case AppendResult.NotRecorded<Optional<Fork>>(var why, String detail) ->
          unavailable("a checkpoint was not recorded, " + why + ": " + detail);
    };
  }

  private static UploadOutcome fork(Fork fork) {
    return new UploadOutcome.Fork(
        fork.checkpoint().sequence(),
        fork.ours().isPresent() ? "the registry has another event there" : "the registry has more");
  }

  private static Optional<UploadOutcome> unavailable(String detail) {
    return Optional.of(new UploadOutcome.Unavailable(detail));
  }
}
