package dev.picturelock.provenance.ledger.guard;

import dev.picturelock.contracts.event.Topic;
import dev.picturelock.kit.outbox.OutboxGate;
import dev.picturelock.tlog.MalformedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The outbox is a door too: it opens only with the gate, and whatever checkpoint passes through
/// it, by whichever instance it was signed, is in a journal of this one first.
///
/// An outbox of a restored backup would otherwise put older checkpoints over newer ones on the
/// compacted topic, and so erase what the topic remembers. And it is a table like any other: what
/// lies there for the topic of checkpoints and was not signed by the log's key is an alarm, since
/// neither a journal nor the topic could ever be rid of it.
@ApplicationScoped
class CheckpointsLeaving implements OutboxGate {
  private final Signing signing;
  private final Guard guard;
  private final TrustedKeys trusted;
  private final PublishedCheckpoints published;
  private final Alarms alarms;

  CheckpointsLeaving(
      Signing signing,
      Guard guard,
      TrustedKeys trusted,
      PublishedCheckpoints published,
      Alarms alarms) {
    this.signing = signing;
    this.guard = guard;
    this.trusted = trusted;
    this.published = published;
    this.alarms = alarms;
  }

  @Override
  public boolean isOpen() {
    return signing.state() instanceof Signing.Open;
  }

  @Override
  public void leaving(List<Leaving> records) {
    var checkpoints =
        records.stream()
            .filter(record -> record.topic().equals(Topic.CHECKPOINT.topicName()))
            .map(this::signed)
            .toList();
    guard.record(checkpoints);
    published.sending(checkpoints);
  }

  private Anchor signed(Leaving record) {
    var value = record.value();
    if (value == null) {
      throw alarms.unsigned("a record that would erase a checkpoint");
    }
    try {
      var anchor = Anchor.parse(new String(value, StandardCharsets.UTF_8));
      if (!trusted.hasSigned(anchor)) {
        throw alarms.unsigned(
            "size %s of %s, which the key of that log has not signed"
                .formatted(anchor.size(), anchor.origin()));
      }
      return anchor;
    } catch (MalformedException shapeless) {
      throw alarms.unsigned("no checkpoint: " + shapeless.getMessage());
    }
  }
}
