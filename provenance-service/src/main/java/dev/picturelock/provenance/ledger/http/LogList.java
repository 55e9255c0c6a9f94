package dev.picturelock.provenance.ledger.http;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogKeys;
import java.util.Base64;
import java.util.List;

/// All logs of a title with their verifier keys, oldest first; there are as many as its key was
/// changed, plus one.
public record LogList(List<LogView> items) {

  static LogList of(List<Head> heads, LogKeys keys) {
    var growing = heads.getLast();
    return new LogList(
        heads.stream().map(head -> LogView.of(head, keys, head.equals(growing))).toList());
  }

  /// - **log** its number, from 1
  /// - **root** base64, as in the checkpoint
  /// - **first** entries of the logs before it: its entry 0 is at this position of the title
  public record LogView(
      int log,
      String origin,
      String verifierKey,
      long size,
      String root,
      long first,
      boolean frozen) {

    private static LogView of(Head head, LogKeys keys, boolean isGrowing) {
      return new LogView(
          head.log().generation(),
          head.origin(),
          keys.verifierKey(head).format(),
          head.size().value(),
          Base64.getEncoder().encodeToString(head.root().toBytes()),
          head.first(),
          !isGrowing);
    }
  }
}
