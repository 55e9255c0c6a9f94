package dev.picturelock.provenance;

import dev.picturelock.testkit.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  @Test
  void followsTheHouseRules() {
    // the log's mathematics, its keys and the streaming reader of timelines are this service's
    // domain
    ArchitectureRules.check(
        "dev.picturelock.provenance",
        "dev.picturelock.tlog..",
        "javax.crypto..",
        "com.fasterxml.jackson.core..",
        // what the ledger does by itself begins and ends with the service
        "io.quarkus.runtime..");
  }

  @Test
  void whoWatchesTheLogsDoesNotKnowWhoWritesThem() {
    // log <- guard <- ledger <- witness, anchoring; and the edges of each
    ArchitectureRules.checkOrder("dev.picturelock.provenance.ledger");
  }
}
