package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.provenance.ledger.log.Head;
import dev.picturelock.provenance.ledger.log.LogId;
import dev.picturelock.provenance.ledger.log.Logs;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The past of the logs, out of their tiles.
@ApplicationScoped
class StoredPast implements Past {
  private final Logs logs;
  private final Extension extension;
  private final AcceptedLosses losses;
  private final Map<String, LogId> byOrigin = new ConcurrentHashMap<>();

  StoredPast(Logs logs, Extension extension, AcceptedLosses losses) {
    this.logs = logs;
    this.extension = extension;
    this.losses = losses;
  }

  @Override
  public boolean has(Anchor claim) {
    return losses.isLost(claim.origin())
        || head(claim.origin())
            .filter(head -> claim.size().compareTo(head.size()) <= 0)
            .map(head -> extension.leadsTo(head, claim))
            .orElse(true);
  }

  private Optional<Head> head(String origin) {
    if (!byOrigin.containsKey(origin)) {
      logs.heads().forEach(head -> byOrigin.put(head.origin(), head.log()));
    }
    return Optional.ofNullable(byOrigin.get(origin)).flatMap(logs::head);
  }
}
