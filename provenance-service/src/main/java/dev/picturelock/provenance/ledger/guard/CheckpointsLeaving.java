package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.outbox.OutboxGate;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The outbox is a door too: it opens only with the gate, and whatever checkpoint passes through
/// it, by whichever instance it was signed, is in a journal of this one first.
///
/// An outbox of a restored backup would otherwise put older checkpoints over newer ones on the
/// compacted topic, and so erase what the topic remembers.
@ApplicationScoped
class CheckpointsLeaving implements OutboxGate {
  private final Signing signing;
  private final Guard guard;

  CheckpointsLeaving(Signing signing, Guard guard) {
    this.signing = signing;
    this.guard = guard;
  }

  @Override
  public boolean isOpen() {
    return signing.state() instanceof Signing.Open;
  }

  @Override
  public void leaving(List<Leaving> records) {
    guard.record(
        records.stream()
            .filter(record -> record.topic().equals(Topic.CHECKPOINT.topicName()))
            .map(record -> Anchor.parse(new String(record.value(), StandardCharsets.UTF_8)))
            .toList());
  }
}
