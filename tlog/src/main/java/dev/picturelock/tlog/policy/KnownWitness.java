package dev.picturelock.tlog.policy;

import dev.picturelock.tlog.note.VerifierKey;
import org.jspecify.annotations.Nullable;

/// A witness whose cosignatures count.
///
/// - **name:** what the policy calls it; it means nothing elsewhere
/// - **url:** its submission prefix (c2sp.org/tlog-witness), absent when only proofs are checked
public record KnownWitness(String name, VerifierKey key, @Nullable String url) {}
