package dev.picturelock.contracts.event;

/// One topic for each service that speaks; the key of every record is the title id, so that the
/// events of a title stay in order.
public enum Topic {
  INTAKE("picturelock.intake.v1"),
  CLASSIFICATION("picturelock.classification.v1"),
  APPROVAL("picturelock.approval.v1"),
  DELIVERABLE("picturelock.deliverable.v1"),
  /// Compacted: encrypted values of events, key `<event id>/<digest>`.
  DISCLOSURE("picturelock.disclosure.v1"),
  /// Compacted: the newest checkpoint of each title's ledger.
  CHECKPOINT("picturelock.checkpoint.v1");

  private final String topicName;

  Topic(String topicName) {
    this.topicName = topicName;
  }

  public String topicName() {
    return topicName;
  }
}
