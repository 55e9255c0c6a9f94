package dev.picturelock.provenance.ledger.http;

import dev.picturelock.kit.access.Caller;
import dev.picturelock.kit.answer.Answers;
import dev.picturelock.kit.answer.Places;
import dev.picturelock.kit.problem.ProblemException;
import dev.picturelock.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;

/// Room for the entry bundles that are on their way to readers. A bundle can have 16 MiB and is in
/// memory up to three times, until its last byte has left or its reader is gone.
@ApplicationScoped
class BundleMemory {
  private static final long MOST_BYTES = 48L << 20;

  private final Places bytes = new Places(MOST_BYTES);
  private final Caller caller;
  private final Answers answers;

  BundleMemory(Caller caller, Answers answers) {
    this.caller = caller;
    this.answers = answers;
  }

  /// Holds room for so many bytes until this answer is over.
  void hold(long number) {
    var account = caller.actor();
    if (!bytes.take(account, number)) {
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS,
          "bundles, yours or of all together, are still being read; read them first");
    }
    answers.whenOver(() -> bytes.giveBack(account, number));
  }
}
