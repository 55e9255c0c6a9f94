package dev.picturelock.contracts.event;

import org.jspecify.annotations.Nullable;

/// A rule that fired, as a person reads it.
///
/// - **reason** why it fired
/// - **text** what the rule says
/// - **source** where the rule book, or an interpretation on record, says so
public record FiredRule(String id, String reason, @Nullable String text, @Nullable String source) {}
