package dev.picturelock.contracts.event;

/// A log and who signs it.
///
/// - **origin** its name, the first line of its checkpoints
/// - **verifierKey** vkey text (C2SP signed-note)
public record LogRef(String origin, String verifierKey) {}
