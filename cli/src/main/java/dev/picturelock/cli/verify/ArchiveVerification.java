package dev.picturelock.cli.verify;

import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.tile.EntryBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The receipts of a cut held against keys, file by file until the first that does not hold.
///
/// - **logs:** whose checkpoints all receipts are under, oldest first; each follows the one before
/// - **events:** how many receipts held
/// - **elements:** how many elements name only events that are there; nobody has signed which
///   element leans on which event
record ArchiveVerification(
    List<ArchivedLog> logs, int events, int elements, @Nullable ArchiveException failure) {

  ArchiveVerification {
    logs = List.copyOf(logs);
  }

  boolean holds() {
    return failure == null;
  }

  static ArchiveVerification of(String zip, Trust trust) {
    var run = new Run();
    ArchiveException failure = null;
    try (var archive = Archive.open(zip)) {
      run.all(archive, trust);
    } catch (ArchiveException e) {
      failure = e;
    }
    return new ArchiveVerification(run.logs, run.events, run.elements, failure);
  }

  /// The receipt, once it holds.
  ///
  /// - **Errors:** [ArchiveException]
  static Receipt receipt(Archive archive, String file, byte[] event, Trust trust) {
    var verification = Verification.of(archive.read(file, Note.MAX_BYTES), event, trust);
    verification
        .firstFailure()
        .ifPresent(step -> {
          throw new ArchiveException(file, step.name().words(), step.detail());
        });
    return Objects.requireNonNull(verification.receipt(), "one that holds was read");
  }

  private static final class Run {
    private final List<ArchivedLog> logs = new ArrayList<>();
    private int events;
    private int elements;

    private void all(Archive archive, Trust given) {
      var read = ArchivedLogs.read(archive);
      var trust = ArchivedLogs.believed(read, given);
      for (var log : read) {
        ArchivedLogs.signed(log, trust);
        logs.add(log);
      }
      archive.events().forEach(id -> event(archive, id, trust));
      elements = ElementList.check(archive);
    }

    private void event(Archive archive, String id, Trust trust) {
      var eventFile = "events/" + id + ".json";
      var receiptFile = "receipts/" + id + ".tlog-proof";
      var event = archive.read(eventFile, EntryBundle.MAX_ENTRY_BYTES);
      var receipt = receipt(archive, receiptFile, event, trust);
      var stated = EventId.of(event);
      if (stated.filter(id::equals).isEmpty()) {
        throw new ArchiveException(
            eventFile, ArchiveStep.EVENT_ID, "the event is " + stated.orElse("of no id"));
      }
      if (logs.stream().noneMatch(log -> log.signed().equals(receipt.checkpoint()))) {
        throw new ArchiveException(
            receiptFile, ArchiveStep.SAME_CHECKPOINT, "it is under another checkpoint");
      }
      events++;
    }
  }
}
