package dev.picturelock.provenance.lineage;

/// A view of the past: only events at ledger positions below `size` are seen.
public record Position(long size) {
  public static final Position NOW = new Position(Long.MAX_VALUE);
}
