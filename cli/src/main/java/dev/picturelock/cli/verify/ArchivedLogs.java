package dev.picturelock.cli.verify;

import dev.picturelock.cli.rotation.Rotation;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.Note;
import dev.picturelock.tlog.note.VerifierKey;
import dev.picturelock.tlog.policy.PolicyResult.Unsatisfied;
import dev.picturelock.tlog.tile.EntryBundle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The logs of an archive, oldest first, each of which follows the one before it.
///
/// A key is believed because the user gave it; because the key before it signed that it follows,
/// unless that one was stolen; or because the believed log after it says where it ended.
final class ArchivedLogs {

  private static final int MAX_KEY_BYTES = 10_000;

  private ArchivedLogs() {}

  /// All logs, each in itself and with the one before it as it should be.
  ///
  /// - **Errors:** [ArchiveException]
  static List<ArchivedLog> read(Archive archive) {
    var logs = new ArrayList<ArchivedLog>();
    for (var folder : archive.logs()) {
      var key = key(archive, folder + Archive.KEY);
      var checkpoint = checkpoint(archive, folder + Archive.CHECKPOINT);
      var before = logs.isEmpty() ? null : logs.getLast();
      var rotation = before == null ? null : rotation(archive, folder, before, key, checkpoint);
      logs.add(new ArchivedLog(folder, key, checkpoint, rotation));
    }
    return logs;
  }

  /// What the user trusts, and the keys that follow from it.
  ///
  /// - **Errors:** [ArchiveException] for a log whose key does not
  static Trust believed(List<ArchivedLog> logs, Trust trust) {
    var believed = new boolean[logs.size()];
    for (int i = 0; i < believed.length; i++) {
      var log = logs.get(i);
      believed[i] = trust.believes(log.key()) || (i > 0 && believed[i - 1] && log.isVouchedFor());
    }
    for (int i = believed.length - 1; i > 0; i--) {
      believed[i - 1] |= believed[i];
    }
    for (int i = 0; i < believed.length; i++) {
      if (!believed[i]) {
        throw notBelieved(logs.get(i), i > 0 && believed[i - 1]);
      }
    }
    return trust.and(logs.stream().map(ArchivedLog::key).toList());
  }

  /// - **Errors:** [ArchiveException] when the checkpoint is not signed by those who have to
  static void signed(ArchivedLog log, Trust trust) {
    var origin = log.checkpoint().origin();
    if (trust.origin() == null && !log.key().name().equals(origin)) {
      throw new ArchiveException(
          log.checkpointFile(),
          ArchiveStep.CHECKPOINT,
          "it is of '%s', the key beside it is of '%s'".formatted(origin, log.key().name()));
    }
    if (trust.policyFor(log.signed()).evaluate(log.signed()) instanceof Unsatisfied unsatisfied) {
      throw new ArchiveException(
          log.checkpointFile(), ArchiveStep.CHECKPOINT, unsatisfied.reason());
    }
  }

  private static ArchiveException notBelieved(ArchivedLog log, boolean afterBelieved) {
    var why =
        afterBelieved
            ? "the key before it was stolen, so its word does not count: give this one with --key"
                + " too, from another source: %s"
            : "you do not believe this key: %s; give the --key of one of the title's logs";
    return new ArchiveException(log.keyFile(), ArchiveStep.KEY, why.formatted(log.key().format()));
  }

  private static VerifierKey key(Archive archive, String name) {
    var text = new String(archive.read(name, MAX_KEY_BYTES), StandardCharsets.UTF_8);
    try {
      var key = VerifierKey.parse(text.stripTrailing());
      if (!text.equals(key.format() + "\n")) {
        throw new ArchiveException(name, ArchiveStep.KEY, "want one line");
      }
      return key;
    } catch (MalformedException e) {
      throw new ArchiveException(name, ArchiveStep.KEY, "no verifier key: " + e.reason());
    }
  }

  private static SignedCheckpoint checkpoint(Archive archive, String name) {
    try {
      return SignedCheckpoint.parse(archive.read(name, Note.MAX_BYTES));
    } catch (MalformedException e) {
      throw new ArchiveException(name, ArchiveStep.CHECKPOINT, e.reason());
    }
  }

  /// What the log's first entry says, which its own key alone has to prove here.
  private static Rotation rotation(
      Archive archive,
      String folder,
      ArchivedLog before,
      VerifierKey key,
      SignedCheckpoint checkpoint) {
    var entryFile = folder + Archive.ROTATION;
    var receiptFile = folder + Archive.ROTATION_RECEIPT;
    var entry = archive.read(entryFile, EntryBundle.MAX_ENTRY_BYTES);
    var proven =
        ArchiveVerification.receipt(
            archive, receiptFile, entry, new Trust(List.of(key), null, null));
    if (!proven.checkpoint().equals(checkpoint)) {
      throw new ArchiveException(
          receiptFile, ArchiveStep.SAME_CHECKPOINT, "it is under another checkpoint");
    }
    if (proven.index().value() != 0) {
      throw new ArchiveException(
          receiptFile, ArchiveStep.ROTATION, "it is not of the log's first entry");
    }
    Rotation rotation;
    try {
      rotation = Rotation.parse(entry);
    } catch (MalformedException e) {
      throw new ArchiveException(entryFile, ArchiveStep.ROTATION, e.reason());
    }
    rotation
        .problem(before.checkpoint(), before.key(), key)
        .ifPresent(problem -> {
          throw new ArchiveException(entryFile, ArchiveStep.ROTATION, problem);
        });
    return rotation;
  }
}
