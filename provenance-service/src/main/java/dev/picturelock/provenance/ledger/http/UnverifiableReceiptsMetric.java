package dev.picturelock.provenance.ledger.http;

import dev.picturelock.provenance.ledger.UnverifiableReceipts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/// The metric `picturelock.receipts.unverifiable`, there from the start so that an alarm can be set
/// on it.
@Startup
@ApplicationScoped
class UnverifiableReceiptsMetric implements UnverifiableReceipts {
  private final Counter counter;

  UnverifiableReceiptsMetric(MeterRegistry meters) {
    this.counter = meters.counter("picturelock.receipts.unverifiable");
  }

  @Override
  public void count() {
    counter.increment();
  }
}
