package dev.picturelock.provenance.ledger.witness;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.merkle.TreeSize;
import dev.picturelock.tlog.note.SignatureLine;
import dev.picturelock.tlog.note.VerifierKey;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Where cosignatures are kept, with the checkpoints that they are on.
public interface CosignatureBook {
  /// Heads that not all of these cosigners have cosigned; of the log of logs, or also of titles.
  List<Head> lacking(Collection<String> cosigners, boolean ofTitles);

  /// Keeps what a witness answered; a second cosignature by the same key changes nothing.
  void add(Head head, List<SignatureLine> lines, Instant at);

  /// The cosignatures on one checkpoint.
  List<SignatureLine> on(LogId log, TreeSize size);

  /// The log's cosigned checkpoints with their cosignatures.
  List<SignedCheckpoint> newestFirst(LogId log);

  /// Forgets the cosignatures on checkpoints before `kept`, and those on all but it and the last
  /// `most`.
  void forget(LogId log, TreeSize kept, int most);

  /// What a key is called here.
  static String cosigner(VerifierKey key) {
    return key.name() + "+" + key.id();
  }

  /// What the key is called that a line claims to be by.
  static String cosigner(SignatureLine line) {
    return line.name() + "+" + line.keyId();
  }
}
