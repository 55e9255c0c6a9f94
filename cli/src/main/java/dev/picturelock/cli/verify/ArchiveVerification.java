package dev.picturelock.cli.verify;

import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.Checkpoint;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.PolicyResult.Unsatisfied;
import dev.picturelock.tlog.tile.EntryBundle;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The receipts of a cut held against keys, file by file until the first that does not hold.
///
/// - **logs:** the checkpoints that all receipts are under
/// - **events:** how many receipts held
/// - **elements:** how many elements name only events that are there; nobody has signed which
///   element leans on which event
record ArchiveVerification(
    List<Checkpoint> logs, int events, int elements, @Nullable ArchiveException failure) {

  private static final int MAX_KEY_BYTES = 10_000;

  ArchiveVerification {
    logs = List.copyOf(logs);
  }

  boolean holds() {
    return failure == null;
  }

  static ArchiveVerification of(String zip, Trust trust) {
    var run = new Run(trust);
    ArchiveException failure = null;
    try (var archive = Archive.open(zip)) {
      run.all(archive);
    } catch (ArchiveException e) {
      failure = e;
    }
    return new ArchiveVerification(
        run.checkpoints.values().stream().map(SignedCheckpoint::checkpoint).toList(),
        run.events,
        run.elements,
        failure);
  }

  private static final class Run {
    private final Trust trust;
    private final Map<String, SignedCheckpoint> checkpoints = new LinkedHashMap<>();
    private int events;
    private int elements;

    private Run(Trust trust) {
      this.trust = trust;
    }

    private void all(Archive archive) {
      archive.keys().forEach(name -> key(archive, name));
      archive.checkpoints().forEach(name -> checkpoint(archive, name));
      archive.events().forEach(id -> event(archive, id));
      elements = ElementList.check(archive);
    }

    /// It proves nothing, but one that the user does not believe would mislead the next reader.
    private void key(Archive archive, String name) {
      var text = new String(archive.read(name, MAX_KEY_BYTES), StandardCharsets.UTF_8);
      try {
        var key = VerifierKey.parse(text.stripTrailing());
        if (!text.equals(key.format() + "\n") || !trust.believes(key)) {
          throw new ArchiveException(
              name,
              ArchiveStep.KEY,
              "you do not believe this key: %s; give its own --key for each log"
                  .formatted(key.format()));
        }
      } catch (MalformedException e) {
        throw new ArchiveException(name, ArchiveStep.KEY, "no verifier key: " + e.reason());
      }
    }

    private void checkpoint(Archive archive, String name) {
      SignedCheckpoint signed;
      try {
        signed = SignedCheckpoint.parse(archive.read(name, Note.MAX_BYTES));
      } catch (MalformedException e) {
        throw new ArchiveException(name, ArchiveStep.CHECKPOINT, e.reason());
      }
      if (trust.policyFor(signed).evaluate(signed) instanceof Unsatisfied unsatisfied) {
        throw new ArchiveException(name, ArchiveStep.CHECKPOINT, unsatisfied.reason());
      }
      if (checkpoints.put(signed.checkpoint().origin(), signed) != null) {
        throw new ArchiveException(
            name, ArchiveStep.CHECKPOINT, "there are two of " + signed.checkpoint().origin());
      }
    }

    private void event(Archive archive, String id) {
      var eventFile = "events/" + id + ".json";
      var receiptFile = "receipts/" + id + ".tlog-proof";
      var event = archive.read(eventFile, EntryBundle.MAX_ENTRY_BYTES);
      var verification = Verification.of(archive.read(receiptFile, Note.MAX_BYTES), event, trust);
      verification
          .firstFailure()
          .ifPresent(step -> {
            throw new ArchiveException(receiptFile, step.name().words(), step.detail());
          });
      var stated = EventId.of(event);
      if (stated.filter(id::equals).isEmpty()) {
        throw new ArchiveException(
            eventFile, ArchiveStep.EVENT_ID, "the event is " + stated.orElse("of no id"));
      }
      var receipt = verification.receipt();
      if (receipt == null || !checkpoints.containsValue(receipt.checkpoint())) {
        throw new ArchiveException(
            receiptFile, ArchiveStep.SAME_CHECKPOINT, "it is under another checkpoint");
      }
      events++;
    }
  }
}
