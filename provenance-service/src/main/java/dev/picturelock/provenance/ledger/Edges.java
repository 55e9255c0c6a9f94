package dev.picturelock.provenance.ledger;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.tlog.tile.Edge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The right edges of the logs that this process appended to last, so that the next batch need not
/// read them again.
///
/// Nothing is believed because it is here: an edge is used only where its size and root are those
/// of the head under the lock. It comes here after a commit that is known to have happened, and is
/// dropped by any other end, an unknown one among them.
@ApplicationScoped
class Edges {
  /// An edge has some 20 KiB for each of its two to four levels.
  private static final int MOST = 256;

  private final TransactionEnd end;
  private final Map<LogId, Edge> committed =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LogId, Edge> eldest) {
          return size() > MOST;
        }
      };

  Edges(TransactionEnd end) {
    this.end = end;
  }

  /// The edge of the log that the caller holds locked.
  ///
  /// - **stored** reads it from the tiles and requires that they hash to the head's root
  Edge of(Head head, Supplier<Edge> stored) {
    synchronized (committed) {
      var edge = committed.get(head.log());
      if (edge != null && edge.size().equals(head.size()) && edge.root().equals(head.root())) {
        return edge;
      }
      committed.remove(head.log());
    }
    return stored.get();
  }

  /// To be told before the running transaction ends.
  void keepOnceCommitted(LogId log, Edge edge) {
    end.then(() -> put(log, edge), () -> drop(log));
  }

  private void put(LogId log, Edge edge) {
    synchronized (committed) {
      committed.put(log, edge);
    }
  }

  private void drop(LogId log) {
    synchronized (committed) {
      committed.remove(log);
    }
  }
}
