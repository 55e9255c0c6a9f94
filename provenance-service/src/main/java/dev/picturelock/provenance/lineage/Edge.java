package dev.picturelock.provenance.lineage;

import java.util.UUID;

/// From what was made to what it was made from, allowed or decided by. Relations follow W3C PROV
/// where it has a word.
public record Edge(String from, String to, String relation, UUID eventId) {}
