package dev.picturelock.cli.policy;

import static java.util.stream.Collectors.joining;

import dev.picturelock.cli.terminal.UnusableInputException;
import dev.picturelock.contracts.event.Classification;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.facts.FactsError;
import dev.picturelock.contracts.facts.FactsValidator;
import dev.picturelock.contracts.policy.PolicyPackName;
import dev.picturelock.policy.UndecidableException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a pack says to a question.
///
/// - **differences** from what was recorded; absent where nothing was
record Answer(String about, Classification classification, @Nullable List<Difference> differences) {

  /// - **wanted** a pack to decide by instead of the one the question names
  /// - **Errors:** [UnusableInputException] for facts that are none, and a pack that is not
  ///   installed
  static Answer to(Question question, PacksAtHand packs, @Nullable String wanted) {
    requireFacts(question.facts(), question.at());
    var name = pack(question, packs, wanted);
    var classification = classify(question.facts(), packs, name);
    return switch (question) {
      case Question.Stated stated -> new Answer(stated.about(), classification, null);
      case Question.Reported reported -> new Answer(reported.about(), classification, null);
      case Question.Decided decided ->
          new Answer(
              decided.about(),
              classification,
              Difference.between(decided.recorded(), classification));
    };
  }

  boolean isReproduced() {
    return differences == null || differences.isEmpty();
  }

  private static PolicyPackName pack(
      Question question, PacksAtHand packs, @Nullable String wanted) {
    if (wanted != null) {
      return packs.require(wanted);
    }
    return switch (question) {
      case Question.Stated(_, _, _, String pack) when pack != null -> packs.require(pack);
      case Question.Stated _ -> packs.standard();
      case Question.Reported reported -> packs.named(reported.pack());
      // The hash is what was decided by. A pack of that name with another hash is compared all the
      // same, so that the difference is told rather than hidden behind "not installed".
      case Question.Decided(_, _, _, Question.Recorded recorded) ->
          packs
              .ofHash(recorded.packSha256())
              .or(() -> packs.find(recorded.pack()))
              .orElseThrow(() ->
                  packs.notInstalled(recorded.pack() + " (sha256 " + recorded.packSha256() + ")"));
    };
  }

  private static Classification classify(
      Map<String, Object> facts, PacksAtHand packs, PolicyPackName name) {
    try {
      return packs.load(name).classify(new Facts(facts));
    } catch (UndecidableException cannot) {
      throw new UnusableInputException(String.valueOf(cannot.getMessage()));
    }
  }

  private static void requireFacts(Map<String, Object> facts, String at) {
    var errors = FactsValidator.validate(facts, at);
    if (!errors.isEmpty()) {
      throw new UnusableInputException(
          errors.stream().map(Answer::sentence).collect(joining("; ", "facts: ", "")));
    }
  }

  private static String sentence(FactsError error) {
    var got = error.value() == null ? "" : ", got '" + error.value() + "'";
    var want =
        error.allowed().isEmpty() ? "" : ", want one of " + String.join(", ", error.allowed());
    return error.pointer() + ": " + error.detail() + got + want;
  }
}
