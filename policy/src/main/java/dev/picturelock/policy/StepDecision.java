package dev.picturelock.policy;

/// The rules of a pack applied to one step: a pure function, safe for many threads.
@FunctionalInterface
public interface StepDecision {
  StepOutcome decide(StepFacts facts);
}
