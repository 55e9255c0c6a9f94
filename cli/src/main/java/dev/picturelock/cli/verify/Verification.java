package dev.picturelock.cli.verify;

import static java.util.stream.Collectors.joining;

import dev.picturelock.cli.verify.Step.Name;
import dev.picturelock.cli.verify.Step.Outcome;
import dev.picturelock.tlog.MalformedException;
import dev.picturelock.tlog.merkle.Hash;
import dev.picturelock.tlog.policy.KnownWitness;
import dev.picturelock.tlog.policy.PolicyResult.Satisfied;
import dev.picturelock.tlog.policy.PolicyResult.Unsatisfied;
import dev.picturelock.tlog.receipt.Receipt;
import dev.picturelock.tlog.receipt.ReceiptResult;
import dev.picturelock.tlog.receipt.ReceiptResult.Refused;
import dev.picturelock.tlog.receipt.ReceiptResult.Verified;
import dev.picturelock.tlog.receipt.ReceiptStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A receipt held against an event and a key, step by step.
///
/// - **steps:** all of them, in order; those after the first failure are skipped
/// - **receipt:** absent when its bytes are not a receipt
record Verification(List<Step> steps, Hash leafHash, @Nullable Receipt receipt) {

  Verification {
    steps = List.copyOf(steps);
  }

  static Verification of(byte[] receiptBytes, byte[] event, Trust trust) {
    var leaf = Hash.leaf(event);
    var progress = new Progress(trust.hasPolicy());
    Receipt receipt;
    try {
      receipt = Receipt.parse(receiptBytes);
    } catch (MalformedException e) {
      progress.failed(Name.RECEIPT, "not a tlog-proof: " + e.reason());
      return new Verification(progress.steps(), leaf, null);
    }
    var tree = receipt.checkpoint().checkpoint();
    var result =
        switch (trust.verify(receipt, leaf)) {
          case Verified verified -> verified;
          case Refused(ReceiptStep step, String reason) when step == ReceiptStep.INCLUSION ->
              new Refused(step, explain(receipt, event) + ": " + reason);
          case Refused refused -> refused;
        };
    progress.ok(Name.RECEIPT, "a tlog-proof with " + receipt.proof().path().size() + " hashes");
    progress.ok(Name.EVENT_HASH, "%s of %d bytes".formatted(leaf, event.length));
    progress.take(Name.ORIGIN, ReceiptStep.ORIGIN, result, tree.origin());
    progress.take(
        Name.SIGNATURE, ReceiptStep.SIGNATURE, result, "by " + trust.signer(receipt.checkpoint()));
    if (trust.hasPolicy()) {
      progress.take(Name.QUORUM, ReceiptStep.QUORUM, result, cosigned(receipt, trust));
    }
    progress.take(
        Name.INCLUSION,
        ReceiptStep.INCLUSION,
        result,
        "index %s in the tree of size %s, root %s"
            .formatted(receipt.index(), tree.size(), tree.root()));
    return new Verification(progress.steps(), leaf, receipt);
  }

  boolean holds() {
    return firstFailure().isEmpty();
  }

  Optional<Step> firstFailure() {
    return steps.stream().filter(step -> step.outcome() == Outcome.FAILED).findFirst();
  }

  private static String cosigned(Receipt receipt, Trust trust) {
    return switch (trust.policyFor(receipt.checkpoint()).evaluate(receipt.checkpoint())) {
      case Satisfied(_, _, var witnesses, _) when !witnesses.isEmpty() ->
          witnesses.stream().map(KnownWitness::name).collect(joining(", ", "cosigned by ", ""));
      case Satisfied _, Unsatisfied _ -> "none asked for";
    };
  }

  /// What a failed inclusion means, with the commonest innocent cause ruled in or out.
  private static String explain(Receipt receipt, byte[] event) {
    var tree = receipt.checkpoint().checkpoint();
    if (event.length > 0 && event[event.length - 1] == '\n') {
      var trimmed = Hash.leaf(Arrays.copyOf(event, event.length - 1));
      if (receipt.proof().verify(trimmed, receipt.index(), tree.size(), tree.root()).isProven()) {
        return "the file ends with a line end that the logged event does not have";
      }
    }
    return "these bytes are not entry %s of the log, or the proof was altered"
        .formatted(receipt.index());
  }

  private static final class Progress {
    private final List<Step> taken = new ArrayList<>();
    private final boolean hasPolicy;
    private boolean failed;

    private Progress(boolean hasPolicy) {
      this.hasPolicy = hasPolicy;
    }

    private void ok(Name name, String detail) {
      taken.add(new Step(name, Outcome.OK, detail));
    }

    private void failed(Name name, String detail) {
      taken.add(new Step(name, Outcome.FAILED, detail));
      failed = true;
    }

    private void take(Name name, ReceiptStep step, ReceiptResult result, String detail) {
      if (failed) {
        return;
      }
      switch (result) {
        case Refused refused when refused.step() == step -> failed(name, refused.reason());
        case Refused _, Verified _ -> ok(name, detail);
      }
    }

    /// What was taken, and the rest as skipped.
    private List<Step> steps() {
      var steps = new ArrayList<>(taken);
      Name.OF_RECEIPT.stream()
          .filter(name -> hasPolicy || name != Name.QUORUM)
          .skip(taken.size())
          .map(Step::skipped)
          .forEach(steps::add);
      return steps;
    }
  }
}
