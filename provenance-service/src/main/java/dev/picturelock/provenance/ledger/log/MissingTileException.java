package dev.picturelock.provenance.ledger.log;

import dev.picturelock.tlog.tile.HashTile;

/// A log lacks a tile that a tree of its size has.
public class MissingTileException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MissingTileException(LogId log, HashTile tile) {
    super("log " + log + " lacks " + tile.path());
  }
}
