package dev.picturelock.contracts.event;

import java.util.UUID;

/// A declared fact that the tool's terms contradict; the more adverse value was used.
public record FactConflict(String fact, String declared, String used, UUID terms) {}
