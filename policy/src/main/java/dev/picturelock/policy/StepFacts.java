package dev.picturelock.policy;

import java.util.Map;

/// The complete facts of one step, as the rules see them; `stages` holds the names of all stages.
///
/// Made by [NormalisedFacts] only, which never changes the map afterwards.
public record StepFacts(Map<String, Object> values) {}
