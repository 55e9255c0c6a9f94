package dev.picturelock.classifier.simulation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is asked of a simulation.
///
/// - **pack** an id for its newest version, or `id@version`
/// - **from**, **to** by the events' own time, from inclusive, to exclusive; a record that is no
///   event has none, so that both leave it in
/// - **all** also the events that would come out the same
public record Question(
    String titleId, String pack, @Nullable Instant from, @Nullable Instant to, boolean all) {}
