package dev.picturelock.provenance.ledger.guard.kafka;

import dev.picturelock.provenance.ledger.guard.RollbackGuard;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/// Two threads: one compares with what was released, at the start and as the topic goes on; one
/// scrubs.
@ApplicationScoped
class GuardThreads {
  private final RollbackGuard guard;

  GuardThreads(RollbackGuard guard) {
    this.guard = guard;
  }

  void start(@Observes StartupEvent event) {
    Thread.ofPlatform().name("ledger-guard").daemon(true).start(guard::compareAndFollow);
    Thread.ofPlatform().name("ledger-scrubber").daemon(true).start(guard::scrub);
  }

  void stop(@Observes ShutdownEvent event) {
    guard.shutDown();
  }
}
