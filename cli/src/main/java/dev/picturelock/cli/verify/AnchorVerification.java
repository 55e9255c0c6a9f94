package dev.picturelock.cli.verify;

import dev.picturelock.cli.verify.Step.Name;
import dev.picturelock.cli.verify.Step.Outcome;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.anchor.Anchor;
import dev.picturelock.tlog.anchor.AnchorResult;
import dev.picturelock.tlog.anchor.AnchorResult.Refused;
import dev.picturelock.tlog.anchor.AnchorResult.Verified;
import dev.picturelock.tlog.anchor.AnchorStep;
import dev.picturelock.tlog.anchor.Commitment;
import dev.picturelock.tlog.checkpoint.SignedCheckpoint;
import dev.picturelock.tlog.note.Endorsement.Cosigned;
import dev.picturelock.tlog.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/// What comes after a receipt has held: does the log of logs commit to its checkpoint?
final class AnchorVerification {

  private AnchorVerification() {}

  /// The verification with the steps of the anchor at its end.
  static Verification of(Verification receipt, byte[] anchorBytes, Trust trust, Policy logOfLogs) {
    var steps = new ArrayList<>(receipt.steps());
    var proven = receipt.receipt();
    if (proven != null && receipt.holds()) {
      steps.addAll(taken(anchorBytes, proven.checkpoint(), trust, logOfLogs));
    }
    Name.OF_ANCHOR.stream()
        .filter(name -> steps.stream().noneMatch(step -> step.name() == name))
        .forEach(name -> steps.add(Step.skipped(name)));
    return new Verification(steps, receipt.leafHash(), proven);
  }

  private static List<Step> taken(
      byte[] anchorBytes, SignedCheckpoint checkpoint, Trust trust, Policy logOfLogs) {
    Anchor anchor;
    try {
      anchor = Anchor.parse(anchorBytes);
    } catch (MalformedException e) {
      return List.of(new Step(Name.ANCHOR, Outcome.FAILED, "not an anchor: " + e.reason()));
    }
    var result = trust.verify(anchor, checkpoint, logOfLogs);
    var steps = new ArrayList<Step>();
    for (var step : AnchorStep.values()) {
      if (result instanceof Refused(var failed, var reason) && failed == step) {
        steps.add(new Step(name(step), Outcome.FAILED, reason));
        return steps;
      }
      steps.add(new Step(name(step), Outcome.OK, detail(step, anchor, result)));
    }
    steps.add(same(anchor.checkpoint(), checkpoint));
    return steps;
  }

  private static Step same(SignedCheckpoint anchored, SignedCheckpoint receipt) {
    var size = receipt.checkpoint().size();
    return anchored.checkpoint().equals(receipt.checkpoint())
        ? new Step(Name.SAME_CHECKPOINT, Outcome.OK, "the receipt's, of size " + size)
        : new Step(
            Name.SAME_CHECKPOINT,
            Outcome.FAILED,
            "what is anchored is of size %s, the receipt is under another checkpoint, of size %s"
                .formatted(anchored.checkpoint().size(), size));
  }

  private static String detail(AnchorStep step, Anchor anchor, AnchorResult result) {
    var tree = anchor.proof().checkpoint().checkpoint();
    return switch (step) {
      case FORMAT -> "a tlog-proof with an entry of " + anchor.entry().time();
      case LOG_OF_LOGS ->
          "entry %s of %s, in the tree of size %s%s"
              .formatted(anchor.proof().index(), tree.origin(), tree.size(), cosigners(result));
      case CHECKPOINT -> "signed by " + anchor.checkpoint().checkpoint().origin();
      case LABEL -> "one of %d of the entry".formatted(anchor.entry().checkpoints().size());
      case COMMITMENT -> Commitment.of(anchor.checkpoint().checkpoint()).value();
    };
  }

  private static String cosigners(AnchorResult result) {
    if (!(result instanceof Verified verified)) {
      return "";
    }
    var names =
        verified.proof().endorsements().stream()
            .filter(Cosigned.class::isInstance)
            .map(cosigned -> cosigned.key().name())
            .distinct()
            .toList();
    return names.isEmpty() ? "" : ", cosigned by " + String.join(", ", names);
  }

  private static Name name(AnchorStep step) {
    return switch (step) {
      case FORMAT -> Name.ANCHOR;
      case LOG_OF_LOGS -> Name.LOG_OF_LOGS;
      case CHECKPOINT -> Name.ANCHORED_CHECKPOINT;
      case LABEL -> Name.LABEL;
      case COMMITMENT -> Name.COMMITMENT;
    };
  }
}
