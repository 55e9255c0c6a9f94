package dev.picturelock.classifier.simulation;

import dev.picturelock.contracts.event.Event;
import dev.picturelock.contracts.event.Judged;
import dev.picturelock.contracts.facts.Facts;
import dev.picturelock.contracts.facts.InvalidFactsException;
import dev.picturelock.policy.NormalisedFacts;
import dev.picturelock.policy.PolicyPack;
import dev.picturelock.policy.PolicyPacks;
import dev.picturelock.policy.UndecidableException;
import java.util.Optional;

/// Decides an event by the pack it named and by another one: a pure function of the two.
final class WhatIf {
  private final PolicyPacks installed;
  private final PolicyPack other;

  WhatIf(PolicyPacks installed, PolicyPack other) {
    this.installed = installed;
    this.other = other;
  }

  /// Nothing for an event that is never judged, an asset made without AI among them.
  Optional<Finding> of(Event event) {
    return Judged.of(event.fact()).map(judged -> decide(event, judged));
  }

  private Finding decide(Event event, Judged judged) {
    var named = installed.named(judged.policyPack());
    if (named.isEmpty()) {
      return undecidable(event, "policy pack '" + judged.policyPack() + "' is not installed");
    }
    try {
      var facts = NormalisedFacts.of(new Facts(judged.facts()));
      return new Finding.Judged(
          event.id(),
          event.subject(),
          event.time(),
          Verdict.of(named.get().classify(facts)),
          Verdict.of(other.classify(facts)));
    } catch (InvalidFactsException invalid) {
      return undecidable(event, "facts: " + invalid.getMessage());
    } catch (UndecidableException cannot) {
      return undecidable(event, String.valueOf(cannot.getMessage()));
    }
  }

  private static Finding undecidable(Event event, String reason) {
    return new Finding.Undecidable(event.id(), event.subject(), event.time(), reason);
  }
}
