package dev.picturelock.provenance.ledger.log;

import java.util.List;
import java.util.Optional;

/// Which logs there are and how far each of them is. All writes of one append, also those to
/// [Entries] and [Tiles], MUST be in one transaction, which holds the lock of the title's logs from
/// [#lock] to its end; what is committed MUST be durable.
///
/// A *position* counts through all logs of a title, an *index* is the place in one log: position =
/// first position of the log + index.
public interface Logs {
  /// The head of the title's growing log, held against every other writer; a title without a log
  /// gets `begin`, which is empty.
  Head lock(Head begin);

  /// The committed head of the title's growing log.
  Optional<Head> head(String titleId);

  /// The committed heads of all logs of the title, oldest first; the last one is the growing one.
  List<Head> heads(String titleId);

  /// The committed heads of all logs of all titles that are not empty, the log of logs among them.
  List<Head> heads();

  /// Moves the head; fails when it is not at `from` any more.
  void advance(Head from, Head to);

  /// Freezes a log for ever and lets the empty `next` take its place.
  void succeed(Head last, Head next);

  /// Gives a log in which there never was an entry another name and key.
  void replaceEmpty(Head empty, Head instead);

  /// The committed head of one log.
  default Optional<Head> head(LogId log) {
    return heads(log.titleId()).stream().filter(head -> head.log().equals(log)).findFirst();
  }

  /// The log that an entry at this position is in.
  default Optional<Head> headOf(String titleId, long position) {
    return head(titleId)
        .filter(head -> head.has(position))
        .or(() -> heads(titleId).stream().filter(head -> head.has(position)).findFirst());
  }
}
