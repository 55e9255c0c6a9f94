package dev.picturelock.classifier.decision;

/// A rule as a person reads it.
///
/// - **category** which part of the rule book it belongs to
/// - **text** what the rule says
/// - **reason** why it fired, as shown beside a result
/// - **source** where the rule book or a recorded interpretation says so
public record RuleText(String id, String category, String text, String reason, String source) {}
