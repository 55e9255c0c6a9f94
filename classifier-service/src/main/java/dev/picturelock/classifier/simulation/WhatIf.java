package dev.picturelock.classifier.simulation;

import dev.picturelock.contracts.event.AssetRegistered;
import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.UseAmended;
import dev.picturelock.contracts.event.UseReported;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.facts.InvalidFactsException;
import dev.picturelock.policy.NormalisedFacts;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.PolicyPacks;
import java.util.Map;
import java.util.Optional;

/// Decides an event by the pack it named and by another one: a pure function of the two.
final class WhatIf {
  private static final String WITHOUT_AI = "none";

  private final PolicyPacks installed;
  private final PolicyPack other;

  WhatIf(PolicyPacks installed, PolicyPack other) {
    this.installed = installed;
    this.other = other;
  }

  /// Nothing for an event that is never judged, an asset made without AI among them.
  Optional<Finding> of(Event event) {
    return judged(event).map(question -> decide(event, question));
  }

  private static Optional<Question> judged(Event event) {
    if (event.fact() instanceof UseReported use) {
      return Optional.of(new Question(use.facts(), use.policyPack()));
    }
    if (event.fact() instanceof UseAmended use) {
      return Optional.of(new Question(use.facts(), use.policyPack()));
    }
    if (event.fact() instanceof AssetRegistered asset && !asset.contribution().equals(WITHOUT_AI)) {
      return Optional.of(new Question(asset.facts(), asset.policyPack()));
    }
    return Optional.empty();
  }

  private Finding decide(Event event, Question question) {
    var named = installed.find(question.policyPack());
    if (named.isEmpty()) {
      return undecidable(event, "policy pack '" + question.policyPack() + "' is not installed");
    }
    try {
      var facts = NormalisedFacts.of(new Facts(question.facts()));
      return new Finding.Judged(
          event.id(),
          event.subject(),
          event.time(),
          verdict(named.get(), facts),
          verdict(other, facts));
    } catch (InvalidFactsException invalid) {
      return undecidable(event, "facts: " + invalid.getMessage());
    } catch (PackCannotDecideException cannot) {
      return undecidable(event, String.valueOf(cannot.getMessage()));
    }
  }

  private static Verdict verdict(PolicyPack pack, NormalisedFacts facts) {
    try {
      return Verdict.of(pack.classify(facts));
    } catch (IllegalStateException cannot) {
      throw new PackCannotDecideException(pack, cannot);
    }
  }

  private static Finding undecidable(Event event, String reason) {
    return new Finding.Undecidable(event.id(), event.subject(), event.time(), reason);
  }

  private record Question(Map<String, Object> facts, String policyPack) {}

  /// Facts that one version of a rule book knows and another does not.
  private static final class PackCannotDecideException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PackCannotDecideException(PolicyPack pack, IllegalStateException cause) {
      super("policy pack " + pack.name() + " cannot decide: " + cause.getMessage(), cause);
    }
  }
}
